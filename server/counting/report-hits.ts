import type { SearchEngine } from '../../engine/engine.ts';
import type { Block, ReportSummary } from '../../report/types.ts';
import { type Located, locate } from '../../text/match.ts';
import { type CountRequest, search, textsWithHits } from './report-texts.ts';

/** A block that matches, and where. */
export interface LocatedBlock {
  readonly block: Block;
  readonly located: Located;
}

/** A report and all its hits, by number. */
export interface ReportHits {
  readonly report: ReportSummary;
  readonly hits: readonly LocatedBlock[];
}

/**
 * All hits of a query, report by report, newest first: only a few reports are in memory at a time.
 * The engine says which reports have hits; which blocks they are, and where, their text says, so that the
 * numbers are the same for every engine. Reports without a hit are left out.
 */
export async function* reportHits(engine: SearchEngine, request: CountRequest): AsyncGenerator<ReportHits> {
  const { query, filters } = request;
  const found = await search(engine, request);
  for await (const { report, blocks } of textsWithHits(engine, [request], [found])) {
    const hits = blocks
      .filter(({ section }) => filters.section.length === 0 || filters.section.includes(section))
      .flatMap((block) => {
        const located = locate(block, query);
        return located ? [{ block, located }] : [];
      });
    if (hits.length > 0) yield { report, hits };
  }
}
