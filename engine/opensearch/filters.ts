import type { ReportSummary } from '../../report/types.ts';
import type { Facet, Filters } from '../engine.ts';
import { activeFacets } from '../facet-filters.ts';
import type { Dsl } from './query.ts';

/** What the filters of facets ask for, by facet. */
export type Conditions = ReadonlyMap<Facet, Dsl>;

/**
 * What the filters of facets ask for; those that aren't set are left out. Each is one clause.
 * @param reports of the collection.
 */
export function facetConditions(filters: Filters, reports: readonly ReportSummary[]): Conditions {
  const valuesOf = (facet: Facet) => (facet === 'year' ? yearsIn(filters, reports) : filters[facet]);
  return new Map(activeFacets(filters).map((facet) => [facet, oneOf(facet, valuesOf(facet))]));
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

/** The years that there are reports of: thousands of ranges would be too many clauses. */
function yearsIn({ year: ranges }: Filters, reports: readonly ReportSummary[]): number[] {
  const years = [...new Set(reports.map(({ year }) => year))];
  return years.filter((year) => ranges.some(({ from, to }) => from <= year && year <= to));
}
