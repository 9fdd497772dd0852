import type { SourceCell, SourceRow, SourceTable } from './tables.ts';

/** A row as the source has it and as it is shown. */
interface FilledRow {
  /** Every column, merged cells filled from above. */
  readonly cells: readonly string[];
  /** For each column, whether the source has the cell in this row. */
  readonly own: readonly boolean[];
}

export interface FilledTable {
  /** Names of the columns; none where the source doesn't give them. */
  readonly columns: readonly string[];
  readonly rows: readonly FilledRow[];
}

const COLUMN_NAME =
  /^(?:序号|编号|类别|类型|指标|项目|名称|单位|领域|事项|地区|内容|年份|时间|备注).{0,8}$|.{0,8}(?:名称|指标|项目)$/u;
const LABELLED = /^([^：。；，]{1,20})：/u;
/** Short rows are filled up to this many columns at the most. */
const WIDEST_TABLE = 60;
const FIRST_NUMBER = /^[1一]$/u;
const FIGURE = /^[\d.,%％—-]+$/u;

/** Tells the header of a table from its rows, and fills merged cells. */
export function fillTable(table: SourceTable): FilledTable {
  const [first, second] = table.rows;
  const hasHeader = first !== undefined && isHeader(first, second);
  const rows = hasHeader ? table.rows.slice(1) : table.rows;
  const width = table.rows.reduce((most, row) => Math.max(most, Math.min(row.cells.length, WIDEST_TABLE)), 0);
  if (width === 1 && rows.every((row) => LABELLED.test(row.cells[0]?.text ?? ''))) {
    return { columns: [], rows: rows.map((row) => labelledRow(row.cells[0]?.text ?? '')) };
  }
  const filled: FilledRow[] = [];
  for (const row of rows) filled.push(fillRow(row.cells, filled.at(-1), width));
  return { columns: hasHeader ? first.cells.map((cell) => cell.text) : [], rows: filled };
}

/** A line `label：text` of a box, with its label in a column of its own as well. */
function labelledRow(text: string): FilledRow {
  return { cells: [LABELLED.exec(text)?.[1] ?? '', text], own: [false, true] };
}

function isHeader(first: SourceRow, second: SourceRow | undefined): boolean {
  const texts = first.cells.map((cell) => cell.text);
  if (texts.length < 2 || second === undefined || texts.some((text) => text === '' || FIGURE.test(text)))
    return false;
  return COLUMN_NAME.test(texts[0] ?? '') || FIRST_NUMBER.test(second.cells[0]?.text ?? '');
}

function fillRow(cells: readonly SourceCell[], above: FilledRow | undefined, width: number): FilledRow {
  const columns = Array.from({ length: Math.max(width, cells.length) }, (_, i) => cells[i]?.text ?? '');
  return {
    cells: columns.map((text, i) => (text === '' && i < cells.length ? (above?.cells[i] ?? '') : text)),
    own: columns.map((text) => text !== ''),
  };
}
