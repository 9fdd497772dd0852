import type { Facet } from '../../engine/engine.ts';
import { pinyinOf } from '../../text/pinyin.ts';
import type { SearchState } from '../search-state.ts';
import type { FacetValue } from './facets.ts';
import { formatCount } from './page.ts';

/** One check box. */
export interface FacetOption {
  readonly name: Facet;
  readonly value: string;
  readonly label: string;
  /** Of a place's name, syllables separated by spaces: what a script finds it by. Empty for what isn't a place. */
  readonly pinyin: string;
  readonly count: string;
  readonly checked: boolean;
  readonly disabled: boolean;
}

/** Presents a facet's value. */
export function facetOption(
  facet: Facet,
  { value, label, count }: FacetValue,
  state: SearchState,
): FacetOption {
  const checked = state.isSelected(facet, value);
  const inRange = facet === 'year' && checked && !state.filters.year.includes(value);
  return {
    name: facet,
    value,
    label,
    pinyin: facet === 'city' || facet === 'province' ? pronunciation(label) : '',
    count: formatCount(count),
    checked,
    // A year of a chosen range can't be taken out of it alone: the range has its own chip.
    disabled: inRange || (count === 0 && !checked),
  };
}

// There are only so many places, and finding out how they are pronounced takes longer than the search.
const PRONUNCIATIONS = new Map<string, string>();

function pronunciation(name: string): string {
  const known = PRONUNCIATIONS.get(name) ?? pinyinOf(name);
  PRONUNCIATIONS.set(name, known);
  return known;
}
