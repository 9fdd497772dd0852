import type { SearchState } from '../search-state.ts';

/** Another search that an empty result may offer. */
export interface Alternative {
  readonly label: string;
  readonly state: SearchState;
}

export interface CountedAlternative extends Alternative {
  /** How many blocks it finds. */
  readonly count: number;
}

/** Tells how many blocks a search finds. */
export type Counter = (state: SearchState) => Promise<number>;

/** Counts some searches at once. */
export async function counted<A extends Alternative>(
  alternatives: readonly A[],
  count: Counter,
): Promise<(A & CountedAlternative)[]> {
  return Promise.all(
    alternatives.map(async (alternative) => ({ ...alternative, count: await count(alternative.state) })),
  );
}

export function isFound({ count }: CountedAlternative): boolean {
  return count > 0;
}
