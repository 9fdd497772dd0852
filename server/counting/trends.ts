import type { SearchEngine } from '../../engine/engine.ts';
import type { Catalogue } from '../catalogue.ts';
import { countHits } from '../search.ts';
import type { SearchState } from '../search-state.ts';
import { countReports, type ReportCount } from './report-counts.ts';

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
  const counted: Trend[] = [];
  for (const term of terms) {
    const ofTerm = state.withQuery(term);
    const counts = await countReports(engine, await countHits(engine, ofTerm, catalogue));
    counted.push({ term, state: ofTerm, counts });
  }
  return counted;
}
