import type { ReportSummary } from '../../report/types.ts';

/** Columns over all blocks; a block is its row's number less one. */
export interface BlockColumns {
  /** Place of the block's report in the list of reports. */
  readonly report: Uint32Array;
  readonly section: readonly string[];
  readonly length: Uint32Array;
}

/**
 * Makes columns of the rows of `blocks`.
 * @param stored the reports in the order of their numbers in the file.
 * @param sorted the same in the order they are known by from now on.
 */
export function readBlocks(
  rows: readonly (readonly [number, string, number])[],
  stored: readonly ReportSummary[],
  sorted: readonly ReportSummary[],
): BlockColumns {
  const placeOf = new Map(sorted.map((report, place) => [report.id, place]));
  const places = stored.map((report) => placeOf.get(report.id) as number);
  return {
    report: Uint32Array.from(rows, ([report]) => places[report] as number),
    section: rows.map(([, section]) => section),
    length: Uint32Array.from(rows, ([, , length]) => length),
  };
}

/** The place of each block when reports are put in an order and each keeps its blocks' own. */
export function placesOf(
  blocks: BlockColumns,
  reports: readonly ReportSummary[],
  order: (a: ReportSummary, b: ReportSummary) => number,
): Uint32Array {
  const rankOfReport = new Uint32Array(reports.length);
  reports
    .map((report, i) => ({ report, i }))
    .sort((a, b) => order(a.report, b.report))
    .forEach(({ i }, rank) => {
      rankOfReport[i] = rank;
    });
  const inOrder = Array.from(
    blocks.report,
    (report, block) => [rankOfReport[report] as number, block] as const,
  ).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const places = new Uint32Array(inOrder.length);
  inOrder.forEach(([, block], place) => {
    places[block] = place;
  });
  return places;
}
