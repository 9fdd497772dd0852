import { Router } from 'express';
import { NO_FILTERS, type SearchEngine } from '../../engine/engine.ts';
import { parseQuery } from '../../text/query.ts';

/** `/healthz`: 200 once searches are answered; until then the error handler's 503. */
export function healthRoutes(engine: SearchEngine): Router {
  const router = Router();
  router.get('/healthz', async (_request, response) => {
    const { total, reports } = await engine.search({
      query: parseQuery(''),
      filters: NO_FILTERS,
      sort: 'relevance',
      offset: 0,
      limit: 1,
    });
    response.json({ status: 'ok', reports, blocks: total });
  });
  return router;
}
