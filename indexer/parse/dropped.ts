import { hasText } from './cell-marks.ts';
import type { Dropped } from './line.ts';
import { type Item, isTable } from './tables.ts';

/** What is left out with an item: its line, or the caption and the rows of a table. */
export function droppedItem(item: Item, reason: string): Dropped[] {
  if (!isTable(item)) return [{ line: item.number, text: item.text, reason }];
  const rows = item.rows.map(({ line, cells }) => ({
    line,
    text: cells.map(({ text: cell }) => (hasText(cell) ? cell : '')).join('\t'),
    reason,
  }));
  return item.caption === null ? rows : [...droppedItem(item.caption, reason), ...rows];
}
