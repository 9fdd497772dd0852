import {
  captionLength,
  isCaption,
  isInnerCaption,
  isNumberedTable,
  joinCaption,
  mayNameTable,
} from './captions.ts';
import { MERGED_LEFT } from './cell-marks.ts';
import type { Line, Outcome } from './line.ts';
import { numeralOf } from './numerals.ts';
import type { Item, SourceRow, SourceTable } from './source-table.ts';
import { endOfSpaceRows } from './space-rows.ts';
import { endOfTabRows, startsTabRows } from './tab-rows.ts';
import { isPipeRow, readRows, type TableLog } from './table-cells.ts';

export {
  type Item,
  isTable,
  lengthOf,
  type SourceCell,
  type SourceRow,
  type SourceTable,
} from './source-table.ts';

const TAB = '\t';
/** Blank lines that end a table of tabs. */
const GAP_AFTER_TABLE = 2;
/** A line with tabs inside and no caption above is a table when at least this many follow each other. */
const ROWS_WITHOUT_CAPTION = 2;

/**
 * Finds the tables: cells on lines of their own that start with a tab, rows with tabs between their
 * cells, and rows between vertical bars. A caption (专栏1：…, 表1 …) above belongs to its table.
 */
export function takeTables(lines: readonly Line[]): Outcome<Item[]> {
  const items: Item[] = [];
  const log: TableLog = { repairs: [], dropped: [] };
  let i = 0;
  while (i < lines.length) {
    const line = lines[i] as Line;
    const { start, end } = tableAt(lines, i);
    if (end === start) {
      if (line.text !== '') items.push(line);
      i += 1;
      continue;
    }
    const rows = readRows(lines.slice(start, end), log);
    const below = start === i && isCaptionBelow(lines, end) ? (lines[end] as Line) : null;
    const caption = joinCaption(lines.slice(i, start), log.repairs) ?? below;
    if (rows.length > 0) items.push(withInnerCaption({ caption, rows }, line));
    else items.push(...lines.slice(i, start));
    i = rows.length > 0 && below !== null ? end + 1 : end;
  }
  return { value: items, ...log };
}

/** Where the rows of a table start and end whose caption, if it has one, starts at an index. */
function tableAt(lines: readonly Line[], at: number): { start: number; end: number } {
  // The name below a bare number may turn out to be the first row.
  for (let length = captionLength(lines, at); length >= 0; length -= 1) {
    const start = at + length;
    const end = endOfTable(lines, start, length > 0);
    if (end > start) return { start, end };
  }
  return { start: at, end: at };
}

/** Whether a line is the caption of the table right above it, rather than of one below. */
function isCaptionBelow(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || !isNumberedTable(line) || line.gap >= GAP_AFTER_TABLE) return false;
  const { start, end } = tableAt(lines, at);
  return start === end;
}

/** A table without a caption may have it in its first row: one cell over the whole width. */
function withInnerCaption({ caption, rows }: SourceTable, line: Line): SourceTable {
  const [first, ...below] = rows;
  if (caption !== null || first === undefined || !isAcross(first)) return { caption, rows };
  const name = first.cells[0]?.text ?? '';
  // One of several such rows names the rows below it rather than the table.
  const isOnly = below.length > 1 && !below.some(isAcross);
  if (!isInnerCaption(name) && !(isOnly && mayNameTable(name))) return { caption, rows };
  return { caption: { ...line, text: name }, rows: below };
}

/** Whether a row is one cell over the whole width. */
function isAcross({ cells }: SourceRow): boolean {
  const [name, ...merged] = cells.map((cell) => cell.text);
  return name !== undefined && merged.length > 0 && merged.every((text) => text === MERGED_LEFT);
}

/** Index after the last line of the table that starts at an index; the index itself if none does. */
function endOfTable(lines: readonly Line[], start: number, captioned: boolean): number {
  const first = lines[start];
  if (first === undefined) return start;
  if (isPipeRow(first)) return runOf(lines, start, isPipeRow);
  if (startsTabRows(lines, start)) {
    const end = endOfTabRows(lines, start);
    return captioned || end - start >= ROWS_WITHOUT_CAPTION ? end : start;
  }
  if (!captioned) return start;
  return first.indent.startsWith(TAB) ? endOfCells(lines, start) : endOfSpaceRows(lines, start);
}

function runOf(lines: readonly Line[], start: number, belongs: (line: Line) => boolean): number {
  let end = start;
  while (end < lines.length && belongs(lines[end] as Line)) end += 1;
  return end;
}

function endOfCells(lines: readonly Line[], start: number): number {
  let end = start + 1;
  while (end < lines.length && !endsCells(lines[end] as Line)) end += 1;
  return end;
}

function endsCells(line: Line): boolean {
  if (line.indent.startsWith(TAB)) return false;
  if (line.gap >= GAP_AFTER_TABLE || isCaption(line)) return true;
  const style = numeralOf(line.text)?.style;
  return style === 'han' || style === 'bracketed' || style === 'chapter';
}
