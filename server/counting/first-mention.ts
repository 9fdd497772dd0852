import type { ReportSummary } from '../../report/types.ts';
import { yearsOf } from './matrix.ts';
import type { ReportCount } from './report-counts.ts';

/** How words have spread over the places of a collection. */
export interface Spread {
  /** The earliest report that has them; of several of one day or year, the first by id. Null for none. */
  readonly first: ReportSummary | null;
  /** For each year since, in how many places they had been by then. */
  readonly byYear: readonly { readonly year: number; readonly places: number }[];
}

/** Tells which report used words first, and in how many places they had appeared by each year. */
export function spreadOf(counts: readonly ReportCount[]): Spread {
  const reports = counts
    .filter(({ hits }) => hits > 0)
    .map(({ report }) => report)
    .sort(byDay);
  const firstYear = reports[0]?.year ?? 0;
  const years = yearsOf(counts);
  return {
    first: reports[0] ?? null,
    byYear: years
      .filter((year) => reports.length > 0 && year >= firstYear)
      .map((year) => ({
        year,
        places: new Set(reports.filter((report) => report.year <= year).map(({ adcode }) => adcode)).size,
      })),
  };
}

/** By year of delivery; within one, those whose day is known first. */
function byDay(a: ReportSummary, b: ReportSummary): number {
  const key = ({ year, date, id }: ReportSummary) => `${year} ${date ?? '9999-12-31'} ${id}`;
  return key(a) < key(b) ? -1 : 1;
}
