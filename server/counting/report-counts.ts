import type { Filters, SearchEngine, SearchResult } from '../../engine/engine.ts';
import { admitsReport } from '../../engine/tally.ts';
import type { Extent, ReportSummary } from '../../report/types.ts';
import { type CountRequest, search, textsWithHits } from './report-texts.ts';
import { countEachTerm } from './term-counts.ts';

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
  const [counts = []] = await countReportsForEach(engine, [request]);
  return counts;
}

/**
 * {@link countReports} for several queries: each text is read, and analysed, once for all of them.
 * Only a few reports are in memory at a time.
 */
export async function countReportsForEach(
  engine: SearchEngine,
  requests: readonly CountRequest[],
): Promise<ReportCount[][]> {
  const found: SearchResult[] = [];
  for (const request of requests) found.push(await search(engine, request));
  const tallies = requests.map(() => new Map<string, Tally>());
  for await (const { report, blocks } of textsWithHits(engine, requests, found)) {
    const { id } = report;
    const asked = [...requests.keys()].filter((i) => found[i]?.hitsByReport.has(id));
    const terms = asked.map((i) => {
      const { query, filters } = requests[i] as CountRequest;
      return { query, sections: filters.section };
    });
    const { hits, occurrences } = countEachTerm(blocks, terms);
    asked.forEach((i, at) => {
      tallies[i]?.set(id, { hits: hits[at] as number, occurrences: occurrences[at] as number });
    });
  }
  const reports = await engine.reports();
  return requests.map(({ filters }, i) =>
    forEachReport(reports, filters, ({ id }) => tallies[i]?.get(id) ?? { hits: 0, occurrences: 0 }),
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

/** What was counted in a report. */
type Tally = Pick<ReportCount, 'hits' | 'occurrences'>;

function forEachReport(
  reports: readonly ReportSummary[],
  filters: Filters,
  countOf: (report: ReportSummary) => Tally,
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
