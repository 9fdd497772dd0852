import { Router } from 'express';
import type { SearchEngine } from '../../engine/engine.ts';
import { countReports } from '../counting/report-counts.ts';
import { isTooLong, MOST_TRENDS, splitTerms } from '../counting/trend-terms.ts';
import { countTrends } from '../counting/trends.ts';
import { matrixPage } from '../presenters/matrix-page.ts';
import { trendsPage } from '../presenters/trends-page.ts';
import { checkLength } from '../read-query.ts';
import { countHits } from '../search.ts';
import { withTypedFilters } from '../typed-filters.ts';
import { answeringRoutes, page } from './answering.ts';
import { askedFor } from './asked.ts';
import { parametersOf } from './parameters.ts';

/** The pages of numbers. */
export function countRoutes(engine: SearchEngine): Router {
  const router = Router();
  const get = answeringRoutes(router, engine);

  get('/matrix', async (catalogue, request) => {
    const { state: asTyped, values, notes } = askedFor(parametersOf(request), catalogue);
    const state = withTypedFilters(asTyped, catalogue);
    const { measure } = values;
    const reading = await countHits(engine, state, catalogue);
    const counts = await countReports(engine, reading);
    return page('matrix', matrixPage({ state, reading, counts, measure, notes, catalogue }));
  });

  get('/trends', async (catalogue, request) => {
    const { state: asTyped, values, notes } = askedFor(parametersOf(request), catalogue);
    const { q, measure } = values;
    checkLength(q);
    const state = asTyped.withQuery('').withMode('exact');
    const typed = splitTerms(q);
    const wanted = typed.filter((term) => !isTooLong(term));
    const terms = await countTrends(engine, wanted.slice(0, MOST_TRENDS), state, catalogue);
    const leftOut = { tooMany: wanted.slice(MOST_TRENDS), tooLong: typed.filter(isTooLong) };
    return page('trends', trendsPage({ q, state, terms, ...leftOut, measure, notes, catalogue }));
  });

  return router;
}
