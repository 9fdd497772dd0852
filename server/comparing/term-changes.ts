import { setImmediate } from 'node:timers/promises';
import type { Report } from '../../report/types.ts';
import { parseQuery } from '../../text/query.ts';
import { countEachTerm } from '../counting/term-counts.ts';
import { candidatesOf, isNameIn, withoutFragments } from './candidates.ts';
import { type Changes, type ComparedTerm, changesOf } from './keyness.ts';

/** A term seen once may be there by chance: one must occur so often, in both reports together. */
export const LEAST_OCCURRENCES = 2;

/** Log-likelihood from which on a term that is in both counts as risen or fallen: 5% by chance. */
export const LEAST_LIKELIHOOD = 3.84;

/** The query that finds a term to the letter, and so what is counted. */
export function termQuery(term: string): string {
  return `"${term}"`;
}

/**
 * Tells in which terms a report differs from another. The counts are those of a search for each term.
 * Of reports of two places their own names, and those of what lies in them, are left out.
 * @param sizes of both, in characters.
 */
export async function termChanges(
  before: Report,
  after: Report,
  sizes: readonly [before: number, after: number],
): Promise<Changes> {
  const candidates = candidatesOf([...before.blocks, ...after.blocks]);
  const terms = [...candidates.keys()];
  const queries = terms.map((term) => ({ query: parseQuery(termQuery(term)), sections: [] }));
  // Others are waiting, too.
  await setImmediate();
  const earlier = countEachTerm(before.blocks, queries);
  await setImmediate();
  const later = countEachTerm(after.blocks, queries);
  await setImmediate();
  const isName = before.adcode === after.adcode ? () => false : isNameIn([before.adcode, after.adcode]);
  const counts = terms.map(
    (term, i): ComparedTerm => ({
      term,
      before: earlier.occurrences[i] as number,
      after: later.occurrences[i] as number,
    }),
  );
  const frequent = counts.filter((count) => count.before + count.after >= LEAST_OCCURRENCES);
  const telling = withoutFragments(frequent, candidates).filter(({ term }) => !isName(term));
  return changesOf(telling, sizes, LEAST_LIKELIHOOD);
}
