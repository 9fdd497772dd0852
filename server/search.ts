import type { SearchEngine, SearchResult } from '../engine/engine.ts';
import { parseQuery, type Query } from '../text/query.ts';
import { HttpProblem } from './problems.ts';
import { LIMITS, type SearchState } from './search-state.ts';

/** A search and its answer, as pages and JSON present it. */
export interface Search {
  readonly state: SearchState;
  readonly query: Query;
  readonly result: SearchResult;
  /** Whole milliseconds the engine took. */
  readonly tookMs: number;
}

/** Runs the search a state describes. */
export async function runSearch(engine: SearchEngine, state: SearchState): Promise<Search> {
  const query = readQuery(state.q);
  const started = performance.now();
  const result = await engine.search({
    query,
    filters: state.engineFilters,
    sort: state.sort,
    offset: (state.page - 1) * state.per,
    limit: state.per,
  });
  return { state, query, result, tookMs: Math.round(performance.now() - started) };
}

/** @throws HttpProblem for a query over the limit. */
export function readQuery(text: string): Query {
  if (text.length > LIMITS.query) {
    throw new HttpProblem(
      400,
      'query_too_long',
      `检索词最长 ${LIMITS.query} 个字符，这次有 ${text.length} 个。请取其中一两句再试`,
    );
  }
  return parseQuery(text);
}
