import { shorten } from './page.ts';

const LONGEST_TEXT = 40;
/** Lists of lists, such as highlights, say little with one of them; lists of objects say all. */
const MOST_ITEMS = { objects: 1, others: 2 } as const;

/** A JSON value as an example of its kind: long texts and lists cut, with a word of what is left out. */
export function shortened(value: unknown): unknown {
  if (typeof value === 'string') return shorten(value, LONGEST_TEXT);
  if (Array.isArray(value)) return shortenedList(value);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shortened(one)]));
}

function shortenedList(list: readonly unknown[]): unknown[] {
  const isOfObjects = list[0] instanceof Object && !Array.isArray(list[0]);
  const most = isOfObjects ? MOST_ITEMS.objects : MOST_ITEMS.others;
  const left = list.length - most;
  return [...list.slice(0, most).map(shortened), ...(left > 0 ? [`…… 另有 ${left} 项`] : [])];
}
