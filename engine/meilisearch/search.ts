import type { Meilisearch, MultiSearchQuery, SearchParams, SearchResponse } from 'meilisearch';
import { locate } from '../../text/match.ts';
import { isEmpty } from '../../text/query.ts';
import { FACETS, type Facet, type Hit, type SearchRequest, type SearchResult, type Sort } from '../engine.ts';
import { activeFacets } from '../facet-filters.ts';
import {
  facetCounts,
  firstOfEachReport,
  inOrder,
  NOTHING_FOUND,
  reranked,
  toHit,
  windowOf,
} from '../hits.ts';
import type { Match } from '../relevance.ts';
import { planRetrieval } from '../retrieval.ts';
import type { Answer, LiveCollection } from '../server-engine.ts';
import type { StoredHit } from '../stored-documents.ts';
import { Tally } from '../tally.ts';
import { facetedFilterExpression, filterExpression } from './filter.ts';
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

/** The collection, and where Meilisearch has it. */
export interface SearchedCollection extends LiveCollection {
  readonly client: Meilisearch;
  readonly index: string;
}

type Found = Answer<SearchResult>;

/** Searches: exact by Meilisearch alone where it can be, else by checking its candidates. */
export async function search(collection: SearchedCollection, request: SearchRequest): Promise<Found> {
  if (isEmpty(request.query)) return uncheckedSearch(collection, request, '', true);
  if (request.query.clauses.length === 0) return NOTHING_FOUND;
  const lookUp = lookUpsFor(planRetrieval(request.query));
  const [q = ''] = lookUp.queries;
  // Meilisearch chooses the hit of a report before ours are put in order.
  const isChosenByRank = request.onePerReport === true && request.sort === 'relevance';
  const checked = lookUp.isExact && !isChosenByRank ? null : await checkedSearch(collection, request, lookUp);
  return checked ?? uncheckedSearch(collection, request, q, lookUp.isExact);
}

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
  collection: SearchedCollection,
  { query, filters, sort, onePerReport = false, offset, limit }: SearchRequest,
  { queries, isConjunction }: LookUp,
): Promise<Found | null> {
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
  const listed = onePerReport ? firstOfEachReport(hits, tally.hitsByReport) : hits;
  return {
    hits: listed.slice(offset, offset + limit),
    total: tally.total,
    exact: found.every(({ hits, estimatedTotalHits }) => hits.length >= (estimatedTotalHits ?? 0)),
    hitsByReport: tally.hitsByReport,
    facets: tally.facets,
  };
}

async function lookUpAll(
  { client, index }: SearchedCollection,
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
  collection: SearchedCollection,
  request: SearchRequest,
  q: string,
  exact: boolean,
): Promise<Found> {
  const { filters, sort } = request;
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
  const responseFor = (facet: Facet) => (facets.includes(facet) ? perFacet[facets.indexOf(facet)] : counted);
  const stored = found?.hits ?? [];
  if (!areKnown(stored, collection)) return 'collection changed';
  const perReport = countsOf(counted, 'report');
  const hits = stored.map((one) => toHit(one, collection, request.onePerReport ? perReport : undefined));
  return {
    hits: reranked(hits, request)
      .slice(request.offset - from)
      .slice(0, request.limit),
    total: (counted as { totalHits?: number } | undefined)?.totalHits ?? 0,
    exact,
    hitsByReport: perReport,
    facets: facetCounts((facet) => countsOf(responseFor(facet), facet)),
  };
}

function areKnown(stored: readonly StoredHit[], collection: SearchedCollection): boolean {
  return stored.every(({ report }) => collection.placeOf.has(report));
}

function countsOf(response: SearchResponse | undefined, facet: string): Map<string, number> {
  return new Map(Object.entries(response?.facetDistribution?.[facet] ?? {}));
}
