import type { Line } from './line.ts';
import { numeralOf } from './numerals.ts';
import { isSalutation } from './salutation.ts';
import { endsSentence } from './sentence-end.ts';
import { type Item, isTable } from './tables.ts';

/** A line that comes back on fewer pages may be a refrain. */
const FEWEST = 3;
const LONGEST = 40;
/** Share of the pages on which a head shows that it is none of the text, at the least. */
const SHARE = 0.4;
/** A line of this length that doesn't end a sentence is broken by the page. */
const SHORTEST_HALF = 20;
/** A page may be shorter than the others by this share: its lines are wider, or a table stands on it. */
const SHORTEST_PAGE = 0.6;

/**
 * The titles that print repeats at the head or the foot of each page. A refrain of the report itself
 * stands neither beside page numbers nor inside of sentences.
 */
export function runningHeadsIn(items: readonly Item[], numbers: ReadonlySet<Item>): ReadonlySet<Item> {
  const heads = new Set<Item>();
  const start = items.findIndex((item) => !isTable(item) && endsSentence(item.text));
  for (const all of repeatedIn(items, start)) {
    const sure = new Set(all.filter((i) => isBesideNumber(items, i, numbers) || splitsSentence(items, i)));
    if (sure.size < FEWEST || sure.size < all.length * SHARE) continue;
    const page = medianOf(all.slice(1).map((at, i) => at - (all[i] as number)));
    for (const [n, i] of all.entries()) {
      const fromLast = i - (all[n - 1] ?? i - page);
      if (sure.has(i) || fromLast >= page * SHORTEST_PAGE) heads.add(items[i] as Line);
    }
  }
  return heads;
}

/** Where the lines stand that come back again and again below the title. */
function repeatedIn(items: readonly Item[], start: number): number[][] {
  const places = new Map<string, number[]>();
  for (const [i, item] of items.entries()) {
    if (i < start || isTable(item) || !mayBeHead(item)) continue;
    const key = item.text.replace(/\s+/gu, '');
    const before = places.get(key);
    if (before === undefined) places.set(key, [i]);
    else before.push(i);
  }
  return [...places.values()].filter((all) => all.length >= FEWEST);
}

function mayBeHead({ text, bullet }: Line): boolean {
  return (
    !bullet &&
    text.length <= LONGEST &&
    /\p{Script=Han}{2}/u.test(text) &&
    !endsSentence(text) &&
    !isSalutation(text) &&
    numeralOf(text) === undefined
  );
}

function isBesideNumber(items: readonly Item[], i: number, numbers: ReadonlySet<Item>): boolean {
  return [items[i - 1], items[i + 1]].some((item) => item !== undefined && numbers.has(item));
}

/** Whether a line stands between a long one that breaks off and one that goes on with it. */
function splitsSentence(items: readonly Item[], i: number): boolean {
  const [above, below] = [items[i - 1], items[i + 1]];
  if (above === undefined || below === undefined || isTable(above) || isTable(below)) return false;
  const breaksOff = above.text.length >= SHORTEST_HALF && !endsSentence(above.text);
  const goesOn = !below.bullet && below.indent === '' && numeralOf(below.text) === undefined;
  return breaksOff && goesOn;
}

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
