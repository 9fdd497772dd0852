import type { Filters, SearchEngine } from '../../engine/engine.ts';
import { admitsReport } from '../../engine/tally.ts';
import type { Extent, ReportSummary } from '../../report/types.ts';
import { countOccurrences } from '../../text/match.ts';
import { type CountRequest, reportHits } from './report-hits.ts';

/** What a query finds in one report, and in how much text. */
export interface ReportCount extends Extent {
  readonly report: ReportSummary;
  /** Blocks that match. */
  readonly hits: number;
  /** How often they have what was looked for; occurrences don't overlap. Null where only hits were counted. */
  readonly occurrences: number | null;
}

/**
 * Counts a query in every report that the filters admit, those without a hit included, newest first.
 * `blocks` and `characters` are those of the sections that are filtered by, or of the whole report.
 */
export async function countReports(engine: SearchEngine, request: CountRequest): Promise<ReportCount[]> {
  const found = new Map<string, { hits: number; occurrences: number }>();
  for await (const { report, hits } of reportHits(engine, request)) {
    const occurrences = hits.reduce((sum, { located }) => sum + countOccurrences(located), 0);
    found.set(report.id, { hits: hits.length, occurrences });
  }
  return forEachReport(
    await engine.reports(),
    request.filters,
    ({ id }) => found.get(id) ?? { hits: 0, occurrences: 0 },
  );
}

/** The same without occurrences, from what a search has told already: no text is read. */
export function countHitsOnly(
  reports: readonly ReportSummary[],
  filters: Filters,
  hitsByReport: ReadonlyMap<string, number>,
): ReportCount[] {
  return forEachReport(reports, filters, ({ id }) => ({
    hits: hitsByReport.get(id) ?? 0,
    occurrences: null,
  }));
}

function forEachReport(
  reports: readonly ReportSummary[],
  filters: Filters,
  countOf: (report: ReportSummary) => Pick<ReportCount, 'hits' | 'occurrences'>,
): ReportCount[] {
  return reports
    .filter((report) => admitsReport(report, filters))
    .map((report) => ({ report, ...countOf(report), ...extentOf(report, filters) }));
}

/** How long a report is in the sections that are filtered by. */
export function extentOf({ extents }: ReportSummary, { section }: Pick<Filters, 'section'>): Extent {
  const counted = Object.entries(extents).filter(([id]) => section.length === 0 || section.includes(id));
  return {
    blocks: counted.reduce((sum, [, { blocks }]) => sum + blocks, 0),
    characters: counted.reduce((sum, [, { characters }]) => sum + characters, 0),
  };
}
