import type { SearchEngine } from '../../engine/engine.ts';
import type { Catalogue } from '../catalogue.ts';
import { countHits } from '../search.ts';
import type { SearchState } from '../search-state.ts';
import { countReportsForEach, type ReportCount } from './report-counts.ts';

/** A term and its counts, one for each report that the filters admit. */
export interface Trend {
  readonly term: string;
  /** The search for it. */
  readonly state: SearchState;
  readonly counts: readonly ReportCount[];
}

/** Counts each of some terms, under the filters and in the reading of a state. */
export async function countTrends(
  engine: SearchEngine,
  terms: readonly string[],
  state: SearchState,
  catalogue: Catalogue,
): Promise<Trend[]> {
  const states = terms.map((term) => state.withQuery(term));
  const readings = [];
  for (const ofTerm of states) readings.push(await countHits(engine, ofTerm, catalogue));
  const counts = await countReportsForEach(engine, readings);
  return terms.map((term, i) => ({
    term,
    state: states[i] as SearchState,
    counts: counts[i] as ReportCount[],
  }));
}
