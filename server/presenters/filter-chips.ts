import type { Catalogue } from '../catalogue.ts';
import { FILTERS, type FilterName, type SearchState } from '../search-state.ts';
import { facetLabel } from './facets.ts';

/** A filter that is on, and the address of the search without it. */
export interface Chip {
  readonly label: string;
  readonly href: string;
}

const NAMES: Readonly<Record<FilterName, string>> = {
  city: '城市',
  province: '省份',
  year: '年份',
  section: '章节',
  kind: '类型',
  report: '报告',
};

/** One chip for each value that is filtered by. */
export function filterChips(state: SearchState, catalogue: Catalogue): Chip[] {
  return FILTERS.flatMap((name) =>
    state.filters[name].map((value) => ({
      label: `${NAMES[name]}：${filterLabel(name, value, catalogue)}`,
      href: state.without(name, value).url(),
    })),
  );
}

/** The words readers see for what a filter admits. */
export function filterLabel(name: FilterName, value: string, catalogue: Catalogue): string {
  if (name === 'report') return catalogue.summary(value)?.title ?? value;
  if (name === 'year') return value.replace('..', '—');
  return facetLabel(name, value, catalogue);
}
