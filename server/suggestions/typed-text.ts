import { readWords, type TypedWord } from '../../text/query-words.ts';

/** A stretch of a query's text: UTF-16 offsets. */
export type Stretch = readonly [start: number, end: number];

/** A text as it is typed to be searched for as one plain term: in quotation marks where it has to be. */
export function asTerm(text: string): string {
  const [word, ...others] = readWords(text).words;
  const isPlain = word?.kind === 'word' && others.length === 0 && word.text === text;
  return isPlain ? text : `"${text}"`;
}

/** A query's text with a stretch of it replaced by another term. */
export function withTerm(q: string, [start, end]: Stretch, text: string): string {
  return q.slice(0, start) + asTerm(text) + q.slice(end);
}

/** The letters of pinyin as it is typed; null for what can't be any. Apostrophes and spaces don't count. */
export function lettersOf(text: string): string | null {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ü/gu, 'v')
    .replace(/['’‘\s]+/gu, '');
  return /^[a-z]+$/.test(letters) ? letters : null;
}

/** Words of a query that could be pinyin and stand together, from the first on that could. */
export function pinyinRun(q: string): Stretch | null {
  const { words } = readWords(q);
  const isLatin = words.map((word) => word.kind === 'word' && isPlainLatin(word));
  const first = isLatin.indexOf(true);
  if (first < 0) return null;
  const after = isLatin.indexOf(false, first);
  const last = (after < 0 ? words.length : after) - 1;
  return [words[first]?.start ?? 0, words[last]?.end ?? 0];
}

/** What is being typed at the end of a query, and what stands before it. */
export interface Typing {
  /** The query up to the word, with the minus or the field before it. */
  readonly kept: string;
  readonly text: string;
}

/**
 * The word at the end of a query that may be completed, in the ways it can be read: the last words
 * together where they are all Latin letters (gao zhi liang), and the last one alone. None after a space,
 * after a quotation, and for filters.
 */
export function typingsOf(q: string): Typing[] {
  const { words } = readWords(q);
  const last = words.at(-1);
  if (last?.kind !== 'word' || last.end !== q.length) return [];
  if ((last.field !== null && last.field !== 'heading') || !q.endsWith(last.text)) return [];
  const start = q.length - last.text.length - (last.quoted ? 1 : 0);
  const alone = { kept: q.slice(0, start), text: last.text };
  const first = words.findLastIndex((word) => word.kind !== 'word' || !isPlainLatin(word)) + 1;
  const from = words[first]?.start ?? start;
  return first < words.length - 1 ? [{ kept: q.slice(0, from), text: q.slice(from) }, alone] : [alone];
}

function isPlainLatin({ text, quoted, minus, field }: TypedWord): boolean {
  return !quoted && !minus && field === null && lettersOf(text) !== null;
}
