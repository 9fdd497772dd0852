import { isEmpty, type Query, type Term } from '../../text/query.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Search } from '../search.ts';
import type { SearchState } from '../search-state.ts';
import { holdingsTotals } from './holdings-view.ts';
import { formatCount, quoted } from './page.ts';

/** Another search and how many blocks it finds. */
interface Offer {
  readonly label: string;
  readonly count: string;
  /** Empty where it would find nothing either. */
  readonly href: string;
}

/** What an empty result says and offers. */
export interface NoHits {
  readonly searched: string;
  /** How the query was read, where that may be why nothing was found. */
  readonly rules: readonly string[];
  readonly offers: readonly Offer[];
  readonly holdings: string;
}

/** A search that an empty result may offer instead. */
export interface Alternative {
  readonly label: string;
  readonly state: SearchState;
}

/** Terms that are counted alone. */
const TERMS = 5;

/** The searches worth counting where one has found nothing: without filters, and each term alone. */
export function alternatives({ state, query }: Search): Alternative[] {
  const result: Alternative[] = [];
  if (state.hasFilters && isSearchable(query)) {
    result.push({ label: '去掉全部筛选', state: state.withoutFilters() });
  }
  if (query.terms.length > 1) {
    for (const term of query.terms.slice(0, TERMS)) {
      result.push({ label: `只检索 ${quoted(term.text)}`, state: state.withQuery(asTyped(term)) });
    }
  }
  return result;
}

/**
 * Presents an empty result.
 * @param counts how many blocks each of the {@link alternatives} finds.
 */
export function noHits(
  { state, query }: Search,
  catalogue: Catalogue,
  counts: ReadonlyMap<Alternative, number>,
): NoHits {
  return {
    searched: searchedText(query, state),
    rules: isSearchable(query) ? rulesFor(query) : [],
    offers: [...counts].map(([{ label, state: other }, count]) => ({
      label,
      count: `${formatCount(count)} 段`,
      href: count > 0 ? other.url() : '',
    })),
    holdings: holdingsTotals(catalogue),
  };
}

function isSearchable(query: Query): boolean {
  return isEmpty(query) || query.terms.length > 0;
}

function searchedText(query: Query, state: SearchState): string {
  if (!isSearchable(query)) return '检索词里只有标点或符号。请输入汉字、数字或字母。';
  const where = state.hasFilters ? '在所选范围内' : '在收录的全部报告中';
  if (isEmpty(query)) return `${where}没有任何段落。`;
  const terms = query.terms.map((term) => quoted(term.text)).join('、');
  return query.terms.length > 1
    ? `${where}逐字查找，没有哪一段同时含有 ${terms}。`
    : `${where}逐字查找，没有哪一段含有 ${terms}。`;
}

/** Only the rules that bear on this query. */
function rulesFor(query: Query): string[] {
  const tokens = query.terms.flatMap((term) => term.parts.flat());
  const rules: string[] = [];
  if (tokens.some((token) => token.kind === 'boundary')) {
    rules.push('检索词里的标点要对应原文的标点；去掉标点可能找到更多。');
  }
  if (/[0-9a-z]/iu.test(query.text)) rules.push('数字和英文按整个词匹配：25 不会找到 2025。');
  if (query.terms.some((term) => term.parts.flat().length > 4)) {
    rules.push('不加空格的一串字要连在一起出现；在词与词之间加空格，只要求同在一段。');
  }
  if (query.terms.length > 1) rules.push('用空格分开的词要出现在同一段里，不论先后。');
  return rules;
}

function asTyped(term: Term): string {
  return /\s/u.test(term.text) ? `"${term.text}"` : term.text;
}
