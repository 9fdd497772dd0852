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
import { selectPhrases } from '../phrases.ts';
import { Tally } from '../tally.ts';
import type { StoredBlock } from './documents.ts';
import { encodePhrases, isExact } from './encode.ts';
import { activeFacets, exactFilters, facetedFilterExpression, filterExpression } from './filter.ts';
import { score } from './rescore.ts';
import { LOCALE } from './settings.ts';

/** Where Meilisearch can't be exact, up to this many candidates are checked against their text. */
const MOST_CHECKED = 5_000;

/** Of more phrases than about this many Meilisearch leaves some out, without saying so. */
const MOST_PHRASES = 16;

/** As many of Meilisearch's best are put in order by our own score. */
const RESCORED = 100;

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
  const { phrases, isComplete } = selectPhrases(request.query, MOST_PHRASES);
  if (phrases.length === 0 && !isEmpty(request.query)) return nothing();
  const q = encodePhrases(phrases);
  if (isComplete && phrases.every(isExact)) return uncheckedSearch(collection, request, q, true);
  return (await checkedSearch(collection, request, q)) ?? uncheckedSearch(collection, request, q, false);
}

function nothing(): SearchResult {
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, new Map()])) as unknown as FacetCounts;
  return { hits: [], total: 0, exact: true, reports: 0, facets };
}

/** A hit, and how well it answers the query. */
interface ScoredHit {
  readonly hit: Hit;
  readonly score: number;
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
 * @returns null where there are more candidates than are checked.
 */
async function checkedSearch(
  collection: LiveCollection,
  { query, filters, sort, offset, limit }: SearchRequest,
  q: string,
): Promise<Answer | null> {
  const index = collection.client.index<StoredHit>(collection.index);
  const parameters = parametersOf(q, facetedFilterExpression(filters));
  // Telling how many there are takes a fraction of the time of fetching them.
  const { estimatedTotalHits } = await index.search(null, { ...parameters, limit: 0 });
  if (estimatedTotalHits > MOST_CHECKED) return null;
  const { hits: candidates } = await index.search(null, { ...parameters, limit: MOST_CHECKED });
  if (!areKnown(candidates, collection)) return 'collection changed';

  const tally = new Tally(collection.reports, filters);
  const scored: ScoredHit[] = [];
  for (const stored of candidates) {
    const located = locate(stored.block.text, query);
    if (!located || !tally.add(collection.placeOf.get(stored.report) as number, stored.block.section))
      continue;
    scored.push({ hit: toHit(stored, collection), score: score(stored.block.text, located) });
  }
  return {
    hits: inOrder(scored, sort).slice(offset, offset + limit),
    total: tally.total,
    exact: true,
    reports: tally.reports,
    facets: tally.facets,
  };
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
      { ...main, facets: [], offset: from, limit: to - from },
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
  const hits = stored.map((one) => toHit(one, collection));
  return {
    hits: (from === 0 ? rescored(hits, sort, query) : hits)
      .slice(request.offset - from)
      .slice(0, request.limit),
    total: (counted as { totalHits?: number } | undefined)?.totalHits ?? 0,
    exact,
    reports: countsOf(counted, 'report').size,
    facets: Object.fromEntries(counts) as unknown as FacetCounts,
  };
}

/** The stretch of hits to fetch: a page among those that are scored anew needs all of these. */
function windowOf({ sort, query, offset, limit }: SearchRequest): { from: number; to: number } {
  const isRescored = sort === 'relevance' && !isEmpty(query) && offset < RESCORED && limit > 0;
  return isRescored
    ? { from: 0, to: Math.max(RESCORED, offset + limit) }
    : { from: offset, to: offset + limit };
}

/** Puts the best of Meilisearch's hits in order by our score and leaves the others behind them. */
function rescored(hits: readonly Hit[], sort: Sort, query: Query): Hit[] {
  if (sort !== 'relevance' || isEmpty(query)) return [...hits];
  const scored = hits.slice(0, RESCORED).map((hit) => ({
    hit,
    score: score(hit.block.text, locate(hit.block.text, query) ?? []),
  }));
  return [...inOrder(scored, sort), ...hits.slice(RESCORED)];
}

/** Sorts hits; by score where that is asked for, and by report and number where they are equal. */
function inOrder(scored: readonly ScoredHit[], sort: Sort): Hit[] {
  const order = { relevance: byNewest, newest: byNewest, oldest: byOldest, report: byId }[sort];
  const compare = (a: ScoredHit, b: ScoredHit) =>
    (sort === 'relevance' ? b.score - a.score : 0) ||
    order(a.hit.report, b.hit.report) ||
    a.hit.block.number - b.hit.block.number;
  return [...scored].sort(compare).map(({ hit }) => hit);
}

function areKnown(stored: readonly StoredHit[], collection: LiveCollection): boolean {
  return stored.every(({ report }) => collection.placeOf.has(report));
}

function toHit({ report, block }: StoredHit, collection: LiveCollection): Hit {
  return { report: collection.reports[collection.placeOf.get(report) as number] as ReportSummary, block };
}

function countsOf(response: SearchResponse | undefined, facet: string): Map<string, number> {
  return new Map(Object.entries(response?.facetDistribution?.[facet] ?? {}));
}
