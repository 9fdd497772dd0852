import type { Line } from './line.ts';
import { numeralOf } from './numerals.ts';
import { endsSentence } from './sentence-end.ts';
import { type Item, isTable } from './tables.ts';

/** How the lines of a file relate to its paragraphs. */
export interface Layout {
  /** Lines are as wide as a printed page: a paragraph runs over many. */
  readonly wrapped: boolean;
  /** A blank line stands between paragraphs and nowhere else, though lines are wrapped. */
  readonly parted: boolean;
  /** The first line of a paragraph is set in from the left margin. */
  readonly indented: boolean;
  /** Numbered headings and items are set in too: a line at the margin that opens like one goes on with a text. */
  readonly indentsNumerals: boolean;
  /** White space at the end of a line marks the end of a paragraph. */
  readonly marksParagraphEnds: boolean;
  /** Paragraphs are set apart by blank lines, so that lines without one between belong together. */
  readonly spaced: boolean;
  /** A blank line follows every paragraph, so that one without a blank line below was cut inside. */
  readonly separated: boolean;
  /** Whether a line comes near the right margin. */
  isFull(line: Line): boolean;
  /** Whether nothing of the next line would have found room at the end of a line. */
  isPacked(line: Line, next: Line): boolean;
  /** Whether a line ends so far from the right margin that it can't go on below. */
  isShort(line: Line): boolean;
  /** Whether a line is set in from the left margin like the first of a paragraph. */
  isIndented(line: Line): boolean;
}

/** So many lines show their width without further signs. */
const MANY_LINES = 20;
const FEWEST_LINES = 6;
/** Fewer lines are a printed page only if they are this wide and so many of them break off. */
const NARROWEST_LINE = 40;
const FEWEST_BROKEN = 4;
/** Share of blank lines behind a broken line, at page breaks, at the most. */
const MOST_AT_PAGES = 0.1;
/** Widest printed line, in columns of half a Chinese character. */
const WIDEST_LINE = 120;
/** A line that comes this near to the right margin is full: the first of a paragraph may be set in. */
const NEAR_MARGIN = 5;
const SHORT = 0.7;
const MOST = 0.5;
const FEW = 0.35;
const RARE = 0.04;
/** So many lines set in mark paragraphs, rare as they are, if almost none stands inside a sentence. */
const FEWEST_SET_IN = 8;
const ALMOST_ALL = 0.95;
const SPACED = 0.8;
/** Finished lines of this length are paragraphs. */
const PARAGRAPH = 60;
const MOST_INDENTED = 0.7;
const FEWEST_PARAGRAPHS = 8;
const SEPARATED = 0.95;
const INNER_MARK = /[，。；、：].{2}/u;
const WIDE = /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2e80-\uffdc\uffe0-\uffe6]/u;
/** What a line break can't divide: a number, a word, a character with the marks that may not open a line. */
const TOKEN = /^(?:[\w.%-]{1,20}|.)[，。；：、！？）》”’]*/u;

/** Finds the layout of a report from the widths, ends and indents of its lines. */
export function layoutOf(items: readonly Item[]): Layout {
  const lines = items.filter((item): item is Line => !isTable(item));
  const margin = quantile(lines, 0.9, (line) => widthOf(line.text));
  const leftMargin = quantile(lines, 0.5, (line) => line.indent.length);
  const isFull = (line: Line) => widthOf(line.text) >= margin - NEAR_MARGIN;
  const isIndented = (line: Line) => line.indent.length >= leftMargin + 2;
  const share = (test: (line: Line) => boolean) => shareOf(lines, test);
  const full = share(isFull);
  const isBroken = (line: Line) => isFull(line) && !endsSentence(line.text);
  const wrapped =
    margin <= WIDEST_LINE &&
    full > MOST &&
    share(isBroken) > full * MOST &&
    (lines.length >= MANY_LINES || isShortPage(lines, margin, isBroken));
  const trailing = share((line) => line.trail !== '');
  return {
    wrapped,
    parted: wrapped && partsAtGaps(lines, isBroken),
    indented: marksBeginnings(lines, isIndented, isBroken),
    indentsNumerals: shareOf(lines.filter(isNumbered), isIndented) > MOST_INDENTED,
    marksParagraphEnds: trailing > 0 && trailing < FEW,
    spaced: share((line) => line.gap > 0 || line.bullet) > SPACED,
    separated: isSeparated(lines),
    isFull,
    isPacked: (line, next) => widthOf(line.text) + widthOf(TOKEN.exec(next.text)?.[0] ?? '') > margin,
    isShort: (line) => widthOf(line.text) < margin * SHORT,
    isIndented,
  };
}

/** Whether a few lines are those of a page: wide, broken in mid-sentence, with clauses that end inside. */
function isShortPage(lines: readonly Line[], margin: number, isBroken: (line: Line) => boolean): boolean {
  if (lines.length < FEWEST_LINES || margin < NARROWEST_LINE) return false;
  const broken = lines.filter((line, i) => i < lines.length - 1 && isBroken(line));
  return (
    broken.length >= FEWEST_BROKEN && broken.every(({ text, bullet }) => !bullet && INNER_MARK.test(text))
  );
}

function partsAtGaps(lines: readonly Line[], isBroken: (line: Line) => boolean): boolean {
  const above = lines.filter((_, i) => isBelowGap(lines[i + 1]));
  const share = above.length / lines.length;
  return share > RARE && share < MOST && above.filter(isBroken).length <= above.length * MOST_AT_PAGES;
}

/** Whether lines that are set in are the first of paragraphs. */
function marksBeginnings(
  lines: readonly Line[],
  isIndented: (line: Line) => boolean,
  isBroken: (line: Line) => boolean,
): boolean {
  const setIn = lines.flatMap((line, i) => (isIndented(line) ? i : []));
  const share = setIn.length / Math.max(1, lines.length);
  if (share >= MOST) return false;
  if (share > RARE) return true;
  const inside = setIn.filter((i) => i > 0 && isBroken(lines[i - 1] as Line));
  return setIn.length >= FEWEST_SET_IN && inside.length <= setIn.length * (1 - ALMOST_ALL);
}

/** Whether a blank line stands above a line, and not for the end of a page alone. */
function isBelowGap(line: Line | undefined): boolean {
  return line !== undefined && line.gap > 0 && !line.afterPage;
}

function isSeparated(lines: readonly Line[]): boolean {
  const below = lines.filter((_, i) => {
    const above = lines[i - 1]?.text ?? '';
    return above.length > PARAGRAPH && endsSentence(above);
  });
  return (
    below.length >= FEWEST_PARAGRAPHS && below.filter(({ gap }) => gap > 0).length >= below.length * SEPARATED
  );
}

function isNumbered(line: Line): boolean {
  return numeralOf(line.text) !== undefined;
}

function shareOf(lines: readonly Line[], test: (line: Line) => boolean): number {
  return lines.filter(test).length / Math.max(1, lines.length);
}

function quantile(lines: readonly Line[], share: number, measure: (line: Line) => number): number {
  const sorted = lines.map(measure).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text.slice(0, WIDEST_LINE * 2)) width += WIDE.test(character) ? 2 : 1;
  return width;
}
