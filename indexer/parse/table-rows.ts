import { hasText, LEFT_EMPTY, MERGED_ABOVE, MERGED_LEFT } from './cell-marks.ts';
import type { SourceCell, SourceRow, SourceTable } from './tables.ts';

/** A row as the source has it and as it is shown. */
interface FilledRow {
  /** Every column, merged cells filled from above. */
  readonly cells: readonly string[];
  /** For each column, whether the source has the cell in this row. */
  readonly own: readonly boolean[];
}

export interface FilledTable {
  /** Names of the columns, one each; none where the source doesn't give them. */
  readonly columns: readonly string[];
  /** The names as they stand in the header row: one that is above several columns stands there once. */
  readonly header: readonly string[];
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
  const inTwoRows = isHeaderInTwoRows(first, second);
  const hasHeader = first !== undefined && (inTwoRows || isHeader(first, second));
  const rows = hasHeader ? table.rows.slice(inTwoRows ? 2 : 1) : table.rows;
  const width = table.rows.reduce((most, row) => Math.max(most, Math.min(row.cells.length, WIDEST_TABLE)), 0);
  if (width === 1 && rows.every((row) => LABELLED.test(row.cells[0]?.text ?? ''))) {
    return { columns: [], header: [], rows: rows.map((row) => labelledRow(row.cells[0]?.text ?? '')) };
  }
  const upper = hasHeader ? fillRow(first.cells, undefined, 0) : undefined;
  const lower = inTwoRows ? fillRow(second?.cells ?? [], upper, 0) : undefined;
  const header = upper && lower ? combined(upper, lower) : upper;
  const filled: FilledRow[] = [];
  for (const { cells } of rows) {
    // Without a mark nothing is merged with the name of its column.
    const told =
      filled.length > 0
        ? cells
        : cells.map((cell) => (cell.text === '' ? { ...cell, text: LEFT_EMPTY } : cell));
    filled.push(fillRow(told, filled.at(-1) ?? header, width));
  }
  return {
    columns: header?.cells ?? [],
    header: [upper, lower].flatMap((row) => row?.cells.filter((_, i) => row.own[i]) ?? []),
    rows: filled,
  };
}

/** A line `label：text` of a box, with its label in a column of its own as well. */
function labelledRow(text: string): FilledRow {
  return { cells: [LABELLED.exec(text)?.[1] ?? '', text], own: [false, true] };
}

const YEAR = /^(?:19|20)\d{2}$/u;

/** Whether the first row names the columns; one that names what the rows are may be missing. */
function isHeader(first: SourceRow, second: SourceRow | undefined): boolean {
  const [name = '', ...names] = first.cells.map((cell) => cell.text).filter((text) => text !== MERGED_LEFT);
  const below = second?.cells[0]?.text ?? '';
  if (names.length === 0 || second === undefined || !names.every(isName)) return false;
  if (!hasText(name)) return hasText(below) || below === MERGED_ABOVE;
  return !FIGURE.test(name) && (COLUMN_NAME.test(name) || FIRST_NUMBER.test(below));
}

/**
 * Whether the second row parts what the first names over several columns, and has nothing else: only in a
 * file that marks what is merged.
 */
function isHeaderInTwoRows(first: SourceRow | undefined, second: SourceRow | undefined): boolean {
  const upper = first?.cells.map((cell) => cell.text) ?? [];
  if (!upper.includes(MERGED_LEFT) || upper.every((text, i) => i === 0 || text === MERGED_LEFT)) return false;
  return upper.every((text, i) => {
    const below = second?.cells[i]?.text ?? '';
    const isWide = text === MERGED_LEFT || upper[i + 1] === MERGED_LEFT;
    return isWide ? isName(below) : hasText(text) ? below === MERGED_ABOVE : true;
  });
}

/** The names of the columns where two rows give them: 2025年 增速. */
function combined(upper: FilledRow, lower: FilledRow): FilledRow {
  const cells = upper.cells.map((name, i) => (lower.own[i] ? `${name} ${lower.cells[i]}` : name));
  return { cells, own: upper.own };
}

function isName(text: string): boolean {
  return hasText(text) && (YEAR.test(text) || !FIGURE.test(text));
}

function fillRow(cells: readonly SourceCell[], above: FilledRow | undefined, width: number): FilledRow {
  const texts = cells.map((cell) => cell.text);
  // A name alone stands above the rows it is about: it has nothing to do with the row above.
  const alone = texts.length > 1 && texts.findLastIndex((text) => text !== '') === 0;
  const filled: string[] = [];
  for (let i = 0; i < Math.max(width, texts.length); i += 1) {
    const text = texts[i] ?? LEFT_EMPTY;
    if (hasText(text)) filled.push(text);
    else if (text === MERGED_LEFT) filled.push(filled[i - 1] ?? '');
    else if (text === MERGED_ABOVE || (text === '' && !alone)) filled.push(fromAbove(above, i, text));
    else filled.push('');
  }
  return { cells: filled, own: filled.map((_, i) => hasText(texts[i] ?? '')) };
}

/** What an empty cell shows of the one above: where the file doesn't tell that they are merged, no figure. */
function fromAbove(above: FilledRow | undefined, column: number, text: string): string {
  const cell = above?.cells[column] ?? '';
  return text === MERGED_ABOVE || column === 0 || !FIGURE.test(cell) ? cell : '';
}
