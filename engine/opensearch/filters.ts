import type { Facet, Filters } from '../engine.ts';
import { activeFacets } from '../facet-filters.ts';
import type { Dsl } from './query.ts';

/** What the filters of facets ask for, by facet. */
export type Conditions = ReadonlyMap<Facet, Dsl>;

/** What the filters of facets ask for; those that aren't set are left out. */
export function facetConditions(filters: Filters): Conditions {
  return new Map(
    activeFacets(filters).map((facet) => [
      facet,
      facet === 'year' ? inYears(filters) : oneOf(facet, filters[facet]),
    ]),
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

function inYears({ year }: Filters): Dsl {
  return { bool: { should: year.map(({ from, to }) => ({ range: { year: { gte: from, lte: to } } })) } };
}
