import { Router } from 'express';
import type { SearchEngine } from '../../engine/engine.ts';
import { answerTo } from '../api/handlers.ts';
import { OPERATION_NAMES, OPERATIONS } from '../api/operations.ts';
import { Download } from '../exports/download.ts';
import { notFound } from '../problems.ts';
import { accessOf } from './access.ts';
import { parametersOf } from './parameters.ts';
import { sendDownload } from './send-download.ts';

/** The routes for programs: those of the table, each of which is described in `/api/openapi.json`. */
export function apiRoutes(engine: SearchEngine): Router {
  const router = Router();

  for (const name of OPERATION_NAMES) {
    const pattern = OPERATIONS[name].address.replace(/\{(\w+)\}/g, ':$1');
    router.get(pattern, async (request, response) => {
      const asked = { path: request.params, query: parametersOf(request), access: accessOf(request) };
      const answer = await answerTo(name, asked, engine);
      if (answer instanceof Download) await sendDownload(answer, request, response);
      else response.json(answer);
    });
  }

  router.use('/api', () => {
    throw notFound('没有这个接口');
  });

  return router;
}
