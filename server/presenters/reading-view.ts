import { isEmpty, type Query, soughtTerms } from '../../text/query.ts';
import { isRelaxable } from '../../text/relax.ts';
import { isLooser, type LooserMode, type Search } from '../search.ts';
import type { RequestedMode } from '../search-state.ts';
import { withoutPart } from '../typed-filters.ts';
import type { Chip } from './filter-chips.ts';
import { quoted, shorten } from './page.ts';
import { clauseText, queryText } from './query-text.ts';

/** How a query was read and run, for the reader to see and to change. */
export interface ReadingView {
  /** One for each part of the query, with the address of the search without it. */
  readonly parts: readonly Chip[];
  /** What was done, where it isn't just what was typed. */
  readonly explanation: string;
  /** The ways to search for the same; none where they would all find the same. */
  readonly modes: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  /** Other names that are searched too, with the address of the search without them. */
  readonly expansions: { readonly text: string; readonly href: string } | null;
}

const MODE_LABELS = { exact: '精确', words: '分词', any: '任意' } as const satisfies Partial<
  Record<RequestedMode, string>
>;

/** Words that an explanation names; a pasted page has hundreds. */
const NAMED = 12;

/** Presents how a search has read its query. */
export function readingView(search: Search): ReadingView {
  const { state, asked, mode, expansions } = search;
  return {
    parts: partChips(search),
    explanation: explanationOf(search),
    modes: isRelaxable(asked)
      ? (['exact', 'words', 'any'] as const).map((name) => ({
          label: MODE_LABELS[name],
          href: state.withMode(name).url(),
          current: name === mode,
        }))
      : [],
    expansions:
      state.expand === '1' ? { text: expansionText(expansions), href: state.withExpand('').url() } : null,
  };
}

function partChips(search: Search): Chip[] {
  const { state, asked, mode } = search;
  const words = isLooser(mode) && isRelaxable(asked) ? wordChips(search, mode) : null;
  const excludedFilters = asked.filters.filter(({ excluded }) => excluded);
  const parts = [
    ...(words ? [] : asked.clauses).map((clause) => ({ label: clauseText(clause), typed: clause.typed })),
    ...excludedFilters.map(({ typed }) => ({
      label: `不含 ${asked.text.slice(typed[0] + 1, typed[1])}`,
      typed,
    })),
  ];
  const chips = parts.map(({ label, typed }) => ({
    label: shorten(label, 40),
    href: state.withQuery(withoutPart(state.q, typed)).url(),
  }));
  return [...(words ?? []), ...chips];
}

/** One for each word of a looser reading: without it, the others are searched for in the same way. */
function wordChips({ state, asked, query }: Search, mode: LooserMode): Chip[] {
  const words = soughtTerms(query).map(({ text }) => text);
  // Such a query is words and filters, nothing else.
  const filters = asked.filters.map(({ typed }) => asked.text.slice(...typed));
  const looser = state.withMode(mode);
  return words.slice(0, NAMED).map((word) => ({
    label: quoted(word),
    href: looser.withQuery([...words.filter((other) => other !== word), ...filters].join(' ')).url(),
  }));
}

/** What is searched for instead, where that isn't what was typed. */
export function explanationOf({ state, query, mode }: Pick<Search, 'state' | 'query' | 'mode'>): string {
  if (!isLooser(mode)) return '';
  const words = wordList(query);
  if (mode === 'words') return `以下按分词检索：同一段里有 ${words}，不论先后。`;
  const none = state.mode === 'auto' ? '也没有一段含有其中全部的词。' : '';
  return `${none}以下按任意检索：含有 ${words} 之一，含得多的、词少见的在前。`;
}

function wordList(query: Query): string {
  const words = soughtTerms(query).map(({ text }) => text);
  const more = words.length > NAMED ? `等 ${words.length} 个词` : '';
  return `${words.slice(0, NAMED).map(quoted).join('、')}${more}`;
}

function expansionText(expansions: Search['expansions']): string {
  if (expansions.length === 0) return '检索词没有别名。';
  const each = expansions.map(
    ({ term, names }) => `${quoted(term)} 一并检索 ${names.map(quoted).join('、')}`,
  );
  return `${each.join('；')}。`;
}

/** What was found, in words. */
export function foundText({ query, mode }: Pick<Search, 'query' | 'mode'>): string {
  if (isEmpty(query)) return '';
  if (mode === 'any') return `${wordList(query)} 之一`;
  return mode === 'words' ? wordList(query) : queryText(query);
}
