import type { Facet, Filters } from '../engine.ts';
import { activeFacets } from '../facet-filters.ts';

/** The filters that are set, each as a Meilisearch expression. */
type Conditions = ReadonlyMap<Facet | 'report', string>;

function conditions(filters: Filters): Conditions {
  const result = new Map<Facet | 'report', string>();
  for (const name of ['city', 'province', 'section', 'kind', 'report'] as const) {
    if (filters[name].length > 0) result.set(name, `${name} IN [${filters[name].map(quote).join(', ')}]`);
  }
  if (filters.year.length > 0) {
    const ranges = filters.year.map(({ from, to }) => `year ${from} TO ${to}`);
    result.set('year', `(${ranges.join(' OR ')})`);
  }
  return result;
}

function quote(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

/** All filters together, or all but one facet's; empty where nothing is filtered. */
export function filterExpression(filters: Filters, except?: Facet): string {
  const entries = [...conditions(filters)].filter(([name]) => name !== except);
  return entries.map(([, expression]) => expression).join(' AND ');
}

/** Admits every block that counts for a hit or for any facet: those that at most one facet's filter refuses. */
export function facetedFilterExpression(filters: Filters): string {
  const alternatives = activeFacets(filters).map((facet) => filterExpression(filters, facet));
  if (alternatives.length === 0) return filterExpression(filters);
  return alternatives.includes('') ? '' : alternatives.map((expression) => `(${expression})`).join(' OR ');
}
