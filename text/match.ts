import { isEmpty, type Query, queryParts } from './query.ts';
import { type Token, tokenise } from './tokens.ts';

/** Half-open range of UTF-16 offsets. */
export type TextRange = readonly [start: number, end: number];

/** Where one part of a query stands in a text. */
export type PartRanges = readonly TextRange[];

/**
 * Where each part of a query stands in a text: the last word on what matches, for every engine.
 * @returns for each part the ranges of the original text, in order (no part for an empty query), or null
 *   where one of them isn't in the text.
 */
export function locate(text: string, query: Query): readonly PartRanges[] | null {
  if (isEmpty(query)) return [];
  const parts = queryParts(query);
  if (parts.length === 0) return null;
  const tokens = tokenise(text);
  const located: PartRanges[] = [];
  for (const part of parts) {
    const ranges = occurrences(tokens, part);
    if (ranges.length === 0) return null;
    located.push(ranges);
  }
  return located;
}

/**
 * Whether and where a text matches a query, as it is marked.
 * @returns the ranges of the original text that match, sorted and merged, or null where it doesn't match.
 */
export function match(text: string, query: Query): TextRange[] | null {
  const located = locate(text, query);
  return located && mergeRanges(located.flat());
}

/** Every place, overlapping ones included, where `part` stands in `tokens`. */
function occurrences(tokens: readonly Token[], part: readonly Token[]): TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = 0; at + part.length <= tokens.length; at += 1) {
    if (!part.every((wanted, i) => isSame(tokens[at + i] as Token, wanted))) continue;
    ranges.push([(tokens[at] as Token).start, (tokens[at + part.length - 1] as Token).end]);
  }
  return ranges;
}

function isSame(a: Token, b: Token): boolean {
  return a.kind === b.kind && a.text === b.text;
}

/** Sorts ranges and joins those that overlap or touch. */
export function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
