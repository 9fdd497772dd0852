import { isEmpty, type Query, soughtTerms } from '../../text/query.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Search } from '../search.ts';
import type { SearchState } from '../search-state.ts';
import { type Alternatives, isSearchable } from './alternatives.ts';
import type { CountedAlternative } from './counting.ts';
import { holdingsTotals } from './holdings-view.ts';
import { formatCount } from './page.ts';
import { queryText } from './query-text.ts';

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
  readonly groups: readonly { readonly heading: string; readonly offers: readonly Offer[] }[];
  readonly holdings: string;
}

/** Presents an empty result, and what else could be searched. */
export function noHits(
  { state, asked: query }: Search,
  catalogue: Catalogue,
  alternatives: Alternatives,
): NoHits {
  return {
    searched: searchedText(query, state, alternatives),
    rules: isSearchable(query) ? rulesFor(query) : [],
    groups: [
      { heading: '去掉筛选', offers: alternatives.filters.map(offer) },
      {
        heading: alternatives.everywhere ? '去掉筛选，分开来找' : '分开来找',
        offers: alternatives.words.map(offer),
      },
    ].filter(({ offers }) => offers.length > 0),
    holdings: holdingsTotals(catalogue),
  };
}

function offer({ label, state, count }: CountedAlternative): Offer {
  return { label, count: `${formatCount(count)} 段`, href: count > 0 ? state.url() : '' };
}

function searchedText(query: Query, state: SearchState, { filters }: Alternatives): string {
  if (!isSearchable(query)) return '检索词里只有标点或符号。请输入汉字、数字或字母。';
  const where = state.hasFilters ? '在所选范围内' : '在收录的全部报告中';
  if (isEmpty(query)) return `${where}没有任何段落。`;
  const none = query.clauses.length > 1 ? '没有哪一段同时符合' : '没有哪一段含有';
  const elsewhere = state.hasFilters && filters.length === 0 ? '；去掉筛选也没有' : '';
  return `${where}逐字查找，${none} ${queryText(query)}${elsewhere}。`;
}

/** Only the rules that bear on this query. */
function rulesFor(query: Query): string[] {
  const tokens = soughtTerms(query).flatMap((term) => term.parts.flat());
  const rules: string[] = [];
  if (tokens.some((token) => token.kind === 'boundary')) {
    rules.push('检索词里的标点要对应原文的标点；去掉标点可能找到更多。');
  }
  if (/[0-9a-z]/iu.test(query.text)) rules.push('数字和英文按整个词匹配：25 不会找到 2025。');
  if (soughtTerms(query).some((term) => term.parts.flat().length > 4)) {
    rules.push('不加空格的一串字要连在一起出现；在词与词之间加空格，只要求同在一段。');
  }
  if (soughtTerms(query).length > 1) rules.push('用空格分开的词要出现在同一段里，不论先后。');
  return rules;
}
