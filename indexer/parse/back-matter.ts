import { JoinedText } from './joined-text.ts';
import type { Part, Passage } from './joins.ts';
import { plain } from './plain.ts';
import { endsSentence } from './sentence-end.ts';
import { tightenText } from './spaces.ts';
import { isTable } from './tables.ts';

/** An item of a glossary as it stands in the report. */
interface GlossaryEntry {
  readonly number: number;
  readonly term: string;
  readonly definition: string;
  /** The whole item as the reader sees it, with its number. */
  readonly text: string;
}

/** A report's text, and the glossary and appendices behind it. */
export interface BackMatter {
  readonly text: readonly Part[];
  /** Appendices that stand above the glossary. */
  readonly aboveGlossary: readonly Part[];
  readonly glossaryHeading: Passage | null;
  readonly entries: readonly GlossaryEntry[];
  readonly appendix: readonly Part[];
}

/** Longest line that can be a heading. */
const LONGEST_HEADING = 40;
const GLOSSARY =
  /(?:名词|名称|用语|词语|词汇|术语|缩略语)(?:及.{1,8})?(?:解释|注解|注释|释义|说明|浅释)|^(?:附[：:]?)?(?:.{0,8}报告)?(?:注释|注解|脚注)[：:]?$/u;
const APPENDIX = /^附\s*(?:件|录|表)\s*[\d一二三四五六七八九十]{0,2}\s*(?:[：:].*)?$/u;
const TURN = /^各位代表|让我们|奋斗！$/u;

/** Parts a report from the glossary (under a heading such as 名词解释) and the appendices behind it. */
export function takeBackMatter(parts: readonly Part[]): BackMatter {
  const glossaryAt = parts.findLastIndex((part) => isGlossaryHeading(part));
  const notesAt = glossaryAt < 0 ? startOfNotes(parts) : -1;
  const lastWords = parts.findLastIndex((part) => !isTable(part) && TURN.test(part.text));
  const appendixAt = parts.findIndex((part, i) => i > Math.max(0, lastWords) && isAppendixHeading(part));
  const end = parts.length;
  const starts = [glossaryAt, notesAt, appendixAt].filter((at) => at >= 0);
  const textEnd = Math.min(end, ...starts);
  if (notesAt >= 0) {
    return {
      text: parts.slice(0, textEnd),
      aboveGlossary: parts.slice(textEnd, notesAt),
      glossaryHeading: null,
      entries: readEntries(parts.slice(notesAt) as Passage[]),
      appendix: [],
    };
  }
  if (glossaryAt < 0) {
    return {
      text: parts.slice(0, textEnd),
      aboveGlossary: [],
      glossaryHeading: null,
      entries: [],
      appendix: parts.slice(textEnd),
    };
  }
  const behind = parts.findIndex((part, i) => i > glossaryAt && (isTable(part) || isAppendixHeading(part)));
  const items = parts.slice(glossaryAt + 1, behind < 0 ? end : behind) as Passage[];
  return {
    text: parts.slice(0, textEnd),
    aboveGlossary: parts.slice(textEnd, glossaryAt),
    glossaryHeading: parts[glossaryAt] as Passage,
    entries: readEntries(items),
    appendix: behind < 0 ? [] : parts.slice(behind),
  };
}

const NOTE = /^(?:\^?\[|［|〔|【)(?:注\s*)?\d{1,3}[\]］〕】]|^[①-⑳]/u;
const FEWEST_NOTES = 2;

/** Index of the first of the footnotes that end a report without a heading above; -1 if none do. */
function startOfNotes(parts: readonly Part[]): number {
  let first = -1;
  let notes = 0;
  for (let i = parts.length - 1; i >= 0; i -= 1) {
    const part = parts[i] as Part;
    if (isTable(part) || TURN.test(part.text)) break;
    if (!NOTE.test(part.text)) continue;
    notes += 1;
    if (lengthOfNumber(part.text, 1) !== null) first = i;
  }
  return notes >= FEWEST_NOTES ? first : -1;
}

function isGlossaryHeading(part: Part): boolean {
  return (
    !isTable(part) &&
    part.text.length <= LONGEST_HEADING &&
    !/[。；，]/u.test(part.text) &&
    GLOSSARY.test(plain(part.text).replace(/\s+/gu, ''))
  );
}

function isAppendixHeading(part: Part): boolean {
  return !isTable(part) && part.text.length <= LONGEST_HEADING && APPENDIX.test(plain(part.text));
}

const NUMBER = /^[\s（(^[［【〔]*(?:注\s*)?(?:(\d{1,3})|([①-⑳]))/u;
const AFTER_NUMBER = /^\s*[.．、，:：)）\]］】〕]*\s*/u;
const DEFINED_AS = /[：:]|(?<=.)(?:——|是指|，指|,指)/u;
/** How far into an item its term ends at the latest, where items have no numbers. */
const LONGEST_TERM = 40;
const CIRCLED_ONE = '①'.codePointAt(0) as number;

/** A term set in brackets, with its definition behind it. */
const BRACKETED_TERM = /^[【〖［]([^】〗］]{1,40})[】〗］]\s*[：:]?\s*/u;

interface EntryText {
  readonly number: number;
  readonly text: JoinedText;
}

function readEntries(passages: readonly Passage[]): GlossaryEntry[] {
  const numbered = passages.some((passage) => lengthOfNumber(passage.text, 1) !== null);
  const found: EntryText[] = [];
  for (const { text } of passages) {
    const last = found.at(-1);
    const next = (last?.number ?? 0) + 1;
    const isNew = numbered ? lengthOfNumber(text, next) !== null : setsOffTerm(text, last);
    if (isNew || last === undefined) found.push({ number: next, text: new JoinedText(text) });
    else addTo(last, text, numbered);
  }
  return found.map((entry) => entryOf(entry, numbered));
}

/** Adds a line to an item: behind a term on a line of its own comes the definition. */
function addTo({ number, text: joined }: EntryText, line: string, numbered: boolean): void {
  const isTerm = numbered && joined.length <= LONGEST_TERM && !endsSentence(joined.tail);
  const defined = DEFINED_AS.test(joined.tail.slice(lengthOfNumber(joined.tail, number) ?? 0));
  joined.add(isTerm && !defined && endsSentence(line) ? `：${line}` : line);
}

/** Without numbers, an item starts where a term is set off from its definition. */
function setsOffTerm(text: string, before: EntryText | undefined): boolean {
  return (
    before === undefined ||
    BRACKETED_TERM.test(text) ||
    (endsSentence(before.text.tail) && DEFINED_AS.test(text.slice(0, LONGEST_TERM)))
  );
}

/** Length of the given number at the start of a text: `20.4大类` starts with 20, not 20.4; null if it doesn't. */
function lengthOfNumber(text: string, number: number): number | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [whole, digits, circled] = match;
  const value =
    digits === undefined ? ((circled ?? '').codePointAt(0) ?? 0) - CIRCLED_ONE + 1 : Number(digits);
  return value === number ? whole.length : null;
}

function entryOf({ number, text: joined }: EntryText, numbered: boolean): GlossaryEntry {
  const text = tightenText(joined.toString());
  const length = numbered ? lengthOfNumber(text, number) : null;
  const bare = length === null ? text : text.slice(length).replace(AFTER_NUMBER, '');
  const bracketed = BRACKETED_TERM.exec(bare);
  if (bracketed)
    return { number, term: bracketed[1] ?? '', definition: bare.slice(bracketed[0].length), text };
  const sign = DEFINED_AS.exec(bare);
  if (sign === null) return { number, term: bare, definition: '', text };
  const isMark = /^[：:—]/u.test(sign[0]);
  const definition = bare.slice(sign.index + (isMark ? sign[0].length : 0)).replace(/^[，,]/u, '');
  return { number, term: bare.slice(0, sign.index).trim(), definition: definition.trim(), text };
}
