import { provinceCode } from '../../report/summary.ts';
import type { ReportSummary } from '../../report/types.ts';
import { groupBy } from '../group-by.ts';

/** Two reports worth comparing, the earlier one first. */
export type Pair = readonly [a: ReportSummary, b: ReportSummary];

/** Pairs of one place and kind in years that follow each other, the newest first. */
export function neighbouringYears(reports: readonly ReportSummary[]): Pair[] {
  return pairsAmong(
    reports,
    ({ adcode, kind }) => `${adcode} ${kind}`,
    (older, newer) => newer.year - older.year === 1,
  );
}

/** Pairs of two places of one province in the same year, of one kind, the newest first. */
export function neighbouringPlaces(reports: readonly ReportSummary[]): Pair[] {
  return pairsAmong(
    reports.filter(({ adcode }) => provinceCode(adcode) !== null),
    ({ adcode, year, kind }) => `${provinceCode(adcode)} ${year} ${kind}`,
    (a, b) => a.adcode !== b.adcode,
  );
}

/** All pairs that are offered ready-made. */
export function readyPairs(reports: readonly ReportSummary[]): Pair[] {
  return [...neighbouringYears(reports), ...neighbouringPlaces(reports)];
}

/** @param reports newest first. */
function pairsAmong(
  reports: readonly ReportSummary[],
  keyOf: (report: ReportSummary) => string,
  isPair: (a: ReportSummary, b: ReportSummary) => boolean,
): Pair[] {
  return [...groupBy(reports, keyOf).values()].flatMap((group) =>
    group.flatMap((newer, i) =>
      group
        .slice(i + 1)
        .filter((older) => isPair(older, newer))
        .map((older): Pair => [older, newer]),
    ),
  );
}
