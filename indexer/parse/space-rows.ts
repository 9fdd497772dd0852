import type { Line } from './line.ts';
import { endsSentence } from './sentence-end.ts';

/** Rows of a table whose columns are set apart by spaces: believed below a caption only. */

const COLUMN_GAP = /[ \u3000]{2,}/u;
const FEWEST_ROWS = 2;
const LONGEST_CELL = 30;

/** Index after the last of the rows that start at an index and have as many cells as the first. */
export function endOfSpaceRows(lines: readonly Line[], start: number): number {
  const columns = cellsOf(lines[start])?.length;
  let end = start;
  while (columns !== undefined && cellsOf(lines[end])?.length === columns) end += 1;
  return end - start < FEWEST_ROWS ? start : end;
}

/** The cells of a row; null for a line that is none. */
export function cellsOf(line: Line | undefined): string[] | null {
  if (line === undefined || endsSentence(line.text)) return null;
  const cells = line.text.split(COLUMN_GAP);
  return cells.length > 1 && cells.every((cell) => cell.length <= LONGEST_CELL) ? cells : null;
}
