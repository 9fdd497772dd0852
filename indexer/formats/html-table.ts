import { cellText, hasText, LEFT_EMPTY, MERGED_ABOVE, MERGED_LEFT } from '../parse/cell-marks.ts';
import { JoinedText } from '../parse/joined-text.ts';
import { childrenOf, isElement, type PageElement, type PageNode } from './html-page.ts';

/** A cell with more text than this is part of a page's layout. */
const LONGEST_CELL = 1500;
/** Cells may span up to here; further ones are read, but their spans aren't. */
const WIDEST_TABLE = 60;
const TALLEST_SPAN = 1000;
const FEWEST_ROWS = 2;
const ROW_GROUPS = new Set(['thead', 'tbody', 'tfoot']);

interface Cell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/**
 * A table as lines of cells between vertical bars, the form that needs no caption to be seen as a table
 * and keeps an empty first cell. A cell without text says why (cell-marks.ts).
 * @param linesOf reads a cell.
 * @returns null for what isn't a table of data: a frame that lays out a page, a box around paragraphs.
 */
export function tableLines(
  table: PageElement,
  linesOf: (cell: PageNode) => readonly string[],
): string[] | null {
  if (childrenOf(table).some(holdsTable)) return null;
  const { captions, rows: rowElements } = partsOf(table);
  const rows = rowElements.map((row) =>
    childrenOf(row)
      .filter(isCell)
      .map((cell) => readCell(cell, linesOf)),
  );
  const filled = rows.filter((row) => row.filter((cell) => cell.text !== '').length > 1);
  const isLayout = rows.some((row) => row.some((cell) => cell.text.length > LONGEST_CELL));
  if (filled.length < FEWEST_ROWS || isLayout) return null;
  const placed = placeCells(rows);
  const width = placed[0]?.length ?? 1;
  const names = captions.map((caption) => readCell(caption, linesOf).text).filter((text) => text !== '');
  const named = names.map((name) => rowAcross(name, width));
  return [...named, ...placed].map((cells) => `|${cells.join('|')}|`);
}

function holdsTable(node: PageNode): boolean {
  return isElement(node) && (node.name === 'table' || childrenOf(node).some(holdsTable));
}

function partsOf(table: PageElement): { captions: PageElement[]; rows: PageElement[] } {
  const captions: PageElement[] = [];
  const rows: PageElement[] = [];
  for (const child of childrenOf(table).filter(isElement)) {
    if (child.name === 'caption') captions.push(child);
    else if (child.name === 'tr') rows.push(child);
    else if (ROW_GROUPS.has(child.name)) {
      for (const row of childrenOf(child)) if (isElement(row) && row.name === 'tr') rows.push(row);
    }
  }
  return { captions, rows };
}

function isCell(node: PageNode): node is PageElement {
  return isElement(node) && (node.name === 'td' || node.name === 'th');
}

function readCell(cell: PageElement, linesOf: (cell: PageNode) => readonly string[]): Cell {
  const text = new JoinedText('');
  for (const line of linesOf(cell)) text.add(line);
  return {
    text: cellText(text.toString()),
    columns: spanOf(cell.attribs.colspan, WIDEST_TABLE),
    rows: spanOf(cell.attribs.rowspan, TALLEST_SPAN),
  };
}

function spanOf(attribute: string | undefined, most: number): number {
  const span = Number.parseInt(attribute ?? '1', 10);
  return span >= 1 ? Math.min(span, most) : 1;
}

/** A text over the whole width of a table: the parser takes it for the table's name. */
function rowAcross(text: string, width: number): string[] {
  return [text, ...Array<string>(width - 1).fill(MERGED_LEFT)];
}

/** Puts cells into their columns, up to the last column in which a cell with text starts. */
function placeCells(rows: readonly (readonly Cell[])[]): string[][] {
  const taken: Taken[] = [];
  const placed = rows.map((row) => placeRow(row, taken)).filter((cells) => cells.some(hasText));
  const width = placed.reduce((most, cells) => Math.max(most, cells.findLastIndex(hasText) + 1), 0);
  return placed.map((cells) => cells.slice(0, width));
}

/** How many more rows the cell above takes in a column, and what stands there. */
interface Taken {
  rows: number;
  readonly mark: string;
}

function placeRow(row: readonly Cell[], taken: (Taken | undefined)[]): string[] {
  const placed: string[] = [];
  /** Puts what reaches down into the next column, if anything does. */
  const passTaken = () => {
    const above = taken[placed.length];
    if (above === undefined || above.rows === 0) return false;
    above.rows -= 1;
    placed.push(above.mark);
    return true;
  };
  for (const { text, columns, rows } of row) {
    while (passTaken());
    const isEmpty = text === '';
    const mark = isEmpty ? LEFT_EMPTY : MERGED_ABOVE;
    for (let i = 0; i < columns && (i === 0 || placed.length < WIDEST_TABLE); i += 1) {
      if (placed.length < WIDEST_TABLE) taken[placed.length] = { rows: rows - 1, mark };
      placed.push(isEmpty ? LEFT_EMPTY : i === 0 ? text : MERGED_LEFT);
    }
  }
  while (placed.length < taken.length) if (!passTaken()) placed.push(LEFT_EMPTY);
  return placed;
}
