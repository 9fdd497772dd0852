import { Router } from 'express';
import type { FacetCounts, Hit, SearchEngine } from '../../engine/engine.ts';
import { sampleAnswers } from '../api/sample-answers.ts';
import type { Catalogue } from '../catalogue.ts';
import { findCited } from '../cited.ts';
import { compareReports } from '../comparing/compare.ts';
import { exampleSearches } from '../examples.ts';
import { downloadOf } from '../exports/download.ts';
import { blockUrl } from '../presenters/addresses.ts';
import { alternativesTo } from '../presenters/alternatives.ts';
import { apiPage } from '../presenters/api-page.ts';
import { citePage } from '../presenters/cite-page.ts';
import { compareUrl } from '../presenters/compare-choice.ts';
import { comparePage } from '../presenters/compare-page.ts';
import { helpPage } from '../presenters/help-page.ts';
import { homePage } from '../presenters/home-page.ts';
import { noHits } from '../presenters/no-hits.ts';
import { reportPage } from '../presenters/report-page.ts';
import { reportsPage } from '../presenters/reports-page.ts';
import { searchPage } from '../presenters/search-page.ts';
import { withYearRange } from '../presenters/year-range.ts';
import { badRequest, notFound } from '../problems.ts';
import { countHits, queryToMark, runSearch, type Search } from '../search.ts';
import { SearchState } from '../search-state.ts';
import { suggestionsFor } from '../suggestions/offers.ts';
import { withTypedFilters } from '../typed-filters.ts';
import { accessOf } from './access.ts';
import { answeringRoutes, page, redirect } from './answering.ts';
import { askedFor } from './asked.ts';
import { answerMissing } from './missing.ts';
import { parametersOf } from './parameters.ts';
import { sendDownload } from './send-download.ts';

/** Crawlers walking the links of facets are what takes such sites down. */
const ROBOTS = `User-agent: *
Disallow: /search?
Disallow: /matrix?
Disallow: /trends?
Disallow: /reports/*?
Disallow: /p/
Disallow: /compare?
Disallow: /panel/
Disallow: /api
`;

/** Proxies refuse headers that are much longer. */
const LONGEST_REDIRECT = 2_000;

/** The pages that people read. */
export function pageRoutes(engine: SearchEngine): Router {
  const router = Router();
  const get = answeringRoutes(router, engine);

  get('/', async (catalogue) => page('home', homePage(catalogue, await exampleSearches(engine, catalogue))));

  get('/search', async (catalogue, request) => {
    const parameters = parametersOf(request);
    const canonical = withYearRange(parameters, catalogue.years);
    if (canonical) return redirect(`/search?${canonical}`);
    const { state: asTyped, problems, notes, values } = askedFor(parameters, catalogue);
    if (values.format) {
      // A page can say which parameter it didn't take; a file can't.
      if (problems.length > 0) throw badRequest(problems.map(({ message }) => message).join('；'));
      const { format, measure } = values;
      const file = await downloadOf(engine, asTyped, { format, measure, access: accessOf(request) });
      return (response) => sendDownload(file, request, response);
    }
    const state = withTypedFilters(asTyped, catalogue);
    // Where another address is led to, nobody hears of what was wrong with this one.
    if (state.q !== asTyped.q && notes.length === 0 && state.url().length <= LONGEST_REDIRECT) {
      return redirect(state.url());
    }
    const search = await runSearch(engine, state, catalogue);
    const model = searchPage({
      search,
      suggestions: await suggestionsFor(search, engine, catalogue),
      notes,
      catalogue,
      captions: await tableCaptions(engine, [
        ...search.result.hits,
        ...search.related.flatMap(({ hits }) => hits),
      ]),
      corpus: await corpusFacets(engine, catalogue),
      noHits: search.result.total > 0 ? null : await noHitsFor(search, engine, catalogue),
      access: accessOf(request),
    });
    return page('search', model);
  });

  get('/reports', async (catalogue) => page('reports', reportsPage(catalogue)));

  get('/reports/:id', async (catalogue, request) => {
    const { state, notes } = askedFor(parametersOf(request), catalogue);
    const query = queryToMark(state);
    const id = String(request.params.id);
    const report = await engine.report(id);
    if (!report) return answerMissing(engine, catalogue, id, null);
    const access = accessOf(request);
    return page('report', reportPage({ report, query, state, notes, catalogue, access }));
  });

  get('/compare', async (catalogue, request) => {
    const parameters = parametersOf(request);
    const chosen = { a: parameters.get('a') ?? '', b: parameters.get('b') ?? '' };
    const [a, b] = [catalogue.summary(chosen.a), catalogue.summary(chosen.b)];
    // What is new in the report of an earlier year than the other's would be what has gone.
    if (a && b && a.adcode === b.adcode && a.year > b.year) return redirect(compareUrl(b.id, a.id));
    const isUnknown = (chosen.a !== '' && !a) || (chosen.b !== '' && !b);
    const comparison = a && b && a !== b ? await compareReports(engine, [a.id, b.id]) : null;
    return page('compare', comparePage(catalogue, chosen, comparison), isUnknown ? 404 : 200);
  });

  router.get('/help', (_request, response) => {
    response.render('help', helpPage());
  });

  get('/help/api', async (catalogue) =>
    page('api', apiPage(catalogue, await sampleAnswers(engine, catalogue))),
  );

  get('/p/:block', async (catalogue, request) => {
    const id = String(request.params.block);
    const { report, block } = await findCited(engine, id);
    if (report && block) return redirect(blockUrl(report.id, block.id));
    return answerMissing(engine, catalogue, id, parametersOf(request).get('n'));
  });

  get('/cite/:id', async (catalogue, request) => {
    const id = String(request.params.id);
    const { report, block, found } = await findCited(engine, id);
    if (report && found) return page('cite', citePage(report, block, accessOf(request)));
    return answerMissing(engine, catalogue, id, null);
  });

  router.get('/robots.txt', (_request, response) => {
    response.type('text/plain').send(ROBOTS);
  });

  router.use(() => {
    throw notFound('这个地址没有对应的页面');
  });

  return router;
}

/** The captions of the tables that rows among the hits stand in, by block id. */
async function tableCaptions(engine: SearchEngine, hits: readonly Hit[]): Promise<Map<string, string>> {
  const rows = hits.filter(({ block }) => block.type === 'row');
  const ids = [...new Set(rows.map(({ report }) => report.id))];
  const reports = new Map(await Promise.all(ids.map(async (id) => [id, await engine.report(id)] as const)));
  const captionOf = ({ report, block }: Hit) =>
    reports.get(report.id)?.tables.find((table) => table.rows.some((row) => row.block === block.number))
      ?.caption ?? '';
  return new Map(rows.map((hit) => [hit.block.id, captionOf(hit)]));
}

async function noHitsFor(search: Search, engine: SearchEngine, catalogue: Catalogue) {
  return noHits(
    search,
    catalogue,
    await alternativesTo(
      search,
      catalogue,
      async (state) => (await countHits(engine, state, catalogue)).total,
    ),
  );
}

// They stay the same for as long as the collection does, whose catalogue is made anew with it.
const CORPUS_FACETS = new WeakMap<Catalogue, FacetCounts>();

/** The facet counts of the whole collection. */
async function corpusFacets(engine: SearchEngine, catalogue: Catalogue): Promise<FacetCounts> {
  const known = CORPUS_FACETS.get(catalogue);
  if (known) return known;
  const { facets } = await countHits(engine, new SearchState(), catalogue);
  CORPUS_FACETS.set(catalogue, facets);
  return facets;
}
