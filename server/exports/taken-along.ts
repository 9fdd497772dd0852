import type { Filters, SearchEngine } from '../../engine/engine.ts';
import { EngineError } from '../../engine/errors.ts';
import type { Query } from '../../text/query.ts';
import { Catalogue } from '../catalogue.ts';
import type { Measure } from '../counting/measures.ts';
import { countReports, type ReportCount } from '../counting/report-counts.ts';
import { type ReportHits, reportHits } from '../counting/report-hits.ts';
import type { Access } from '../presenters/citations.ts';
import { countHits, type Mode } from '../search.ts';
import type { SearchState } from '../search-state.ts';
import { type Collection, collectionOf, isStill } from './collection.ts';

/** What a file that is taken along says of where it comes from. */
export interface Provenance extends Collection {
  readonly state: SearchState;
  /** What was searched for: what was typed, or its words, or with other names. */
  readonly query: Query;
  readonly mode: Mode;
  /** The filters of the address and those typed, together. */
  readonly filters: Filters;
  /** How many hits there are, as on the page of the same address. */
  readonly total: number;
  /** False where the engine couldn't vouch for the total. */
  readonly exact: boolean;
  /** Where it is made, for links, and on which day. */
  readonly access: Access;
}

/** A search with all its hits, to be written into a file. */
export interface TakenAlong extends Provenance {
  readonly catalogue: Catalogue;
  /** What the wide form tells of each place and year. */
  readonly measure: Measure;
  /** All hits, report by report, newest first; see `counting/report-texts.ts` for what is in memory. */
  hits(): AsyncIterable<ReportHits>;
  /** What each report has that the filters admit. */
  counts(): Promise<readonly ReportCount[]>;
}

interface Settings {
  readonly access: Access;
  readonly measure: Measure;
}

/**
 * Counts a search and makes its hits ready to be written. They are read as they are written, in the reading
 * that the page of the same address takes; order, pages and groups of the address have no say.
 * @throws HttpProblem for a query over the limit; EngineError where the engine can't answer, and, while hits are
 *   read, where the collection is replaced meanwhile: half of one and half of another is no answer.
 */
export async function takeAlong(
  engine: SearchEngine,
  state: SearchState,
  { access, measure }: Settings,
): Promise<TakenAlong> {
  const collection = await collectionOf(engine);
  const catalogue = await Catalogue.of(engine);
  const { query, mode, filters, total, exact } = await countHits(engine, state, catalogue);
  const unchanged = async () => {
    if (await isStill(collection, engine)) return;
    throw new EngineError('no_index', '导出的中途换了语料，请重新导出。');
  };
  return {
    state,
    query,
    mode,
    filters,
    total,
    exact,
    ...collection,
    access,
    catalogue,
    measure,
    async *hits() {
      yield* reportHits(engine, { query, filters });
      await unchanged();
    },
    async counts() {
      const counts = await countReports(engine, { query, filters });
      await unchanged();
      return counts;
    },
  };
}
