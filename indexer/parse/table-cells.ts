import { hasText } from './cell-marks.ts';
import { JoinedText } from './joined-text.ts';
import type { Dropped, Line, Repair } from './line.ts';
import { numeralOf } from './numerals.ts';
import { endsSentence } from './sentence-end.ts';
import type { SourceCell, SourceRow } from './source-table.ts';
import { cellsOf } from './space-rows.ts';
import { startsTabRows, tabRows } from './tab-rows.ts';

/** The rows and cells of a table whose lines are known. */

const TAB = '\t';
const PIPE_ROW = /^\|.*\|$/;
const PIPE_RULE = /^\|(?:\s*:?-+:?\s*\|)+$/;

/** What the reading of tables changed and left out. */
export interface TableLog {
  readonly repairs: Repair[];
  readonly dropped: Dropped[];
}

/** Whether a line is a row between vertical bars. */
export function isPipeRow(line: Line): boolean {
  return PIPE_ROW.test(line.text);
}

/** The rows that have any text. */
export function readRows(lines: readonly Line[], log: TableLog): SourceRow[] {
  return rowsOf(lines, log).filter(({ cells }) => cells.some(({ text }) => hasText(text)));
}

function rowsOf(lines: readonly Line[], log: TableLog): SourceRow[] {
  const [first] = lines;
  if (first === undefined) return [];
  if (isPipeRow(first)) return lines.flatMap((line) => pipeRow(line, log));
  if (startsTabRows(lines, 0)) return tabRows(lines).map(({ line, cells }) => rowOf(line, cells));
  if (!first.indent.startsWith(TAB)) return lines.map((line) => rowOf(line, cellsOf(line) ?? [line.text]));
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
