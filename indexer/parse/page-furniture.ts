import type { Dropped, Outcome } from './line.ts';
import { pageNumbersIn } from './page-numbers.ts';
import { runningHeadsIn } from './running-heads.ts';
import { type Item, isTable } from './tables.ts';

/** Leaves out what a print puts on each of its pages: numbers and running heads; text goes on over the break. */
export function dropPageFurniture(items: readonly Item[]): Outcome<Item[]> {
  const numbers = pageNumbersIn(items);
  const heads = runningHeadsIn(items, numbers);
  const value: Item[] = [];
  const dropped: Dropped[] = [];
  let afterPage = false;
  for (const item of items) {
    const reason = numbers.has(item) ? '页码' : heads.has(item) ? '页眉页脚' : null;
    if (reason === null || isTable(item)) {
      value.push(afterPage && !isTable(item) ? { ...item, afterPage } : item);
      afterPage = false;
      continue;
    }
    dropped.push({ line: item.number, text: item.text, reason });
    afterPage = true;
  }
  return { value, repairs: [], dropped };
}
