import { groupBy } from '../group-by.ts';
import type { ReportCount } from './report-counts.ts';

/** Sums over some reports. */
export interface Counts {
  readonly reports: number;
  readonly hits: number;
  /** Null where only hits were counted. */
  readonly occurrences: number | null;
  readonly blocks: number;
  readonly characters: number;
}

interface MatrixRow {
  readonly adcode: string;
  /** One for each year; null where there is no report. */
  readonly cells: readonly (Counts | null)[];
  readonly total: Counts;
}

/** Places by years. */
export interface Matrix {
  /** Earliest first; only those of which there is a report. */
  readonly years: readonly number[];
  /** By adcode. */
  readonly rows: readonly MatrixRow[];
}

/**
 * Puts the counts of reports into a matrix of places and years.
 * @param rowOf the adcode of the row that a place's reports are counted in.
 */
export function matrixOf(
  counts: readonly ReportCount[],
  rowOf: (adcode: string) => string = (adcode) => adcode,
): Matrix {
  const years = yearsOf(counts);
  const rows = groupBy(counts, ({ report }) => rowOf(report.adcode));
  return {
    years,
    rows: [...rows.keys()].sort().map((adcode) => {
      const inside = rows.get(adcode) ?? [];
      const byYear = groupBy(inside, ({ report }) => report.year);
      return {
        adcode,
        cells: years.map((year) => sumOrNull(byYear.get(year) ?? [])),
        total: sumOf(inside),
      };
    }),
  };
}

/** The years that there are reports of, earliest first. */
export function yearsOf(counts: readonly ReportCount[]): number[] {
  return [...new Set(counts.map(({ report }) => report.year))].sort((a, b) => a - b);
}

/** The counts of a year; null where there is no report of it. */
export function sumOfYear(counts: readonly ReportCount[], year: number): Counts | null {
  return sumOrNull(counts.filter(({ report }) => report.year === year));
}

function sumOrNull(counts: readonly ReportCount[]): Counts | null {
  return counts.length === 0 ? null : sumOf(counts);
}

/** The counts of some reports together. */
export function sumOf(counts: readonly ReportCount[]): Counts {
  const sum = (field: 'hits' | 'blocks' | 'characters') =>
    counts.reduce((total, count) => total + count[field], 0);
  const occurrences = counts.reduce<number | null>(
    (total, count) => (total === null || count.occurrences === null ? null : total + count.occurrences),
    0,
  );
  return {
    reports: counts.length,
    hits: sum('hits'),
    occurrences,
    blocks: sum('blocks'),
    characters: sum('characters'),
  };
}
