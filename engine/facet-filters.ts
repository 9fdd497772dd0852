import { SECTIONS } from '../report/sections.ts';
import { provinceCode } from '../report/summary.ts';
import type { ReportSummary } from '../report/types.ts';
import { FACETS, type Facet, type Filters } from './engine.ts';

/** The facets that are filtered by: each is counted as if its own filter were off. */
export function activeFacets(filters: Filters): Facet[] {
  return FACETS.filter((facet) => filters[facet].length > 0);
}

/** What no report has, for filters that admit none of those there are. */
const NOBODYS = '-';
const NO_YEAR = { from: 0, to: 0 };

/**
 * Filters that admit the same, with values only that there are: an address may say more than a server takes, and
 * a server may take TASKS for tasks.
 */
export function heldFilters(filters: Filters, reports: readonly ReportSummary[]): Filters {
  const held = <Value extends string | number>(value: (report: ReportSummary) => Value | null) => [
    ...new Set(reports.map(value).filter((one) => one !== null)),
  ];
  return {
    city: only(filters.city, () => held(({ adcode }) => adcode)),
    province: only(filters.province, () => held(({ adcode }) => provinceCode(adcode))),
    year: onlyYears(filters.year, () => held(({ year }) => year)),
    section: only(filters.section, () => SECTIONS.map(({ id }) => id)),
    kind: only(filters.kind, () => held(({ kind }) => kind)),
    report: only(filters.report, () => held(({ id }) => id)),
  };
}

function only(wanted: readonly string[], held: () => readonly string[]): readonly string[] {
  if (wanted.length === 0) return wanted;
  const known = new Set(wanted);
  const admitted = held().filter((value) => known.has(value));
  return admitted.length > 0 ? admitted : [NOBODYS];
}

function onlyYears(ranges: Filters['year'], held: () => readonly number[]): Filters['year'] {
  if (ranges.length === 0) return ranges;
  const admitted = held().filter((year) => ranges.some(({ from, to }) => from <= year && year <= to));
  return admitted.length > 0 ? admitted.map((year) => ({ from: year, to: year })) : [NO_YEAR];
}
