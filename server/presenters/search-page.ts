import { type FacetCounts, SORTS } from '../../engine/engine.ts';
import { isEmpty } from '../../text/query.ts';
import type { Catalogue } from '../catalogue.ts';
import { countHitsOnly } from '../counting/report-counts.ts';
import { feedTitle } from '../exports/atom.ts';
import { isLooser, type Search } from '../search.ts';
import { SearchState } from '../search-state.ts';
import type { Suggestion } from '../suggestions/offers.ts';
import { exportUrl } from './addresses.ts';
import type { Access } from './citations.ts';
import { type DownloadLink, downloadLinks } from './download-links.ts';
import { type FacetForm, facetForm, type HiddenField, stateFields } from './facet-form.ts';
import { type Chip, filterChips } from './filter-chips.ts';
import { type HitView, hitView } from './hit-view.ts';
import type { NoHits } from './no-hits.ts';
import { formatCount, type Page, pageTitle, shorten } from './page.ts';
import { type Paging, pageCount, paging } from './paging.ts';
import { SORT_LABELS } from './parameter-notes.ts';
import { queryText } from './query-text.ts';
import { foundText, type ReadingView, readingView } from './reading-view.ts';
import { type SpreadAside, spreadAside } from './spread-view.ts';
import { type SuggestionLine, suggestionLines } from './suggestions-view.ts';

interface SearchPage extends Page {
  readonly q: string;
  /** What the search box keeps besides its query. */
  readonly hidden: readonly HiddenField[];
  readonly total: string;
  /** The address of this very page, to be copied. */
  readonly address: string;
  readonly hasResults: true;
  readonly notes: readonly string[];
  readonly reading: ReadingView;
  readonly suggestions: readonly SuggestionLine[];
  /** Address of the search with all other names of its terms; empty where it has none. */
  readonly expanded: string;
  readonly hasChips: boolean;
  readonly chips: readonly Chip[];
  readonly clear: string;
  readonly facets: FacetForm;
  readonly sorts: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly groups: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly hits: readonly HitView[];
  /** Number of the first hit among all. */
  readonly first: number;
  readonly paging: Paging | null;
  /** The forms in which all hits can be taken along; none where there are no hits. */
  readonly downloads: readonly DownloadLink[];
  readonly related: readonly RelatedView[];
  readonly beyond: { readonly message: string; readonly href: string; readonly label: string } | null;
  readonly spread: SpreadAside | null;
  readonly noHits: NoHits | null;
}

/** What a looser reading finds besides. */
interface RelatedView {
  readonly id: string;
  readonly heading: string;
  readonly note: string;
  readonly hits: readonly HitView[];
  /** Address of all of them; empty where all are shown. */
  readonly all: string;
}

/** What a results page is made from. */
export interface SearchPageInput {
  readonly search: Search;
  readonly suggestions: readonly Suggestion[];
  /** On the parameters of the address. */
  readonly notes: readonly string[];
  readonly catalogue: Catalogue;
  /** Captions of the tables that hits stand in, by block id. */
  readonly captions: ReadonlyMap<string, string>;
  /** Facet counts of the whole collection. */
  readonly corpus: FacetCounts;
  /** What is said where nothing was found. */
  readonly noHits: NoHits | null;
  readonly access: Access;
}

/** Presents a page of results. */
export function searchPage(input: SearchPageInput): SearchPage {
  const { search, suggestions, notes, catalogue, captions, corpus, noHits, access } = input;
  const { state, result } = search;
  const plain = new SearchState({ q: state.q }).url();
  return {
    title: pageTitle(titleText(search)),
    // Where nothing is found, what a looser reading finds may be shown all the same.
    styles: ['results', 'facets', 'citations', 'counts', ...(noHits ? ['offers'] : [])],
    canonical: plain,
    ...(state.url() === plain ? {} : { robots: 'noindex, nofollow' }),
    feed: { href: exportUrl(state, 'atom'), title: feedTitle(state) },
    q: state.q,
    // Another query starts from what is typed again.
    hidden: stateFields(state.withMode('auto').withExpand('')),
    total: totalText(search),
    address: state.url(),
    hasResults: true,
    notes: [...notes, ...search.notes],
    reading: readingView(search),
    suggestions: suggestionLines(suggestions),
    expanded: suggestions.some(({ kind }) => kind === 'alias') ? state.withExpand('1').url() : '',
    hasChips: state.hasFilters || search.asked.clauses.length > 0,
    chips: filterChips(state, catalogue),
    clear: state.withoutFilters().url(),
    facets: facetForm(result.facets, corpus, state, catalogue),
    sorts: SORTS.map((sort) => ({
      label: SORT_LABELS[sort],
      href: state.withSort(sort).url(),
      current: sort === state.sort,
    })),
    groups: [
      { label: '逐段', href: state.withGroup('').url(), current: state.group === '' },
      { label: '每份报告一条', href: state.withGroup('report').url(), current: state.group === 'report' },
    ],
    hits: result.hits.map((hit) => hitView(hit, search, access, captions.get(hit.block.id))),
    first: (state.page - 1) * state.per + 1,
    paging: paging(state, listedHits(search)),
    downloads: result.total > 0 ? downloadLinks(state) : [],
    related: relatedViews(input),
    spread: spreadAside(
      countHitsOnly(catalogue.reports, search.filters, result.hitsByReport),
      state,
      catalogue,
      !isLooser(search.mode),
    ),
    beyond: beyondLast(search),
    noHits,
  };
}

/** How blocks have the words of what no block has to the letter. */
const LOOSELY = { words: '有其中各词', any: '有其中的词' } as const;

/** What was looked for and how much there is: what a screen reader says first of a page. */
function titleText({ state, result, query }: Search): string {
  const typed = shorten(state.q.trim(), 40);
  const what = typed || (state.hasFilters ? '浏览所选范围' : '浏览全部段落');
  const blocks = `${result.exact ? '' : '约 '}${formatCount(result.total)} 段`;
  const total = result.total === 0 && !isEmpty(query) ? '没有找到' : blocks;
  return `${what}：${total}${state.page > 1 ? `，第 ${state.page} 页` : ''}`;
}

/** The total in words. */
export function totalText(search: Search): string {
  const { asked, query, mode, state, result } = search;
  const about = result.exact ? '' : '约 ';
  const blocks = `${about}${formatCount(result.total)} 段`;
  const reports = `${about}${formatCount(result.hitsByReport.size)} 份报告`;
  if (isEmpty(query)) return `${state.hasFilters ? '所选范围' : '全部'}：${reports}的 ${blocks}`;
  const found = foundText(search);
  if (found === '') return '没有可检索的字';
  if (result.total === 0) return `没有找到 ${found}`;
  if (state.mode === 'auto' && isLooser(mode)) {
    return `没有逐字找到 ${queryText(asked)}；${reports}的 ${blocks}${LOOSELY[mode]}`;
  }
  return `在 ${reports}的 ${blocks}中找到 ${found}`;
}

/** How many hits the pages list: one for each report, or all. */
function listedHits({ state, result }: Search): number {
  return state.group === 'report' ? result.hitsByReport.size : result.total;
}

const RELATED_NOTES = {
  words: '这些段落有全部的词，但词没有连在一起',
  any: '这些段落只有其中一部分词，含得多的、词少见的在前',
} as const;

function relatedViews({ search, captions, access }: SearchPageInput): RelatedView[] {
  const { state, result } = search;
  return search.related.map(({ mode, query, hits, total }) => {
    const looser = { ...search, query, mode };
    return {
      id: `related-${mode}`,
      heading: `另有 ${formatCount(total)} 段含有 ${foundText(looser)}`,
      note: `${RELATED_NOTES[mode]}，不计入上面的 ${formatCount(result.total)} 段。`,
      hits: hits.map((hit) => hitView(hit, looser, access, captions.get(hit.block.id))),
      all: total > hits.length ? state.withMode(mode).url() : '',
    };
  });
}

/** What a page after the last one says. */
function beyondLast(search: Search): SearchPage['beyond'] {
  const { state } = search;
  const last = pageCount(state, listedHits(search));
  if (last === 0 || state.page <= last) return null;
  return {
    message: `结果一共 ${last} 页，没有第 ${state.page} 页。`,
    href: state.withPage(last).url(),
    label: `回到第 ${last} 页`,
  };
}
