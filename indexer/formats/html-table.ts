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
 * and keeps an empty first cell. A cell that spans rows is empty below; one that spans columns up to the
 * right edge ends its row.
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
  const lines = placeCells(rows).map((cells) => `|${cells.join('|')}|`);
  return [...captions.flatMap((caption) => linesOf(caption)), ...lines];
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
    text: text.toString().replaceAll('|', '｜'),
    columns: spanOf(cell.attribs.colspan, WIDEST_TABLE),
    rows: spanOf(cell.attribs.rowspan, TALLEST_SPAN),
  };
}

function spanOf(attribute: string | undefined, most: number): number {
  const span = Number.parseInt(attribute ?? '1', 10);
  return span >= 1 ? Math.min(span, most) : 1;
}

/** Puts cells into their columns: one that is merged with the cell above or on its left is empty. */
function placeCells(rows: readonly (readonly Cell[])[]): string[][] {
  /** For each column, how many more rows the cell above takes. */
  const taken: number[] = [];
  return rows.map((row) => placeRow(row, taken)).filter((cells) => cells.some((text) => text !== ''));
}

/** One row; without the empty cells on its right that nothing from above reaches into. */
function placeRow(row: readonly Cell[], taken: number[]): string[] {
  const placed: string[] = [];
  let width = 0;
  const passTaken = () => {
    while ((taken[placed.length] ?? 0) > 0) {
      taken[placed.length] = (taken[placed.length] as number) - 1;
      placed.push('');
      width = placed.length;
    }
  };
  for (const cell of row) {
    passTaken();
    if (cell.text !== '') width = placed.length + 1;
    const columns = Math.min(cell.columns, Math.max(1, WIDEST_TABLE - placed.length));
    for (let i = 0; i < columns; i += 1) {
      if (placed.length < WIDEST_TABLE) taken[placed.length] = cell.rows - 1;
      placed.push(i === 0 ? cell.text : '');
    }
  }
  while (placed.length < taken.length) {
    passTaken();
    if (placed.length < taken.length) placed.push('');
  }
  return placed.slice(0, width);
}
