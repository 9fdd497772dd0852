/**
 * What stands in a cell between bars that has no text of its own, where the file tells why (HTML, Word).
 * An empty cell of a plain text may be either.
 */

/** Merged with the cell above. */
export const MERGED_ABOVE = '^';
/** Merged with the cell on its left. */
export const MERGED_LEFT = '<';
/** Left empty by whoever made the table. */
export const LEFT_EMPTY = '∅';

const MARKS: ReadonlySet<string> = new Set([MERGED_ABOVE, MERGED_LEFT, LEFT_EMPTY]);

/** Whether a cell has text of its own. */
export function hasText(cell: string): boolean {
  return cell !== '' && !MARKS.has(cell);
}

const WIDE = new Map([
  [MERGED_ABOVE, '＾'],
  [MERGED_LEFT, '＜'],
]);

/** Text of a cell in which nothing can be taken for a bar or a mark. */
export function cellText(text: string): string {
  return text.replaceAll('|', '｜').replace(/^[\^<]$/u, (mark) => WIDE.get(mark) ?? mark);
}

const ROW = /^[^\S\n]*\|.*\|[^\S\n]*$/gmu;
const MARKED_CELL = /(?<=\|)[^\S\n]*[\^<∅][^\S\n]*(?=\|)/gu;

/** A text without the marks in the cells of its rows: they are no characters of the file. */
export function withoutCellMarks(text: string): string {
  return text.replace(ROW, (row) => row.replace(MARKED_CELL, ''));
}
