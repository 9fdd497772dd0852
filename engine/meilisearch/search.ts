import type { Meilisearch, MultiSearchQuery, SearchParams, SearchResponse } from 'meilisearch';
import { byId, byNewest, byOldest } from '../../report/order.ts';
import type { ReportSummary } from '../../report/types.ts';
import { locate } from '../../text/match.ts';
import { isEmpty, type Query } from '../../text/query.ts';
import {
  FACETS,
  type FacetCounts,
  type Hit,
  type SearchRequest,
  type SearchResult,
  type Sort,
} from '../engine.ts';
import { type Match, MOST_RANKED, relevance } from '../relevance.ts';
import { planRetrieval } from '../retrieval.ts';
import { Tally } from '../tally.ts';
import type { StoredBlock } from './documents.ts';
import { activeFacets, exactFilters, facetedFilterExpression, filterExpression } from './filter.ts';
import { type LookUp, lookUpsFor } from './look-ups.ts';
import { LOCALE } from './settings.ts';

/** Where Meilisearch can't be exact, up to this many candidates are checked against their text. */
const MOST_CHECKED = 5_000;

/** … and where it can't do without, for alternatives and what is excluded, up to this many. */
const MOST_CHECKED_TOGETHER = 20_000;

const SORTS: Readonly<Record<Exclude<Sort, 'relevance'>, string[]>> = {
  newest: ['year:desc', 'report:asc', 'number:asc'],
  oldest: ['year:asc', 'report:asc', 'number:asc'],
  report: ['report:asc', 'number:asc'],
};

/** The live collection as searches need it. */
export interface LiveCollection {
  readonly client: Meilisearch;
  readonly index: string;
  /** Newest first. */
  readonly reports: readonly ReportSummary[];
  /** The place of each report in that list, by id. */
  readonly placeOf: ReadonlyMap<string, number>;
}

/** An answer, or word that it came from another collection than the one that is known. */
type Answer = SearchResult | 'collection changed';

/** Searches: exact by Meilisearch alone where it can be, else by checking its candidates. */
export async function search(collection: LiveCollection, asked: SearchRequest): Promise<Answer> {
  const request = { ...asked, filters: exactFilters(asked.filters, collection.reports) };
  if (isEmpty(request.query)) return uncheckedSearch(collection, request, '', true);
  if (request.query.clauses.length === 0) return nothing();
  const lookUp = lookUpsFor(planRetrieval(request.query));
  const [q = ''] = lookUp.queries;
  // Meilisearch chooses the hit of a report before ours are put in order.
  const isChosenByRank = request.onePerReport === true && request.sort === 'relevance';
  const checked = lookUp.isExact && !isChosenByRank ? null : await checkedSearch(collection, request, lookUp);
  return checked ?? uncheckedSearch(collection, request, q, lookUp.isExact);
}

function nothing(): SearchResult {
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, new Map()])) as unknown as FacetCounts;
  return { hits: [], total: 0, exact: true, hitsByReport: new Map(), facets };
}

type StoredHit = Pick<StoredBlock, 'report' | 'block'>;

function parametersOf(q: string, filter: string) {
  return {
    q,
    locales: [LOCALE],
    matchingStrategy: 'all',
    attributesToSearchOn: ['terms', 'characters'],
    attributesToRetrieve: ['report', 'block'],
    ...(filter === '' ? {} : { filter }),
  } satisfies SearchParams;
}

/**
 * Fetches all candidates and lets their text decide: total, facets and order come from those that hold.
 * @returns null where there are more candidates than are checked, and Meilisearch alone can do better.
 */
async function checkedSearch(
  collection: LiveCollection,
  { query, filters, sort, onePerReport = false, offset, limit }: SearchRequest,
  { queries, isConjunction }: LookUp,
): Promise<Answer | null> {
  const most = isConjunction ? MOST_CHECKED : MOST_CHECKED_TOGETHER;
  const filter = facetedFilterExpression(filters);
  // Telling how many there are takes a fraction of the time of fetching them.
  const counted = await lookUpAll(collection, queries, filter, 0);
  const expected = counted.reduce((sum, { estimatedTotalHits }) => sum + (estimatedTotalHits ?? 0), 0);
  if (isConjunction && expected > most) return null;
  // Alternatives that find most of the collection overlap: to read all of it once is less.
  const whole = collection.reports.reduce((sum, { blocks }) => sum + blocks, 0);
  const asked = !isConjunction && expected >= whole ? [''] : queries;
  const each = expected <= most ? most : Math.ceil(most / asked.length);
  const found = await lookUpAll(collection, asked, filter, each);
  const candidates = new Map(found.flatMap(({ hits }) => hits.map((stored) => [stored.block.id, stored])));
  if (!areKnown([...candidates.values()], collection)) return 'collection changed';

  const tally = new Tally(collection.reports, filters);
  const matches: (Hit & Match)[] = [];
  for (const stored of candidates.values()) {
    const located = locate(stored.block, query);
    if (!located || !tally.add(collection.placeOf.get(stored.report) as number, stored.block.section))
      continue;
    matches.push({ ...toHit(stored, collection), located });
  }
  const hits = inOrder(matches, query, sort);
  const listed = onePerReport ? firstOfEachReport(hits, tally, collection) : hits;
  return {
    hits: listed.slice(offset, offset + limit),
    total: tally.total,
    exact: found.every(({ hits, estimatedTotalHits }) => hits.length >= (estimatedTotalHits ?? 0)),
    hitsByReport: tally.hitsByReport,
    facets: tally.facets,
  };
}

function firstOfEachReport(hits: readonly Hit[], tally: Tally, { placeOf }: LiveCollection): Hit[] {
  const seen = new Set<string>();
  return hits
    .filter(({ report }) => !seen.has(report.id) && seen.add(report.id))
    .map((hit) => ({ ...hit, more: tally.hitsOf(placeOf.get(hit.report.id) as number) - 1 }));
}

async function lookUpAll(
  { client, index }: LiveCollection,
  queries: readonly string[],
  filter: string,
  limit: number,
): Promise<SearchResponse<StoredHit>[]> {
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, StoredHit>({
    queries: queries.map((q) => ({ indexUid: index, ...parametersOf(q, filter), limit })),
  });
  return results as SearchResponse<StoredHit>[];
}

/**
 * Takes everything from Meilisearch: the page, the total, and the counts of each facet that is filtered by
 * from a query of its own without that filter.
 */
async function uncheckedSearch(
  collection: LiveCollection,
  request: SearchRequest,
  q: string,
  exact: boolean,
): Promise<Answer> {
  const { filters, sort, query } = request;
  const facets = activeFacets(filters);
  const { from, to } = windowOf(request);
  const main = {
    indexUid: collection.index,
    ...parametersOf(q, filterExpression(filters)),
    ...(sort === 'relevance' ? {} : { sort: SORTS[sort] }),
    facets: [...FACETS, 'report'],
  };
  const { results } = await collection.client.multiSearch<{ queries: MultiSearchQuery[] }, StoredHit>({
    queries: [
      // Only a query by pages counts all hits; the other gives any stretch of them.
      { ...main, page: 1, hitsPerPage: 0 },
      {
        ...main,
        facets: [],
        offset: from,
        limit: to - from,
        ...(request.onePerReport ? { distinct: 'report' } : {}),
      },
      ...facets.map((facet) => ({
        indexUid: collection.index,
        ...parametersOf(q, filterExpression(filters, facet)),
        facets: [facet],
        limit: 0,
      })),
    ],
  });
  const [counted, found, ...perFacet] = results as SearchResponse<StoredHit>[];
  const counts = new Map(FACETS.map((facet) => [facet, countsOf(counted, facet)]));
  for (const [i, facet] of facets.entries()) counts.set(facet, countsOf(perFacet[i], facet));
  const stored = found?.hits ?? [];
  if (!areKnown(stored, collection)) return 'collection changed';
  const perReport = countsOf(counted, 'report');
  const hits = stored.map((one) => toHit(one, collection, request.onePerReport ? perReport : undefined));
  return {
    hits: (from === 0 ? rescored(hits, sort, query) : hits)
      .slice(request.offset - from)
      .slice(0, request.limit),
    total: (counted as { totalHits?: number } | undefined)?.totalHits ?? 0,
    exact,
    hitsByReport: perReport,
    facets: Object.fromEntries(counts) as unknown as FacetCounts,
  };
}

/** The stretch of hits to fetch: a page among those that are scored anew needs all of these. */
function windowOf({ sort, query, offset, limit }: SearchRequest): { from: number; to: number } {
  const isRescored = sort === 'relevance' && !isEmpty(query) && offset < MOST_RANKED && limit > 0;
  return isRescored
    ? { from: 0, to: Math.max(MOST_RANKED, offset + limit) }
    : { from: offset, to: offset + limit };
}

/** Puts the best of Meilisearch's hits in our own order and leaves the others behind them. */
function rescored(hits: readonly Hit[], sort: Sort, query: Query): Hit[] {
  if (sort !== 'relevance' || isEmpty(query)) return [...hits];
  const matches = hits
    .slice(0, MOST_RANKED)
    .map((hit) => ({ ...hit, located: locate(hit.block, query) ?? new Map() }));
  return [...inOrder(matches, query, sort), ...hits.slice(MOST_RANKED)];
}

/** Sorts hits; by relevance where that is asked for, and by report and number where they are equal. */
function inOrder(matches: readonly (Hit & Match)[], query: Query, sort: Sort): Hit[] {
  const scores = sort === 'relevance' ? relevance(matches, query) : [];
  const scored = matches.map(({ located: _, ...hit }, i) => ({ hit, score: scores[i] ?? 0 }));
  const order = { relevance: byNewest, newest: byNewest, oldest: byOldest, report: byId }[sort];
  return scored
    .sort(
      (a, b) =>
        b.score - a.score || order(a.hit.report, b.hit.report) || a.hit.block.number - b.hit.block.number,
    )
    .map(({ hit }) => hit);
}

function areKnown(stored: readonly StoredHit[], collection: LiveCollection): boolean {
  return stored.every(({ report }) => collection.placeOf.has(report));
}

/** @param perReport how many hits each report has, where only one of each is returned. */
function toHit(
  { report, block }: StoredHit,
  collection: LiveCollection,
  perReport?: ReadonlyMap<string, number>,
): Hit {
  return {
    report: collection.reports[collection.placeOf.get(report) as number] as ReportSummary,
    block,
    more: (perReport?.get(report) ?? 1) - 1,
  };
}

function countsOf(response: SearchResponse | undefined, facet: string): Map<string, number> {
  return new Map(Object.entries(response?.facetDistribution?.[facet] ?? {}));
}
