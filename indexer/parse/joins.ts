import { isGlossaryBreak } from './glossary-break.ts';
import { JoinedText } from './joined-text.ts';
import { type Layout, layoutOf } from './layout.ts';
import { aroundBreak, type Line, type Outcome, type Repair } from './line.ts';
import {
  HEADING_GOES_ON,
  LEAD,
  NEW_PARAGRAPH,
  PARAGRAPH_MARK,
  VALUE_START,
  YEAR_START,
} from './line-starts.ts';
import { linesOfCells } from './lines-of-cells.ts';
import { numeralOf } from './numerals.ts';
import { isPartTitle } from './part-titles.ts';
import { isSalutation } from './salutation.ts';
import { endsSentence, hasOpenPair, isContinuation, isCutOff } from './sentence-end.ts';
import { type Item, isTable, type SourceTable } from './tables.ts';

/** One or more lines of the file that make one heading, paragraph or item of a list. */
export interface Passage extends Line {
  /** Number of the line that was added last. */
  readonly lastLine: number;
  /** Where the text before an inline tag ends, if the paragraph was cut at one. */
  readonly cutAt: number | null;
}

export type Part = Passage | SourceTable;

/** Joins lines that are broken in mid-sentence, by the page, by a PDF export or at an inline tag. */
export function joinLines(items: readonly Item[]): Outcome<Part[]> {
  const layout = layoutOf(items);
  const cells = linesOfCells(items);
  const parts: Part[] = [];
  const repairs: Repair[] = [];
  let open: OpenPassage | null = null;
  for (const item of items) {
    const reason =
      open === null || isTable(item) || cells.has(item) ? null : reasonToJoin(open, item, layout);
    if (open !== null && reason !== null) {
      repairs.push(open.join(item as Line, reason));
      continue;
    }
    if (open !== null) parts.push(open.close());
    open = isTable(item) ? null : new OpenPassage(item);
    if (isTable(item)) parts.push(item);
  }
  if (open !== null) parts.push(open.close());
  return { value: parts, repairs, dropped: [] };
}

const INLINE_TAG = '接上行内标签处的断行';
const BROKEN_PAIR = '接上括号、引号里的断行';
const BROKEN_HEADING = '接上断开的标题';
const INLINE_NUMBER = '接上单独成行的数字';

/** A passage that the next line may still belong to. */
class OpenPassage {
  readonly first: Line;
  readonly text: JoinedText;
  last: Line;
  #cutAt: number | null = null;
  /** Why the last line was added. */
  reason: string | null = null;

  constructor(first: Line) {
    this.first = first;
    this.last = first;
    this.text = new JoinedText(first.text);
  }

  join(line: Line, reason: string): Repair {
    const { broken, joined } = aroundBreak(this.text.tail, line.text);
    const repair = { line: this.last.number, before: broken, after: joined, reason };
    if (reason === INLINE_TAG) this.#cutAt ??= this.text.length;
    this.text.add(line.text);
    this.last = line;
    this.reason = reason;
    return repair;
  }

  close(): Passage {
    return { ...this.first, text: this.text.toString(), lastLine: this.last.number, cutAt: this.#cutAt };
  }
}

/** What sets in the first line of a paragraph. */
const IDEOGRAPHIC_SPACE = '\u3000';
/** Shorter than any heading that stands right above its paragraph. */
const SHORTEST_HEADING = 6;
/** Longest heading without a full stop. */
const LONGEST_HEADING = 60;
/** A figure that a tag set apart: PM2.5, 60199.45. */
const NUMBER_ALONE = /^(?:\d[\d.,]{0,11}[%％]?|[%％])$/u;
/** What a tag set apart that opens with a quotation mark or a bracket. */
const LONGEST_TAGGED = 12;
const OPENING_MARK = /^[“‘《「『]/u;
const CLOSING_MARK = /[”’》」』]$/u;
const GLOSSARY_HEADING = /(?:解释|注解|注释|释义|说明)$/u;
/** A heading that is set in two lines has short ones. */
const SHORT_LINE = 20;
const LONGEST_LONG_HEADING = 100;

/** Why a line goes on with the passage before it; null if it starts a new one. */
function reasonToJoin(passage: OpenPassage, line: Line, layout: Layout): string | null {
  const { tail } = passage.text;
  if (line.bullet || isSalutation(passage.first.text)) return null;
  if (passage.first === passage.last && isGlossaryBreak(passage.first, line)) return null;
  if (passage.first.afterIndent && line.gap === 0) return INLINE_TAG;
  if (isContinuation(line.text)) return '接上标点之前的断行';
  if (layout.separated && line.gap === 0 && goesOnInside(passage, line)) return INLINE_TAG;
  if (endsSentence(tail)) return wrapsAfterSentence(passage, line, layout) ? '接上版面断行' : null;
  if (hasOpenPair(tail)) return BROKEN_PAIR;
  if (isCutOff(tail)) return '接上句子里的断行';
  if (NUMBER_ALONE.test(line.text) || NUMBER_ALONE.test(passage.last.text)) return INLINE_NUMBER;
  if (isAroundQuotation(passage, line)) return INLINE_TAG;
  const atMargin = isAtMargin(passage, line, layout);
  if (numeralOf(line.text) !== undefined && !atMargin && !breaksOffFull(passage, layout)) return null;
  if (isSecondLine(passage, line, layout)) return BROKEN_HEADING;
  if (layout.wrapped) return goesOn(passage, line, layout) ? '接上版面断行' : null;
  if (isBrokenSentence(passage.text) && !isNextParagraph(passage, line)) return '接上句子里的断行';
  if (layout.spaced && line.gap === 0 && VALUE_START.test(line.text) && !isNumbered(passage)) {
    return '接上标签与数值';
  }
  return null;
}

/** Whether a line without a blank one above goes on with a paragraph that was cut at an inline tag. */
function goesOnInside(passage: OpenPassage, line: Line): boolean {
  const { length, tail } = passage.text;
  if (startsAnew(line)) return false;
  if (endsSentence(tail)) return length <= LONGEST_HEADING && !line.indent.includes(IDEOGRAPHIC_SPACE);
  return length > LONGEST_HEADING || !mayBeHeading(passage, line);
}

/** Whether a passage may be a heading right above its paragraph. */
function mayBeHeading(passage: OpenPassage, line: Line): boolean {
  const { length, tail } = passage.text;
  if (isNumbered(passage) || isPartTitle(tail)) return true;
  const whole = passage.last === passage.first && length >= SHORTEST_HEADING;
  return whole && !/[，。；：、]/u.test(tail) && endsSentence(line.text);
}

/** Whether a line opens a quotation that tags have broken up, or follows one. */
function isAroundQuotation(passage: OpenPassage, line: Line): boolean {
  if (isNumbered(passage) || startsAnew(line)) return false;
  if (passage.reason === BROKEN_PAIR && CLOSING_MARK.test(passage.text.tail)) return endsSentence(line.text);
  const { text } = line;
  if (isPartTitle(passage.text.tail) || GLOSSARY_HEADING.test(passage.text.tail)) return false;
  return OPENING_MARK.test(text) && text.length <= LONGEST_TAGGED && hasOpenPair(text);
}

/** Whether a line is the second of a heading. */
function isSecondLine(passage: OpenPassage, line: Line, layout: Layout): boolean {
  const { first, last, text } = passage;
  if (first !== last || endsSentence(line.text)) return false;
  if (text.length + line.text.length > LONGEST_HEADING || isPartTitle(line.text)) return false;
  const goesOn = HEADING_GOES_ON.test(line.text);
  if (goesOn && Math.max(text.length, line.text.length) <= SHORT_LINE) return true;
  return isNumbered(passage) && line.gap === 0 && (goesOn || layout.separated);
}

function startsAnew(line: Line): boolean {
  return line.bullet || numeralOf(line.text) !== undefined || isPartTitle(line.text);
}

function isNumbered(passage: OpenPassage): boolean {
  return numeralOf(passage.first.text) !== undefined;
}

/** A numbered passage in which no paragraph has begun. */
function isNumberedHeading(passage: OpenPassage): boolean {
  return isNumbered(passage) && !isBrokenSentence(passage.text);
}

/** Text with a full stop inside or longer than any heading, and no mark at its end. */
function isBrokenSentence({ length, tail }: JoinedText): boolean {
  return length > LONGEST_HEADING || /[。；].{2}/u.test(tail);
}

/** Whether a line can't go on with the one above, though that has no mark at its end. */
function isNextParagraph(passage: OpenPassage, line: Line): boolean {
  if (NEW_PARAGRAPH.test(line.text) || isPartTitle(line.text)) return true;
  const { length, tail } = passage.text;
  const isLongHeading = isNumbered(passage) && length <= LONGEST_LONG_HEADING && !/[。；]/u.test(tail);
  return isLongHeading && LEAD.test(line.text);
}

/** A full line that breaks off: what opens the next one (第一、…) is no numeral then. */
function breaksOffFull(passage: OpenPassage, layout: Layout): boolean {
  return layout.wrapped && layout.isFull(passage.last) && !isNumberedHeading(passage);
}

/** Whether a line stands at the left margin below a full one, where what opens paragraphs like it is set in. */
function isAtMargin(passage: OpenPassage, line: Line, layout: Layout): boolean {
  if (!layout.wrapped || !layout.indented || layout.isIndented(line)) return false;
  const setIn = numeralOf(line.text) === undefined || layout.indentsNumerals;
  return setIn && layout.isPacked(passage.last, line);
}

/** In a page of wrapped lines one that breaks off goes on, unless it is short or marked as the last. */
function goesOn(passage: OpenPassage, line: Line, layout: Layout): boolean {
  if (layout.marksParagraphEnds && passage.last.trail !== '') return false;
  if (layout.indented && layout.isIndented(line)) return false;
  if (layout.parted && line.gap > 0 && !line.afterPage) return false;
  return isNumberedHeading(passage) && !layout.indented
    ? layout.isFull(passage.last)
    : !layout.isShort(passage.last);
}

/** In a page of wrapped lines a full line may end with a sentence without ending the paragraph. */
function wrapsAfterSentence(passage: OpenPassage, line: Line, layout: Layout): boolean {
  if (!layout.wrapped || PARAGRAPH_MARK.test(line.text)) return false;
  const maybeNew = numeralOf(line.text) !== undefined || YEAR_START.test(line.text);
  if (maybeNew && !isAtMargin(passage, line, layout)) return false;
  if (layout.marksParagraphEnds) return layout.isFull(passage.last) && passage.last.trail === '';
  if (layout.indented) return !layout.isIndented(line) && !layout.isShort(passage.last);
  if (layout.parted && !line.afterPage) return line.gap === 0 && !layout.isShort(passage.last);
  return layout.isPacked(passage.last, line);
}
