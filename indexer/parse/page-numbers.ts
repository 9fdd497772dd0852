import type { Dropped, Outcome } from './line.ts';
import { type Item, isTable } from './tables.ts';

const NUMBER = /^\d{1,3}$/;
/** How many numbers in a row, each one more than the last, can't be chance. */
const FEWEST = 3;

/** Leaves out page numbers that stand bare on lines of their own: 1, 2, 3 … through the file. */
export function dropPageNumbers(items: readonly Item[]): Outcome<Item[]> {
  const bare = items.filter((item) => !isTable(item) && NUMBER.test(item.text));
  const pages = new Set(longestCount(bare));
  const dropped: Dropped[] = [];
  const kept = items.filter((item) => {
    if (isTable(item) || !pages.has(item)) return true;
    dropped.push({ line: item.number, text: item.text, reason: '页码' });
    return false;
  });
  return { value: kept, repairs: [], dropped };
}

/** The items that count up one by one from the first on, if there are enough of them. */
function longestCount(items: readonly Item[]): Item[] {
  const count: Item[] = [];
  let next: number | null = null;
  for (const item of items) {
    if (isTable(item)) continue;
    const number = Number(item.text);
    if (next !== null && number !== next) continue;
    count.push(item);
    next = number + 1;
  }
  return count.length >= FEWEST ? count : [];
}
