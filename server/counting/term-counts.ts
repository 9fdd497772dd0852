import type { Block } from '../../report/types.ts';
import { countOccurrences, locator, operandsOf } from '../../text/match.ts';
import type { Query } from '../../text/query.ts';

/** What is counted, and in which sections; none stands for all. */
export interface CountedTerm {
  readonly query: Query;
  readonly sections: readonly string[];
}

/** What each of some terms finds, in their order. */
export interface TermTallies {
  /** Blocks that match. */
  readonly hits: Uint32Array;
  /** How often they have what was looked for; occurrences don't overlap. */
  readonly occurrences: Uint32Array;
}

/**
 * Counts many terms in some blocks, each of which is analysed once: the same numbers that searching for each
 * term finds there.
 */
export function countEachTerm(blocks: readonly Block[], terms: readonly CountedTerm[]): TermTallies {
  const hits = new Uint32Array(terms.length);
  const occurrences = new Uint32Array(terms.length);
  const operands = terms.reduce((sum, { query }) => sum + operandsOf(query), 0);
  for (const block of blocks) {
    const find = locator(block, operands);
    terms.forEach(({ query, sections }, i) => {
      if (sections.length > 0 && !sections.includes(block.section)) return;
      const located = find(query);
      if (!located) return;
      hits[i] = (hits[i] as number) + 1;
      occurrences[i] = (occurrences[i] as number) + countOccurrences(located);
    });
  }
  return { hits, occurrences };
}
