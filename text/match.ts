import { isEmpty, type Operand, partKey, type Query } from './query.ts';
import { type Token, tokenise } from './tokens.ts';

/** Half-open range of UTF-16 offsets. */
export type TextRange = readonly [start: number, end: number];

/** Where one part of a query stands in a text. */
export type PartRanges = readonly TextRange[];

/** Where each part of a query stands, by the part's key. */
export type Located = ReadonlyMap<string, PartRanges>;

/** What a query is held against. */
export interface Passage {
  readonly text: string;
  /** `heading` where the passage is a heading. */
  readonly type: string;
}

/**
 * Where each part of a query stands in a passage: the last word on what matches, for every engine.
 * @returns for each part that is there the ranges of the original text, in order (no part for an empty
 *   query), or null where the passage doesn't match. The same part has the same key in every passage.
 */
export function locate(passage: Passage, query: Query): Located | null {
  return locator(passage, operandsOf(query))(query);
}

/**
 * {@link locate} for several queries in one passage, which is analysed once.
 * @param operands how many operands they have, all together.
 */
export function locator(passage: Passage, operands: number): (query: Query) => Located | null {
  let finder: Finder | null = null;
  const found = () => {
    finder ??= new Finder(passage, operands > FEW);
    return finder;
  };
  return (query) => locateWith(found, query);
}

/** For no more operands an index of the passage costs more than it saves. */
const FEW = 8;

/** How many things a query looks for. */
export function operandsOf({ clauses }: Query): number {
  return clauses.reduce((sum, { alternatives }) => sum + alternatives.length, 0);
}

/** @param finderOf the passage, analysed: only where there is something to look for. */
function locateWith(finderOf: () => Finder, query: Query): Located | null {
  if (isEmpty(query)) return new Map();
  if (query.clauses.length === 0) return null;
  const finder = finderOf();
  let located: Map<string, PartRanges> | null = null;
  for (const { alternatives, excluded } of query.clauses) {
    const found = finder.findAny(alternatives);
    if (found.length > 0 === excluded) return null;
    located ??= new Map();
    for (const { key, ranges } of found) located.set(key, allOf(located.get(key), ranges));
  }
  return located;
}

/** Ranges of one part: a word of several `NEAR` stands in the sentences of any of them. */
function allOf(known: PartRanges | undefined, more: PartRanges): PartRanges {
  if (!known || known === more) return more;
  const isNew = ([start]: TextRange) => !known.some(([other]) => other === start);
  return [...known, ...more.filter(isNew)].sort((a, b) => a[0] - b[0]);
}

/**
 * Whether and where a passage matches a query, as it is marked.
 * @returns the ranges of the original text that match, sorted and merged, or null where it doesn't match.
 */
export function match(passage: Passage, query: Query): TextRange[] | null {
  const located = locate(passage, query);
  return located && mergeRanges([...located.values()].flat());
}

interface FoundPart {
  readonly key: string;
  readonly ranges: PartRanges;
}

const NOTHING: readonly FoundPart[] = [];

/** Looks for parts in one passage. */
class Finder {
  readonly #isHeading: boolean;
  readonly #tokens: readonly Token[];
  /** Where parts may begin, by their heads: of many terms most are told to be absent by these. Null for anywhere. */
  readonly #places: Places | null;
  /** Where nothing matches across, in order. */
  readonly #breaks: readonly number[];
  readonly #found = new Map<string, PartRanges>();

  /** @param isIndexed whether so much is looked for that an index of the tokens saves work. */
  constructor({ text, type }: Passage, isIndexed: boolean) {
    this.#isHeading = type === 'heading';
    this.#tokens = tokenise(text);
    this.#places = isIndexed ? placesOf(this.#tokens) : null;
    this.#breaks = this.#tokens.filter(({ kind }) => kind === 'break').map(({ start }) => start);
  }

  /** Where the parts of those operands are that are there. */
  findAny(operands: readonly Operand[]): readonly FoundPart[] {
    const possible = operands.filter((operand) => this.#mayHave(operand));
    return possible.length === 0 ? NOTHING : possible.flatMap((operand) => this.#find(operand) ?? []);
  }

  /** Whether all parts of an operand have a place to begin at. */
  #mayHave({ terms }: Operand): boolean {
    if (!this.#places) return true;
    for (const { parts } of terms) {
      for (const part of parts) if (!this.#places.has(partHead(part))) return false;
    }
    return true;
  }

  /** Where the parts of an operand are; null where it isn't there. */
  #find({ kind, terms }: Operand): FoundPart[] | null {
    if (kind === 'heading' && !this.#isHeading) return null;
    const found = terms.flatMap((term) => term.parts).map((part) => this.#findPart(part));
    if (found.some(({ ranges }) => ranges.length === 0)) return null;
    return kind === 'near' ? this.#inOneSentence(found) : found;
  }

  #findPart(part: readonly Token[]): FoundPart {
    const key = partKey(part);
    const ranges = this.#found.get(key) ?? this.#occurrences(part);
    this.#found.set(key, ranges);
    return { key, ranges };
  }

  /** Every place, overlapping ones included, where a part stands. */
  #occurrences(part: readonly Token[]): TextRange[] {
    const tokens = this.#tokens;
    const starts = this.#places ? (this.#places.get(partHead(part)) ?? []) : tokens.keys();
    const ranges: TextRange[] = [];
    for (const at of starts) {
      if (at + part.length > tokens.length) break;
      if (!part.every((wanted, i) => isSame(tokens[at + i] as Token, wanted))) continue;
      ranges.push([(tokens[at] as Token).start, (tokens[at + part.length - 1] as Token).end]);
    }
    return ranges;
  }

  /** Where parts are in sentences that have them all. */
  #inOneSentence(found: readonly FoundPart[]): FoundPart[] | null {
    const sentences = found.map(({ ranges }) => new Set(ranges.map((range) => this.#sentenceOf(range))));
    const isCommon = (range: TextRange) => sentences.every((some) => some.has(this.#sentenceOf(range)));
    const common = found.map(({ key, ranges }) => ({ key: `near\n${key}`, ranges: ranges.filter(isCommon) }));
    return common.some(({ ranges }) => ranges.length === 0) ? null : common;
  }

  /** A number that is the same for all of a sentence. */
  #sentenceOf([start]: TextRange): number {
    const next = this.#breaks.findIndex((at) => at > start);
    return next < 0 ? this.#breaks.length : next;
  }
}

/** Indexes of tokens, in order, by what begins there. */
type Places = ReadonlyMap<string, readonly number[]>;

/** At which indexes each token, and each pair of tokens, stands, by the heads that parts have. */
function placesOf(tokens: readonly Token[]): Places {
  const places = new Map<string, number[]>();
  const add = (head: string, at: number) => {
    const known = places.get(head);
    if (known) known.push(at);
    else places.set(head, [at]);
  };
  tokens.forEach(({ text }, at) => {
    const next = tokens[at + 1];
    add(text, at);
    if (next) add(`${text} ${next.text}`, at);
  });
  return places;
}

const HEADS = new WeakMap<readonly Token[], string>();

/** A part's first two tokens, or its only one. */
function partHead(part: readonly Token[]): string {
  const known = HEADS.get(part);
  if (known !== undefined) return known;
  const head = part
    .slice(0, 2)
    .map(({ text }) => text)
    .join(' ');
  HEADS.set(part, head);
  return head;
}

function isSame(a: Token, b: Token): boolean {
  return a.kind === b.kind && a.text === b.text;
}

/**
 * How often what was located is there. Occurrences don't overlap: they are taken from left to right, of
 * several that begin together the longest.
 */
export function countOccurrences(located: Located): number {
  const ranges = [...located.values()].flat().sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let count = 0;
  let end = 0;
  for (const [from, to] of ranges) {
    if (from < end) continue;
    count += 1;
    end = to;
  }
  return count;
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
