import type { Line } from './line.ts';

/** A cell as it stands in the file. */
export interface SourceCell {
  readonly line: number;
  readonly text: string;
}

export interface SourceRow {
  readonly line: number;
  /** Cells of the source, those without text of their own (see cell-marks.ts) included. */
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

/** How much running text an item has: a table has none. */
export function lengthOf(item: Item): number {
  return isTable(item) ? 0 : item.text.length;
}
