import { JoinedText } from './joined-text.ts';
import type { Dropped, Line, Outcome, Repair } from './line.ts';
import { numeralOf } from './numerals.ts';
import { endsSentence } from './sentence-end.ts';

/** A cell as it stands in the file. */
export interface SourceCell {
  readonly line: number;
  readonly text: string;
}

export interface SourceRow {
  readonly line: number;
  /** Cells of the source, empty ones (merged with the one above) included. */
  readonly cells: readonly SourceCell[];
}

export interface SourceTable {
  readonly caption: Line | null;
  readonly rows: readonly SourceRow[];
}

export type Item = Line | SourceTable;

/** Whether an item is a table; else it is a line. */
export function isTable<T extends Item>(item: T): item is Extract<T, SourceTable> {
  return 'rows' in item;
}

const CAPTION = /^(?:专栏|附?表|图表)\s*[\d一二三四五六七八九十]+(?:[-—.]\d+)?[：:\s]?.{0,60}$/u;
const TAB = '\t';
const PIPE_ROW = /^\|.*\|$/;
const PIPE_RULE = /^\|(?:\s*:?-+:?\s*\|)+$/;
/** Blank lines that end a table of tabs. */
const GAP_AFTER_TABLE = 2;
/** What the reading of tables changed and left out. */
interface TableLog {
  readonly repairs: Repair[];
  readonly dropped: Dropped[];
}

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
    const caption = CAPTION.test(line.text) && !line.indent.startsWith(TAB) ? line : null;
    const start = caption === null ? i : i + 1;
    const end = endOfTable(lines, start, caption !== null);
    if (end === start) {
      if (line.text !== '') items.push(line);
      i += 1;
      continue;
    }
    const table = readTable(lines.slice(start, end), log);
    items.push({ caption, rows: table });
    i = end;
  }
  return { value: items, ...log };
}

/** Index after the last line of the table that starts at an index; the index itself if none does. */
function endOfTable(lines: readonly Line[], start: number, captioned: boolean): number {
  const first = lines[start];
  if (first === undefined) return start;
  if (PIPE_ROW.test(first.text)) return runOf(lines, start, (line) => PIPE_ROW.test(line.text));
  if (!first.indent.startsWith(TAB) && first.text.includes(TAB)) {
    const end = runOf(lines, start, (line) => line.text.includes(TAB));
    return captioned || end - start >= ROWS_WITHOUT_CAPTION ? end : start;
  }
  return captioned && first.indent.startsWith(TAB) ? endOfCells(lines, start) : start;
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
  if (line.gap >= GAP_AFTER_TABLE || CAPTION.test(line.text)) return true;
  const style = numeralOf(line.text)?.style;
  return style === 'han' || style === 'bracketed' || style === 'chapter';
}

function readTable(lines: readonly Line[], log: TableLog): SourceRow[] {
  const first = lines[0] as Line;
  if (PIPE_ROW.test(first.text)) return lines.flatMap((line) => pipeRow(line, log));
  if (!first.indent.startsWith(TAB)) return lines.map((line) => rowOf(line, line.text.split(TAB)));
  const cells = lines.filter((line) => line.indent.startsWith(TAB));
  return cells.length === 1 ? listRows(lines, log) : gridRows(lines, log);
}

function pipeRow(line: Line, { repairs, dropped }: TableLog): SourceRow[] {
  if (PIPE_RULE.test(line.text)) {
    dropped.push({ line: line.number, text: line.text, reason: '分隔线' });
    return [];
  }
  const cells = line.text.slice(1, -1).split('|');
  repairs.push({
    line: line.number,
    before: line.text,
    after: cells.join('\t').trim(),
    reason: '去掉表格线',
  });
  return [rowOf(line, cells)];
}

function rowOf(line: Line, cells: readonly string[]): SourceRow {
  return { line: line.number, cells: cells.map((text) => ({ line: line.number, text: text.trim() })) };
}

/** A cell that the next line may still belong to. */
interface OpenCell {
  readonly line: number;
  readonly text: JoinedText;
}

function openCell(line: Line): OpenCell {
  return { line: line.number, text: new JoinedText(line.text) };
}

function closed({ line, text }: OpenCell): SourceCell {
  return { line, text: text.toString() };
}

/** A box with one cell: each of its lines is a row, a line broken in mid-sentence goes on with the next. */
function listRows(lines: readonly Line[], log: TableLog): SourceRow[] {
  const cells: OpenCell[] = [];
  const numbered = numeralOf(lines[0]?.text ?? '') !== undefined;
  for (const line of lines) {
    const last = cells.at(-1);
    if (last !== undefined && !numbered && !endsSentence(last.text.tail)) goOn(last, line, log);
    else cells.push(openCell(line));
  }
  return cells.map((cell) => ({ line: cell.line, cells: [closed(cell)] }));
}

/** A cell starts at a tab, a row at a tab after a blank line; other lines go on with their cell. */
function gridRows(lines: readonly Line[], log: TableLog): SourceRow[] {
  const rows: OpenCell[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (row === undefined || (line.indent.startsWith(TAB) && line.gap > 0)) rows.push([openCell(line)]);
    else if (line.indent.startsWith(TAB)) row.push(openCell(line));
    else goOn(row.at(-1) as OpenCell, line, log);
  }
  return withGroupLabels(rows.map((row) => row.map(closed))).map((cells) => ({
    line: cells[0]?.line ?? 0,
    cells,
  }));
}

function goOn({ line: number, text }: OpenCell, line: Line, { repairs }: TableLog): void {
  const before = text.tail;
  text.add(line.text);
  if (before === '' || endsSentence(before)) return;
  const whole = `${before}⏎${line.text}`;
  repairs.push({ line: number, before: whole, after: whole.replace('⏎', ''), reason: '接上断开的单元格' });
}

/**
 * A label that stands alone above rows with fewer cells than it would need is the first cell of a
 * merged column: it belongs to the row below, and the rows after that have an empty first cell.
 */
function withGroupLabels(rows: readonly SourceCell[][]): SourceCell[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const grouped = rows.some(
    (row, i) => row.length === 1 && (rows[i + 1]?.length ?? 0) === width && width > 1,
  );
  if (!grouped) return [...rows];
  const result: SourceCell[][] = [];
  let label: SourceCell | null = null;
  for (const row of rows) {
    const [first] = row;
    if (row.length === 1 && first !== undefined && first.text !== '') {
      if (label !== null) result.push([label]);
      label = first;
    } else {
      result.push([label ?? { line: first?.line ?? 0, text: '' }, ...row]);
      label = null;
    }
  }
  if (label !== null) result.push([label]);
  return result;
}
