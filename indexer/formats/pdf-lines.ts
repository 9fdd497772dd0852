import { plainCharacters } from './pdf-characters.ts';

/** A run of text on a page, measured along its own direction: `x` to the right, `y` down. */
export interface Run {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  /** Height of the font. */
  readonly size: number;
}

/** The left and right edge of a column of text. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** What is read from top to bottom before the next: the whole width of a page, or a column of it. */
export interface Frame {
  readonly page: number;
  readonly runs: readonly Run[];
  /** Null where only the lines tell. */
  readonly margins: Margins | null;
}

/** A printed line. Columns that stand far apart are parted by tabs. */
export interface PrintedLine {
  readonly text: string;
  readonly frame: Frame;
  readonly left: number;
  readonly right: number;
  /** The baseline, from the top of the page. */
  readonly y: number;
  readonly size: number;
}

/** Whether a line is a row of a table. */
export function isRow(line: PrintedLine): boolean {
  return line.text.includes('\t') || line.text.startsWith('|');
}

/** An affine transform as PDF has it: a, b, c, d, e, f. */
export type Matrix = readonly number[];

const QUARTER = Math.PI / 2;
/** Text set askew by more than this (in radians) is a watermark. */
const ASKEW = 0.1;

/** Places a run, whichever way the page or the text is turned; null for a watermark set askew. */
export function placeRun(
  item: { readonly str: string; readonly width: number; readonly transform: Matrix },
  page: Matrix,
): { readonly turns: number; readonly run: Run } | null {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = multiply(page, item.transform);
  const angle = Math.atan2(b, a);
  const turns = Math.round(angle / QUARTER);
  if (Math.abs(angle - turns * QUARTER) > ASKEW) return null;
  const cos = Math.round(Math.cos(turns * QUARTER));
  const sin = Math.round(Math.sin(turns * QUARTER));
  const run = {
    text: plainCharacters(item.str),
    x: e * cos + f * sin,
    y: f * cos - e * sin,
    width: item.width,
    size: Math.hypot(c, d),
  };
  return { turns, run };
}

export function multiply(outer: Matrix, inner: Matrix): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Runs whose baselines differ by less than this share of the font's height stand on one line. */
const SAME_LINE = 0.5;

/** Puts the runs of a frame into lines, from top to bottom. */
export function linesOf(frame: Frame): PrintedLine[] {
  return rowsOf(frame.runs).map((row) => lineOf(row, frame));
}

/** The runs that stand on one line each, from top to bottom. */
export function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [];
  let tallest: Run | undefined;
  for (const run of runs.toSorted((a, b) => a.y - b.y)) {
    const near = tallest !== undefined && run.y - tallest.y < Math.max(run.size, tallest.size) * SAME_LINE;
    if (near) rows.at(-1)?.push(run);
    else rows.push([run]);
    if (!near || tallest === undefined || run.size > tallest.size) tallest = run;
  }
  return rows;
}

/** Gaps in terms of the font's height: between words, and between columns. */
const WORD_GAP = 0.25;
export const COLUMN_GAP = 1.2;

function lineOf(row: readonly Run[], frame: Frame): PrintedLine {
  const runs = row.toSorted((a, b) => a.x - b.x);
  const tallest = runs.reduce((most, run) => (run.size > most.size ? run : most));
  const pieces: string[] = [];
  let before: Run | null = null;
  for (const run of runs) {
    if (before !== null && isShadow(run, before)) continue;
    pieces.push(before === null ? '' : gapBetween(before, run, tallest.size), textIn(run, tallest, before));
    before = run;
  }
  const right = runs.reduce((most, run) => Math.max(most, run.x + run.width), 0);
  const { y, size } = tallest;
  return { text: pieces.join('').trim(), frame, left: runs[0]?.x ?? 0, right, y, size };
}

/** Bold type made by printing the same text twice. */
function isShadow(run: Run, before: Run): boolean {
  return run.text === before.text && Math.abs(run.x - before.x) < run.size * WORD_GAP;
}

function gapBetween(before: Run, run: Run, size: number): string {
  const gap = run.x - (before.x + before.width);
  if (gap > size * COLUMN_GAP) return '\t';
  return gap > size * WORD_GAP ? ' ' : '';
}

const RAISED = 0.15;
/** Browsers set raised text at five sixths of the height. */
const SMALL = 0.85;
const NOTE_NUMBER = /^[[［]?(\d{1,3})[\]］]?$/u;
const CIRCLED_NUMBER = /^[①-⑳]$/u;
const CIRCLED_ONE = 0x2460;
const UNIT_END = /[A-Za-z\d米里]\s*$/u;

/** The number of a footnote's mark: 1, [1], ①; NaN for anything else. */
export function noteNumber(mark: string): number {
  if (CIRCLED_NUMBER.test(mark)) return (mark.codePointAt(0) as number) - CIRCLED_ONE + 1;
  return Number(NOTE_NUMBER.exec(mark)?.[1] ?? Number.NaN);
}

/** A small raised number is the mark of a footnote, unless it stands behind a unit: m². */
function textIn(run: Run, line: Run, before: Run | null): string {
  const isRaised = run.size < line.size * SMALL && run.y < line.y - line.size * RAISED;
  if (!isRaised || before === null || UNIT_END.test(before.text)) return run.text;
  const number = noteNumber(run.text.trim());
  return Number.isNaN(number) ? run.text : `[${number}]`;
}
