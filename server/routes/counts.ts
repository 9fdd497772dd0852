import { Router } from 'express';
import type { SearchEngine } from '../../engine/engine.ts';
import { readParameters } from '../api/read-parameters.ts';
import { Catalogue } from '../catalogue.ts';
import { countReports } from '../counting/report-counts.ts';
import { MOST_TERMS, splitTerms } from '../counting/term-list.ts';
import { countTerms } from '../counting/trends.ts';
import { matrixPage } from '../presenters/matrix-page.ts';
import { MEASURE_PARAMETER } from '../presenters/measure-choices.ts';
import { trendsPage } from '../presenters/trends-page.ts';
import { countHits, readQuery } from '../search.ts';
import { parseSearchState } from '../search-state.ts';
import { withTypedFilters } from '../typed-filters.ts';
import { parametersOf } from './parameters.ts';

/** The pages of numbers. */
export function countRoutes(engine: SearchEngine): Router {
  const router = Router();

  router.get('/matrix', async (request, response) => {
    const catalogue = await Catalogue.of(engine);
    const parameters = parametersOf(request);
    const { state: asTyped, problems } = parseSearchState(parameters, catalogue);
    const state = withTypedFilters(asTyped, readQuery(asTyped.q).filters, catalogue);
    const { measure } = readParameters(MEASURE_PARAMETER, parameters).values;
    const reading = await countHits(engine, state, catalogue);
    const counts = await countReports(engine, reading);
    response.render('matrix', matrixPage({ state, reading, counts, measure, problems, catalogue }));
  });

  router.get('/trends', async (request, response) => {
    const catalogue = await Catalogue.of(engine);
    const parameters = parametersOf(request);
    const { state: asTyped } = parseSearchState(parameters, catalogue);
    const { q } = asTyped;
    const { measure } = readParameters(MEASURE_PARAMETER, parameters).values;
    const state = asTyped.withQuery('').withMode('exact');
    const wanted = splitTerms(q);
    const terms = await countTerms(engine, wanted.slice(0, MOST_TERMS), state, catalogue);
    const leftOut = wanted.slice(MOST_TERMS);
    response.render('trends', trendsPage({ q, state, terms, leftOut, measure, catalogue }));
  });

  return router;
}
