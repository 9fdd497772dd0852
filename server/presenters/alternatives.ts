import { isEmpty, type Query } from '../../text/query.ts';
import type { Catalogue } from '../catalogue.ts';
import { isLooser, type Search } from '../search.ts';
import { FILTERS, type SearchState } from '../search-state.ts';
import { type CountedAlternative, type Counter, counted, isFound } from './counting.ts';
import { fewerWords } from './fewer-words.ts';
import { filterLabel } from './filter-chips.ts';
import { shorten } from './page.ts';

/** What could be searched instead of a search that has found nothing. Empty lists don't help. */
export interface Alternatives {
  /** The same query with fewer filters. */
  readonly filters: readonly CountedAlternative[];
  /** Fewer words, or words apart. */
  readonly words: readonly CountedAlternative[];
  /** Whether the words too are searched without the filters. */
  readonly everywhere: boolean;
}

/** Counts what could be searched instead of a search that has found nothing. */
export async function alternativesTo(
  { state: asState, asked: query, mode }: Search,
  catalogue: Catalogue,
  count: Counter,
): Promise<Alternatives> {
  // What was found out about the query holds without its filters as well.
  const state = isLooser(mode) ? asState.withMode(mode) : asState;
  const [filters, words] = await Promise.all([
    isSearchable(query) ? fewerFilters(state, catalogue, count) : [],
    fewerWords(query, state, count),
  ]);
  const isHelpful = filters.length > 0 || words.some(isFound);
  if (isHelpful || !state.hasFilters) return { filters, words, everywhere: false };
  return { filters, words: await fewerWords(query, state.withoutFilters(), count), everywhere: true };
}

/** False for a query of nothing but punctuation. */
export function isSearchable(query: Query): boolean {
  return isEmpty(query) || query.clauses.length > 0;
}

/** Without one of the filters, where that helps; without any. */
async function fewerFilters(
  state: SearchState,
  catalogue: Catalogue,
  count: Counter,
): Promise<CountedAlternative[]> {
  if (!state.hasFilters) return [];
  const all = await counted([{ label: '去掉全部筛选', state: state.withoutFilters() }], count);
  if (!all.some(isFound)) return [];
  const ones = FILTERS.filter((name) => state.filters[name].length > 0).map((name) => {
    const labels = state.filters[name].map((value) => filterLabel(name, value, catalogue));
    return { label: `去掉 ${shorten(labels.join('、'), 30)}`, state: state.withFilter(name, []) };
  });
  const helpful = (await counted(ones, count)).filter(isFound);
  return ones.length === 1 ? helpful : [...helpful, ...all];
}
