import type { Filters, SearchEngine } from '../../engine/engine.ts';
import type { Block, ReportSummary } from '../../report/types.ts';
import { type Located, locate } from '../../text/match.ts';
import type { Query } from '../../text/query.ts';
import { reportTexts } from './report-texts.ts';

/** What is counted. */
export interface CountRequest {
  readonly query: Query;
  readonly filters: Filters;
}

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
export async function* reportHits(
  engine: SearchEngine,
  { query, filters }: CountRequest,
): AsyncGenerator<ReportHits> {
  const having = await hitsByReport(engine, { query, filters });
  const reports = (await engine.reports()).filter(({ id }) => having.has(id));
  for await (const { report, blocks } of reportTexts(engine, reports)) {
    const hits = blocks
      .filter(({ section }) => filters.section.length === 0 || filters.section.includes(section))
      .flatMap((block) => {
        const located = locate(block, query);
        return located ? [{ block, located }] : [];
      });
    if (hits.length > 0) yield { report, hits };
  }
}

/** How many hits each report has that has any, by its id, as the engine says. */
export async function hitsByReport(
  engine: SearchEngine,
  { query, filters }: CountRequest,
): Promise<ReadonlyMap<string, number>> {
  const found = await engine.search({ query, filters, sort: 'newest', offset: 0, limit: 0 });
  return found.hitsByReport;
}
