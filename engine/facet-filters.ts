import { FACETS, type Facet, type Filters } from './engine.ts';

/** The facets that are filtered by: each is counted as if its own filter were off. */
export function activeFacets(filters: Filters): Facet[] {
  return FACETS.filter((facet) => filters[facet].length > 0);
}
