import type { Line } from './line.ts';
import { numeralOf } from './numerals.ts';
import { endsSentence } from './sentence-end.ts';

/** Rows of a table that have tabs between their cells. */

const TAB = '\t';
/** Longest text that stands alone in its row. */
const LONGEST_LONE_CELL = 40;
/** Text behind a tab and nothing before it but a numeral: an item of a list, as word processors copy it. */
const NUMERAL_AND_TAB =
  /^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[）)、.．]|[）)][、.．])|第[一二三四五六七八九十]{1,3}[，、章节条篇]?|[①-⑳])\t[^\t]*$/u;

/** Whether a line opens rows of cells. */
export function startsTabRows(lines: readonly Line[], at: number): boolean {
  const line = lines[at] as Line;
  return isRow(line) || isLoneHeader(line, lines[at + 1]);
}

/** Index after the last of the rows that start at an index. */
export function endOfTabRows(lines: readonly Line[], start: number): number {
  let end = start;
  for (let i = start; i < lines.length; i += 1) {
    const line = lines[i] as Line;
    if (isRow(line) || (i === start && line.text !== '') || isLoneCell(lines, i, end)) end = i + 1;
    // A row without any text doesn't end the table.
    else if (line.text !== '') break;
  }
  return end;
}

/** The cells of rows, each row with its line; empty cells in front of the first are kept. */
export function tabRows(lines: readonly Line[]): { line: Line; cells: string[] }[] {
  const rows = lines.filter((line) => line.text !== '');
  // A table may be set in as a whole.
  const margin = rows.reduce((least, line) => Math.min(least, tabsIn(line.indent)), Infinity);
  return rows.map((line) => ({
    line,
    cells: [...Array<string>(tabsIn(line.indent) - margin).fill(''), ...line.text.split(TAB)],
  }));
}

function isRow(line: Line): boolean {
  return line.text.includes(TAB) && !NUMERAL_AND_TAB.test(line.text);
}

/** A single cell in the first row: the name of the second of two columns, or of the rows below. */
function isLoneHeader(line: Line, next: Line | undefined): boolean {
  if (next === undefined || !isRow(next) || next.indent.startsWith(TAB)) return false;
  return mayStandAlone(line) && tabsOf(line) === tabsOf(next);
}

/** Whether a line below a row (at `end - 1`) is one with a single cell: it has as many tabs. */
function isLoneCell(lines: readonly Line[], at: number, end: number): boolean {
  const line = lines[at] as Line;
  const above = lines[end - 1];
  if (above === undefined || !mayStandAlone(line) || tabsOf(line) === 0) return false;
  if (tabsOf(line) !== tabsOf(above)) return false;
  const next = lines[at + 1];
  return line.trail.includes(TAB) || tabsOf(line) > 1 || (next !== undefined && isRow(next));
}

function mayStandAlone({ text, indent, trail }: Line): boolean {
  if (text === '' || text.includes(TAB) || text.length > LONGEST_LONE_CELL || endsSentence(text))
    return false;
  return trail.includes(TAB) || (indent.includes(TAB) && numeralOf(text) === undefined);
}

function tabsOf({ indent, text, trail }: Line): number {
  return tabsIn(indent) + tabsIn(text) + tabsIn(trail);
}

function tabsIn(text: string): number {
  return text.split(TAB).length - 1;
}
