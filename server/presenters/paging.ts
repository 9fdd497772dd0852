import { LIMITS } from '../api/search-parameters.ts';
import type { SearchState } from '../search-state.ts';

/** A link to another page, or a gap between two. */
interface PageLink {
  readonly number?: number;
  readonly href?: string;
  readonly current?: boolean;
}

/** The way from page to page. */
export interface Paging {
  readonly links: readonly PageLink[];
  readonly previous: string | null;
  readonly next: string | null;
  /** True where the last hits lie beyond the last page that can be opened. */
  readonly cut: boolean;
}

/** Pages to either side of the current one that have a link. */
const AROUND = 2;

/** How many pages of a state's size so many hits fill, as far as pages can be opened. */
export function pageCount(state: SearchState, total: number): number {
  return Math.min(Math.ceil(total / state.per), LIMITS.page);
}

/** Presents the paging, or null where all hits stand on one page. */
export function paging(state: SearchState, total: number): Paging | null {
  const last = pageCount(state, total);
  if (last < 2) return null;
  const url = (page: number) => state.withPage(page).url();
  return {
    links: pageNumbers(state.page, last).map((number) =>
      number === null ? {} : { number, href: url(number), current: number === state.page },
    ),
    previous: state.page > 1 ? url(state.page - 1) : null,
    next: state.page < last ? url(state.page + 1) : null,
    cut: total > LIMITS.page * state.per,
  };
}

/** First, last and the pages around the current one; null for a gap. */
function pageNumbers(current: number, last: number): (number | null)[] {
  const result: (number | null)[] = [];
  for (let page = 1; page <= last; page += 1) {
    if (page === 1 || page === last || Math.abs(page - current) <= AROUND) result.push(page);
    else if (result.at(-1) !== null) result.push(null);
  }
  return result;
}
