import { Router } from 'express';
import type { SearchEngine } from '../../engine/engine.ts';
import { Catalogue } from '../catalogue.ts';
import { reportJson, reportSummaryJson } from '../presenters/report-json.ts';
import { searchJson } from '../presenters/search-json.ts';
import { badRequest, notFound } from '../problems.ts';
import { runSearch } from '../search.ts';
import { parseSearchState } from '../search-state.ts';
import { completionsOf } from '../suggestions/completions.ts';
import { Lexicon } from '../suggestions/lexicon.ts';
import { suggestionsFor } from '../suggestions/offers.ts';
import { parametersOf } from './parameters.ts';

/** The JSON interface: the same parameters and the same answers as the pages. */
export function apiRoutes(engine: SearchEngine): Router {
  const router = Router();

  router.get('/search', async (request, response) => {
    const catalogue = await Catalogue.of(engine);
    const { state, problems } = parseSearchState(parametersOf(request), catalogue);
    if (problems.length > 0) throw badRequest(problems.map(({ message }) => message).join('；'));
    const search = await runSearch(engine, state, catalogue);
    response.json(searchJson(search, catalogue, await suggestionsFor(search, engine, catalogue)));
  });

  router.get('/suggest', async (request, response) => {
    const catalogue = await Catalogue.of(engine);
    const lexicon = await Lexicon.of(engine, catalogue);
    const q = parametersOf(request).get('q') ?? '';
    response.json({ suggestions: completionsOf(q, lexicon, catalogue) });
  });

  router.get('/reports', async (_request, response) => {
    response.json({ reports: (await engine.reports()).map(reportSummaryJson) });
  });

  router.get('/reports/:id', async (request, response) => {
    const report = await engine.report(request.params.id);
    if (!report) throw notFound(`没有编号为 ${request.params.id} 的报告`);
    response.json(reportJson(report));
  });

  router.use(() => {
    throw notFound('没有这个接口');
  });

  return router;
}
