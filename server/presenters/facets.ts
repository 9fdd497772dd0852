import { FACETS, type Facet, type FacetCounts } from '../../engine/engine.ts';
import { KINDS } from '../../report/kinds.ts';
import { SECTIONS, sectionLabel } from '../../report/sections.ts';
import type { Catalogue } from '../catalogue.ts';
import type { SearchState } from '../search-state.ts';

/** A value of a facet: a year, an adcode, a section id, a kind. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** For each facet, the values that count and those that are filtered by, in the order readers expect. */
export function facetValues(
  counts: FacetCounts,
  state: SearchState,
  catalogue: Catalogue,
): Readonly<Record<Facet, FacetValue[]>> {
  const entries = FACETS.map((facet) => {
    const values = new Set([...counts[facet].keys(), ...selectedValues(facet, state)]);
    const listed = [...values].sort(ORDER[facet]).map((value) => ({
      value,
      label: facetLabel(facet, value, catalogue),
      count: counts[facet].get(value) ?? 0,
    }));
    return [facet, listed] as const;
  });
  return Object.fromEntries(entries) as Record<Facet, FacetValue[]>;
}

/** The words readers see for a value. */
export function facetLabel(facet: Facet, value: string, catalogue: Catalogue): string {
  switch (facet) {
    case 'city':
      return catalogue.cityName(value);
    case 'province':
      return catalogue.provinceName(value);
    case 'section':
      return sectionLabel(value);
    case 'year':
    case 'kind':
      return value;
  }
}

/** The values filtered by; a range of years shows in the years it covers. */
function selectedValues(facet: Facet, state: SearchState): readonly string[] {
  return facet === 'year' ? state.filters.year.filter((text) => !text.includes('..')) : state.filters[facet];
}

type Order = (a: string, b: string) => number;

const byText: Order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** In the order of a list; values that aren't in it come last. */
function byPlaceIn(list: readonly string[]): Order {
  const place = (value: string) => (list.includes(value) ? list.indexOf(value) : list.length);
  return (a, b) => place(a) - place(b) || byText(a, b);
}

const ORDER: Readonly<Record<Facet, Order>> = {
  city: byText,
  province: byText,
  year: (a, b) => byText(b, a),
  section: byPlaceIn(SECTIONS.map((section) => section.id)),
  kind: byPlaceIn(KINDS),
};
