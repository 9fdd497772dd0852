import type { Catalogue } from '../catalogue.ts';
import { type ReportRow, reportRow } from './reports-page.ts';

const SHOWN = 5;

/** The newest reports, by their day, else by their year: a year without a day comes after its days. */
export function newestReports({ reports }: Catalogue): ReportRow[] {
  const newest = reports.toSorted((a, b) => {
    const [first, second] = [a.date ?? `${a.year}`, b.date ?? `${b.year}`];
    return first === second ? 0 : first < second ? 1 : -1;
  });
  return newest.slice(0, SHOWN).map(reportRow);
}
