import { isGlossaryHeading, isNotesLabel } from './glossary-heading.ts';
import { JoinedText } from './joined-text.ts';
import type { Outcome, Repair } from './line.ts';
import { aroundBreak } from './line.ts';
import { type NoteMark, noteMarkOf } from './note-mark.ts';
import { endsSentence, endsWithStop } from './sentence-end.ts';
import { tightenText } from './spaces.ts';

/** An item of a glossary as it stands in the report. */
export interface GlossaryEntry {
  readonly number: number;
  readonly term: string;
  readonly definition: string;
  /** The whole item as the reader sees it, with its number. */
  readonly text: string;
}

/** A line of a glossary. */
interface GlossaryLine {
  readonly number: number;
  readonly text: string;
}

/** How far into an item its term ends at the latest, where items have no numbers. */
const LONGEST_TERM = 40;
/** How many lines below its heading a glossary begins at the latest: （按出现先后排序） may stand between. */
const LINES_BELOW = 2;
/** A sign further into an item belongs to its definition, if something else sets off a term before it. */
const LONGEST_BEFORE_SIGN = 15;
const DEFINED_AS = /[：:]|(?<=.)(?:——|是指|系指|，指|,指)|(?<=[”》）])(?:，?即|指|是|为)/u;
/** A term set in brackets, the first of which may be lost, with its definition behind it. */
const BRACKETED_TERM = /^[【〖［]?([^【】〖〗［］]{1,40})[】〗］]\s*[：:]?\s*/u;
const QUOTED_TERM = /^[“"【《「]/u;
/** A term that a full stop ends, in an item with a number: 1.小巨人。指… */
const STOPPED_TERM = /^([^，。；：:]{2,20})。(?=[^（(])/u;
/** A term that a space, or nothing but its quotation marks, sets off in a list of items without numbers. */
const SPACED_TERM = /^([^\s，。；：:]{3,30})\s+(?=\S{4})/u;
const TERM_IN_QUOTES = /^(“[^“”，。；：]{1,20}”)(?=\S{4})/u;

/**
 * Whether a line heads a glossary: it says so, and what follows looks like one. Else it may be a link to
 * another page, or stand above the notes to a table.
 * @param below the lines that follow.
 */
export function opensGlossary(text: string, below: readonly string[]): boolean {
  if (isNotesLabel(text)) {
    const [first = ''] = below;
    return noteMarkOf(first)?.number === 1 || (QUOTED_TERM.test(first) && setsOffTerm(first));
  }
  if (!isGlossaryHeading(text)) return false;
  const near = below.slice(0, LINES_BELOW + 1);
  return near.some((line, i) => opensEntry(line, near[i + 1] ?? ''));
}

function opensEntry(line: string, next: string): boolean {
  if (noteMarkOf(line)?.number === 1 || setsOffTerm(line)) return true;
  return opensWithTerm(line) || (isTermAlone(line) && endsWithStop(next));
}

/** Whether a term opens a text, set off from its definition. */
export function setsOffTerm(text: string): boolean {
  return BRACKETED_TERM.test(text) || DEFINED_AS.test(text.slice(0, LONGEST_TERM));
}

/** Whether an item without a number opens with a term that only a space or its quotation marks set off. */
function opensWithTerm(text: string): boolean {
  return termOf(text) !== '' && endsWithStop(text);
}

function termOf(text: string): string {
  return tightenText((SPACED_TERM.exec(text) ?? TERM_IN_QUOTES.exec(text))?.[1] ?? '');
}

/** Whether a text is a term, with its definition in the line below. */
function isTermAlone(text: string): boolean {
  return text.length <= LONGEST_TERM && !endsSentence(text) && !/[，。；]/u.test(text);
}

/** An item that the next line may still belong to. */
interface OpenEntry {
  readonly number: number;
  readonly text: JoinedText;
  readonly isNumbered: boolean;
}

/** How many lines stand between the heading of a glossary and its first item. */
export function lengthOfPreface(texts: readonly string[]): number {
  const near = texts.slice(0, LINES_BELOW + 1);
  return Math.max(0, firstNumbered(near, near.map(noteMarkOf)));
}

/** Reads the items of a glossary, each over one line or more. */
export function readEntries(lines: readonly GlossaryLine[]): Outcome<GlossaryEntry[]> {
  const repairs: Repair[] = [];
  const starts = startsOfEntries(lines.map(({ text }) => text));
  const found: OpenEntry[] = [];
  for (const [i, { number: line, text }] of lines.entries()) {
    const last = found.at(-1);
    const number = starts === null ? null : (starts.get(i) ?? null);
    const isNew = starts === null ? isUnnumberedStart(text, last) : number !== null;
    if (isNew || last === undefined) {
      const isNumbered = number !== null;
      found.push({ number: number ?? (last?.number ?? 0) + 1, text: new JoinedText(text), isNumbered });
    } else repairs.push(addTo(last, text, line));
  }
  const value = found.map(({ number, text, isNumbered }) => entryOf(number, text.toString(), isNumbered));
  return { value, repairs, dropped: [] };
}

/** An item with a number: what stands behind it is its term and its definition. */
export function entryOf(number: number, source: string, isNumbered: boolean): GlossaryEntry {
  const text = tightenText(source);
  const bare = isNumbered ? behindMark(text, noteMarkOf(text)) : text;
  const bracketed = BRACKETED_TERM.exec(bare);
  if (bracketed)
    return { number, term: bracketed[1] ?? '', definition: bare.slice(bracketed[0].length), text };
  const sign = DEFINED_AS.exec(bare);
  const term = isNumbered ? (STOPPED_TERM.exec(bare)?.[1] ?? '') : termOf(source);
  if (
    term !== '' &&
    (sign === null || sign.index > Math.max(term.length, isNumbered ? 0 : LONGEST_BEFORE_SIGN))
  )
    return { number, term, definition: bare.slice(term.length).replace(/^。/u, '').trim(), text };
  if (sign === null) return { number, term: bare, definition: '', text };
  const isMark = /^[：:—]/u.test(sign[0]);
  const definition = bare.slice(sign.index + (isMark ? sign[0].length : 0)).replace(/^[，,]/u, '');
  return { number, term: bare.slice(0, sign.index).trim(), definition: definition.trim(), text };
}

function behindMark(text: string, mark: NoteMark | null): string {
  return text.slice(mark?.length ?? 0);
}

/** Adds a line to an item: behind a term on a line of its own comes the definition. */
function addTo({ text: joined, isNumbered }: OpenEntry, line: string, number: number): Repair {
  const mark = isNumbered ? noteMarkOf(joined.tail) : null;
  const isTerm = joined.length <= LONGEST_TERM && !endsSentence(joined.tail);
  const defined = DEFINED_AS.test(behindMark(joined.tail, mark));
  const needsColon = isTerm && !defined && endsSentence(line);
  const { broken } = aroundBreak(joined.tail, line);
  joined.add(needsColon ? `：${line}` : line);
  const reason = needsColon ? '接上名词与解释' : '接上名词解释的断行';
  return { line: number, before: broken, after: broken.replace('⏎', needsColon ? '：' : ''), reason };
}

/** Without numbers, an item starts where a term is set off from its definition. */
function isUnnumberedStart(text: string, before: OpenEntry | undefined): boolean {
  if (before === undefined || BRACKETED_TERM.test(text)) return true;
  return endsSentence(before.text.tail) && (definesTerm(text) || opensWithTerm(text));
}

/** How many numbers may be missing between two items. */
const MOST_MISSING = 2;

/**
 * Numbers of the lines at which the items start; null if they have none. The marks of all items are of one
 * style and count up, so that an item may have a list of its own.
 */
function startsOfEntries(texts: readonly string[]): Map<number, number> | null {
  const marks = texts.map(noteMarkOf);
  const first = firstNumbered(texts, marks);
  if (first < 0) return null;
  const style = marks[first]?.style;
  const numbers = marks.map((mark) => (mark?.style === style ? mark?.number : 0) ?? 0);
  const defines = texts.map((text, i) => definesTerm(behindMark(text, marks[i] ?? null)));
  const lastAt = new Map(numbers.map((number, i) => [number, i]));
  const lastDefined = new Map(numbers.flatMap((number, i) => (defines[i] ? [[number, i]] : [])));
  const comesAgain = (number: number, i: number, at: Map<number, number>) => (at.get(number) ?? -1) > i;
  const starts = new Map([[first, 1]]);
  let next = 2;
  for (let i = first + 1; i < texts.length; i += 1) {
    const number = numbers[i] as number;
    const isNext = number === next && (defines[i] || !comesAgain(next, i, lastDefined));
    const skips =
      number > next && number <= next + MOST_MISSING && defines[i] && !comesAgain(next, i, lastAt);
    if (!isNext && !skips) continue;
    starts.set(i, number);
    next = number + 1;
  }
  return starts;
}

/** Index of the first item, if it has a number; -1 if the items have none. */
function firstNumbered(texts: readonly string[], marks: readonly (NoteMark | null)[]): number {
  const first = marks.slice(0, LINES_BELOW + 1).findIndex((mark) => mark?.number === 1);
  return texts.slice(0, Math.max(0, first)).some(setsOffTerm) ? -1 : first;
}

function definesTerm(text: string): boolean {
  return setsOffTerm(text) || isTermAlone(text);
}
