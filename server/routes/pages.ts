import { Router } from 'express';
import type { FacetCounts, Hit, SearchEngine } from '../../engine/engine.ts';
import { sampleAnswers } from '../api/sample-answers.ts';
import { Catalogue } from '../catalogue.ts';
import { findCited } from '../cited.ts';
import { compareReports } from '../comparing/compare.ts';
import { exampleSearches } from '../examples.ts';
import { downloadOf } from '../exports/download.ts';
import { ofOneCollection } from '../one-collection.ts';
import { blockUrl } from '../presenters/addresses.ts';
import { alternativesTo } from '../presenters/alternatives.ts';
import { apiPage } from '../presenters/api-page.ts';
import type { Access } from '../presenters/citations.ts';
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

  router.get('/', async (_request, response) => {
    const catalogue = await Catalogue.of(engine);
    response.render('home', homePage(catalogue, await exampleSearches(engine, catalogue)));
  });

  router.get('/search', async (request, response) => {
    const catalogue = await Catalogue.of(engine);
    const parameters = parametersOf(request);
    const canonical = withYearRange(parameters, catalogue.years);
    if (canonical) {
      response.redirect(302, `/search?${canonical}`);
      return;
    }
    const { state: asTyped, problems, notes, values } = askedFor(parameters, catalogue);
    if (values.format) {
      // A page can say which parameter it didn't take; a file can't.
      if (problems.length > 0) throw badRequest(problems.map(({ message }) => message).join('；'));
      const { format, measure } = values;
      const settings = { format, measure, access: accessOf(request) };
      await sendDownload(await downloadOf(engine, asTyped, settings), request, response);
      return;
    }
    const state = withTypedFilters(asTyped, catalogue);
    // Where another address is led to, nobody hears of what was wrong with this one.
    if (state.q !== asTyped.q && notes.length === 0 && state.url().length <= LONGEST_REDIRECT) {
      response.redirect(302, state.url());
      return;
    }
    const page = await ofOneCollection(engine, (catalogue) =>
      resultsPage(engine, catalogue, state, notes, accessOf(request)),
    );
    response.render('search', page);
  });

  router.get('/reports', async (_request, response) => {
    response.render('reports', reportsPage(await Catalogue.of(engine)));
  });

  router.get('/reports/:id', async (request, response) => {
    const catalogue = await Catalogue.of(engine);
    const { state, notes } = askedFor(parametersOf(request), catalogue);
    const query = queryToMark(state);
    const { id } = request.params;
    const report = await engine.report(id);
    const access = accessOf(request);
    if (report) response.render('report', reportPage({ report, query, state, notes, catalogue, access }));
    else await answerMissing(response, engine, id, null);
  });

  router.get('/compare', async (request, response) => {
    const catalogue = await Catalogue.of(engine);
    const parameters = parametersOf(request);
    const chosen = { a: parameters.get('a') ?? '', b: parameters.get('b') ?? '' };
    const [a, b] = [catalogue.summary(chosen.a), catalogue.summary(chosen.b)];
    // What is new in the report of an earlier year than the other's would be what has gone.
    if (a && b && a.adcode === b.adcode && a.year > b.year) {
      response.redirect(302, compareUrl(b.id, a.id));
      return;
    }
    const isUnknown = (chosen.a !== '' && !a) || (chosen.b !== '' && !b);
    const page = await ofOneCollection(engine, async (catalogue) => {
      const comparison = a && b && a !== b ? await compareReports(engine, [a.id, b.id]) : null;
      return comparePage(catalogue, chosen, comparison);
    });
    response.status(isUnknown ? 404 : 200).render('compare', page);
  });

  router.get('/help', (_request, response) => {
    response.render('help', helpPage());
  });

  router.get('/help/api', async (_request, response) => {
    const catalogue = await Catalogue.of(engine);
    response.render('api', apiPage(catalogue, await sampleAnswers(engine, catalogue)));
  });

  router.get('/p/:block', async (request, response) => {
    const { report, block } = await findCited(engine, request.params.block);
    if (report && block) {
      response.redirect(302, blockUrl(report.id, block.id));
      return;
    }
    await answerMissing(response, engine, request.params.block, parametersOf(request).get('n'));
  });

  router.get('/cite/:id', async (request, response) => {
    const { report, block, found } = await findCited(engine, request.params.id);
    if (report && found) response.render('cite', citePage(report, block, accessOf(request)));
    else await answerMissing(response, engine, request.params.id, null);
  });

  router.get('/robots.txt', (_request, response) => {
    response.type('text/plain').send(ROBOTS);
  });

  router.use(() => {
    throw notFound('这个地址没有对应的页面');
  });

  return router;
}

/** Searches, and shows what is found. */
async function resultsPage(
  engine: SearchEngine,
  catalogue: Catalogue,
  state: SearchState,
  notes: readonly string[],
  access: Access,
) {
  const search = await runSearch(engine, state, catalogue);
  return searchPage({
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
    access,
  });
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
