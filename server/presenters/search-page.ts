import { type FacetCounts, SORTS, type Sort } from '../../engine/engine.ts';
import { isEmpty, soughtTerms } from '../../text/query.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Search } from '../search.ts';
import { LIMITS, type ParameterProblem, SearchState } from '../search-state.ts';
import { type FacetForm, facetForm, type HiddenField, stateFields } from './facet-form.ts';
import { type Chip, filterChips } from './filter-chips.ts';
import { type HitView, hitView } from './hit-view.ts';
import type { NoHits } from './no-hits.ts';
import { formatCount, type Page, pageTitle, quoted, shorten } from './page.ts';
import { type Paging, pageCount, paging } from './paging.ts';

interface SearchPage extends Page {
  readonly q: string;
  /** What the search box keeps besides its query. */
  readonly hidden: readonly HiddenField[];
  readonly total: string;
  readonly notes: readonly string[];
  readonly chips: readonly Chip[];
  readonly clear: string;
  readonly facets: FacetForm;
  readonly sorts: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly hits: readonly HitView[];
  /** Number of the first hit among all. */
  readonly first: number;
  readonly paging: Paging | null;
  readonly beyond: { readonly message: string; readonly href: string; readonly label: string } | null;
  readonly noHits: NoHits | null;
}

/** What a results page is made from. */
export interface SearchPageInput {
  readonly search: Search;
  readonly problems: readonly ParameterProblem[];
  readonly catalogue: Catalogue;
  /** Captions of the tables that hits stand in, by block id. */
  readonly captions: ReadonlyMap<string, string>;
  /** Facet counts of the whole collection. */
  readonly corpus: FacetCounts;
  /** What is said where nothing was found. */
  readonly noHits: NoHits | null;
  /** Scheme and host of the site. */
  readonly origin: string;
}

const SORT_LABELS: Readonly<Record<Sort, string>> = {
  relevance: '相关度',
  newest: '最新',
  oldest: '最早',
  report: '按报告',
};

/** Presents a page of results. */
export function searchPage(input: SearchPageInput): SearchPage {
  const { search, problems, catalogue, captions, corpus, noHits, origin } = input;
  const { state, result } = search;
  const plain = new SearchState({ q: state.q }).url();
  return {
    title: pageTitle(state.q.trim() === '' ? '浏览全部段落' : shorten(state.q.trim(), 40)),
    styles: noHits ? ['results', 'facets', 'offers'] : ['results', 'facets'],
    canonical: plain,
    ...(state.url() === plain ? {} : { robots: 'noindex, nofollow' }),
    q: state.q,
    hidden: stateFields(state),
    total: totalText(search),
    notes: [...new Set(problems.map(({ parameter }) => NOTES[parameter]))],
    chips: filterChips(state, catalogue),
    clear: state.withoutFilters().url(),
    facets: facetForm(result.facets, corpus, state, catalogue),
    sorts: SORTS.map((sort) => ({
      label: SORT_LABELS[sort],
      href: state.withSort(sort).url(),
      current: sort === state.sort,
    })),
    hits: result.hits.map((hit) => hitView(hit, search, origin, captions.get(hit.block.id))),
    first: (state.page - 1) * state.per + 1,
    paging: paging(state, result.total),
    beyond: beyondLast(search),
    noHits,
  };
}

/** What readers are told of what was wrong in the address; programs are told in other words. */
const NOTES: Readonly<Record<ParameterProblem['parameter'], string>> = {
  year: '年份应为四位数字，如 2024，或者起止年份，如 2020..2025；这次没有采用。',
  sort: `排序只有${Object.values(SORT_LABELS).join('、')}四种；这次按${SORT_LABELS.relevance}。`,
  mode: '检索方式只有精确、分词、任意三种；这次先逐字找，没有再放宽。',
  group: '分组只有按报告一种；这次没有分组。',
  expand: '别名只有 expand=1 一种写法；这次没有用别名。',
  page: `页码应为 1 到 ${LIMITS.page} 的整数；现在是第 1 页。`,
  per: `每页条数应为 1 到 ${LIMITS.per} 的整数；这次没有采用。`,
};

/** The total in words. */
function totalText({ query, state, result }: Search): string {
  const about = result.exact ? '' : '约 ';
  const blocks = `${about}${formatCount(result.total)} 段`;
  const reports = `${about}${formatCount(result.reports)} 份报告`;
  if (isEmpty(query)) return `${state.hasFilters ? '所选范围' : '全部'}：${reports}的 ${blocks}`;
  const terms = soughtTerms(query)
    .map((term) => quoted(term.text))
    .join(' ');
  if (terms === '') return '没有可检索的字';
  if (result.total === 0) return `没有找到 ${terms}`;
  return `在 ${reports}的 ${blocks}中找到 ${terms}`;
}

/** What a page after the last one says. */
function beyondLast({ state, result }: Search): SearchPage['beyond'] {
  const last = pageCount(state, result.total);
  if (last === 0 || state.page <= last) return null;
  return {
    message: `结果一共 ${last} 页，没有第 ${state.page} 页。`,
    href: state.withPage(last).url(),
    label: `回到第 ${last} 页`,
  };
}
