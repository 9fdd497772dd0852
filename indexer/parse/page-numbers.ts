import type { Line } from './line.ts';
import { type Item, isTable } from './tables.ts';

const BARE = /^\d{1,3}$/;
/** What can be nothing but the number of a page: — 12 —, 3/20, 第3页 共20页. */
const MARKED =
  /^(?:[-—－–·•]\s*\d{1,3}\s*[-—－–·•]|\d{1,3}\s*[/／]\s*\d{1,3}|第\s*\d{1,3}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,3}\s*页)?)$/u;
/** How many numbers in a row, each one more than the last, can't be chance. */
const FEWEST = 3;

/** The page numbers on lines of their own: marked as such, or bare where they count 1, 2, 3 … through the file. */
export function pageNumbersIn(items: readonly Item[]): ReadonlySet<Item> {
  const lines = items.filter((item): item is Line => !isTable(item));
  return new Set([
    ...lines.filter((line) => MARKED.test(line.text)),
    ...longestCount(lines.filter((line) => BARE.test(line.text))),
  ]);
}

/** The lines that count up one by one from the first on, if there are enough of them. */
function longestCount(lines: readonly Line[]): Line[] {
  const count: Line[] = [];
  let next: number | null = null;
  for (const line of lines) {
    const number = Number(line.text);
    if (next !== null && number !== next) continue;
    count.push(line);
    next = number + 1;
  }
  return count.length >= FEWEST ? count : [];
}
