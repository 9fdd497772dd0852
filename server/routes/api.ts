import { Router } from 'express';
import type { SearchEngine } from '../../engine/engine.ts';
import { answerTo } from '../api/handlers.ts';
import { methodOf, OPERATION_NAMES, OPERATIONS, type Operation } from '../api/operations.ts';
import { Download } from '../exports/download.ts';
import { Turns } from '../panel/turns.ts';
import { notFound } from '../problems.ts';
import { accessOf } from './access.ts';
import { parametersOf } from './parameters.ts';
import { sendDownload } from './send-download.ts';
import { sentText, takeText } from './sent-text.ts';

/** Who takes nothing for so long, in milliseconds, has to let the next one have the turn. */
const PATIENCE = 60_000;

/** The routes for programs: those of the table, each of which is described in `/api/openapi.json`. */
export function apiRoutes(engine: SearchEngine): Router {
  const router = Router();
  const lists = new Turns({ running: 4, waiting: 20 });

  for (const name of OPERATION_NAMES) {
    const operation: Operation = OPERATIONS[name];
    const route = router.route(operation.address.replace(/\{(\w+)\}/g, ':$1'));
    if (operation.body) route.post(...takeText);
    route[methodOf(operation)](async (request, response) => {
      const asked = {
        path: request.params,
        query: parametersOf(request),
        access: accessOf(request),
        body: sentText(request),
      };
      const answer = await answerTo(name, asked, engine);
      if (!(answer instanceof Download)) response.json(answer);
      else if (!operation.body) await sendDownload(answer, request, response);
      else {
        response.setTimeout(PATIENCE);
        await lists.run(() => sendDownload(answer, request, response));
      }
    });
  }

  router.use('/api', () => {
    throw notFound('没有这个接口');
  });

  return router;
}
