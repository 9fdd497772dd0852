import { byId, byNewest, byOldest } from '../report/order.ts';
import type { ReportSummary } from '../report/types.ts';
import { locate } from '../text/match.ts';
import { isEmpty, type Query } from '../text/query.ts';
import {
  FACETS,
  type Facet,
  type FacetCounts,
  type Hit,
  type SearchRequest,
  type SearchResult,
  type Sort,
} from './engine.ts';
import { type Match, MOST_RANKED, relevance } from './relevance.ts';
import type { LiveCollection } from './server-engine.ts';
import type { StoredHit } from './stored-documents.ts';

/** Puts the counts of all facets together. */
export function facetCounts(countsOf: (facet: Facet) => ReadonlyMap<string, number>): FacetCounts {
  return Object.fromEntries(FACETS.map((facet) => [facet, countsOf(facet)])) as unknown as FacetCounts;
}

/** The answer to what can't be anywhere. */
export const NOTHING_FOUND: SearchResult = {
  hits: [],
  total: 0,
  exact: true,
  hitsByReport: new Map(),
  facets: facetCounts(() => new Map()),
};

/**
 * Makes a hit of what a server has of it.
 * @param hitsByReport how many hits each report has, where only one of each is returned.
 */
export function toHit(
  { report, block }: StoredHit,
  { reports, placeOf }: LiveCollection,
  hitsByReport?: ReadonlyMap<string, number>,
): Hit {
  return {
    report: reports[placeOf.get(report) as number] as ReportSummary,
    block,
    more: (hitsByReport?.get(report) ?? 1) - 1,
  };
}

/** The stretch of hits to fetch from a server: a page among those that are ranked anew needs all of these. */
export function windowOf(request: SearchRequest): { from: number; to: number } {
  const { offset, limit } = request;
  return isReranked(request)
    ? { from: 0, to: Math.max(MOST_RANKED, offset + limit) }
    : { from: offset, to: offset + limit };
}

function isReranked({ sort, query, offset, limit }: SearchRequest): boolean {
  return sort === 'relevance' && !isEmpty(query) && offset < MOST_RANKED && limit > 0;
}

/**
 * Puts the best of a server's hits in our own order and leaves the others behind them.
 * @param hits those in the window of the request.
 */
export function reranked(hits: readonly Hit[], request: SearchRequest): Hit[] {
  if (!isReranked(request)) return [...hits];
  const { query, sort } = request;
  const matches = hits
    .slice(0, MOST_RANKED)
    .map((hit) => ({ ...hit, located: locate(hit.block, query) ?? new Map() }));
  return [...inOrder(matches, query, sort), ...hits.slice(MOST_RANKED)];
}

/** Sorts hits; by relevance where that is asked for, and by report and number where they are equal. */
export function inOrder(matches: readonly (Hit & Match)[], query: Query, sort: Sort): Hit[] {
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

/** Of hits in order the first of each report, with how many more it has. */
export function firstOfEachReport(hits: readonly Hit[], hitsByReport: ReadonlyMap<string, number>): Hit[] {
  const seen = new Set<string>();
  return hits
    .filter(({ report }) => !seen.has(report.id) && seen.add(report.id))
    .map((hit) => ({ ...hit, more: (hitsByReport.get(hit.report.id) ?? 1) - 1 }));
}
