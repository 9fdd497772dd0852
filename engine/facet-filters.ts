import { SECTIONS } from '../report/sections.ts';
import type { ReportSummary } from '../report/types.ts';
import { FACETS, type Facet, type Filters } from './engine.ts';
import { facetValue } from './tally.ts';

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
  const valuesOf = (facet: Facet) => () => reports.map((report) => facetValue(report, facet));
  return {
    city: only(filters.city, valuesOf('city')),
    province: only(filters.province, valuesOf('province')),
    year: onlyYears(filters.year, reports),
    section: only(filters.section, () => SECTIONS.map(({ id }) => id)),
    kind: only(filters.kind, valuesOf('kind')),
    report: only(filters.report, () => reports.map(({ id }) => id)),
  };
}

function only(wanted: readonly string[], held: () => readonly (string | null)[]): readonly string[] {
  if (wanted.length === 0) return wanted;
  const known = new Set(held());
  const admitted = [...new Set(wanted)].filter((value) => known.has(value));
  return admitted.length > 0 ? admitted : [NOBODYS];
}

function onlyYears(ranges: Filters['year'], reports: readonly ReportSummary[]): Filters['year'] {
  if (ranges.length === 0) return ranges;
  const years = [...new Set(reports.map(({ year }) => year))];
  const admitted = years.filter((year) => ranges.some(({ from, to }) => from <= year && year <= to));
  return admitted.length > 0 ? admitted.map((year) => ({ from: year, to: year })) : [NO_YEAR];
}
