import type { ReportMeta } from './types.ts';

type Placed = Pick<ReportMeta, 'year'> & { readonly id: string };

/** Newest first, then by id: the order of lists, and of hits of equal rank. */
export function byNewest(a: Placed, b: Placed): number {
  return b.year - a.year || byId(a, b);
}

/** Oldest first, then by id. */
export function byOldest(a: Placed, b: Placed): number {
  return a.year - b.year || byId(a, b);
}

/** By id alone, which is by place, then year. */
export function byId(a: Placed, b: Placed): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
