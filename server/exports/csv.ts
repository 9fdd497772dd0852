import { stringify } from 'csv-stringify/sync';
import { writable } from './characters.ts';

/** A cell; null is an empty one. */
export type Cell = string | number | null;

/** Tells spreadsheets that a file is UTF-8, without which they show Chinese as gibberish. It comes first. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * Rows as CSV (RFC 4180), each with its line end. A text that a spreadsheet would calculate, as it begins with
 * = + - @, their full-width forms or a control, gets an apostrophe before it; numbers, and every other text,
 * stay as they are.
 */
export function csvRows(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? safe(cell) : cell))),
    // Where a delimiter is named, line ends in cells aren't quoted unless this is, too.
    { record_delimiter: 'windows', quote_record_delimiter: true, escape_formulas: true },
  );
}

/** What the library's `escape_formulas` leaves: a line feed, after which some look for a formula. */
function safe(text: string): string {
  const clean = writable(text);
  return clean.startsWith('\n') ? `'${clean}` : clean;
}
