import { SECTIONS } from '../../report/sections.ts';
import type { ReportSummary } from '../../report/types.ts';
import type { Facet, Filters } from '../engine.ts';
import { activeFacets } from '../facet-filters.ts';
import { facetValue } from '../tally.ts';
import type { Dsl } from './query.ts';

/** What the filters of facets ask for, by facet. */
export type Conditions = ReadonlyMap<Facet, Dsl>;

/**
 * What the filters of facets ask for; those that aren't set are left out. Each is one clause.
 * @param reports of the collection.
 */
export function facetConditions(filters: Filters, reports: readonly ReportSummary[]): Conditions {
  return new Map(
    activeFacets(filters).map((facet) => [facet, oneOf(facet, admittedValues(facet, filters, reports))]),
  );
}

/** What the filter of reports asks for, which isn't a facet. */
export function reportCondition({ report }: Filters): Dsl[] {
  return report.length === 0 ? [] : [oneOf('report', report)];
}

/** All conditions but that of one facet. */
export function conditionsBut(conditions: Conditions, facet: Facet): Dsl[] {
  return [...conditions].filter(([name]) => name !== facet).map(([, dsl]) => dsl);
}

function oneOf(field: string, values: readonly unknown[]): Dsl {
  return { terms: { [field]: values } };
}

/** The values that a filter admits, of those that there are: an address may ask for more than OpenSearch takes. */
function admittedValues(facet: Facet, filters: Filters, reports: readonly ReportSummary[]): string[] {
  const values =
    facet === 'section' ? SECTIONS.map(({ id }) => id) : reports.map((report) => facetValue(report, facet));
  const admits = facet === 'year' ? isInYears(filters) : isOneOf(filters[facet]);
  return [...new Set(values)].filter((value) => value !== null).filter(admits);
}

function isInYears({ year: ranges }: Filters): (year: string) => boolean {
  return (year) => ranges.some(({ from, to }) => from <= Number(year) && Number(year) <= to);
}

function isOneOf(values: readonly string[]): (value: string) => boolean {
  const wanted = new Set(values);
  return (value) => wanted.has(value);
}
