import { setImmediate } from 'node:timers/promises';
import type { Report } from '../../report/types.ts';
import { parseQuery } from '../../text/query.ts';
import { countEachTerm } from '../counting/term-counts.ts';
import { candidatesOf, isNameIn, isOwnWord, LEAST_OCCURRENCES } from './candidates.ts';
import { type Changes, type ComparedTerm, changesOf } from './keyness.ts';
import { isMostlyIn, phraseAround, withoutParts } from './phrases.ts';
import { type WordUses, wordUsesIn } from './word-uses.ts';

/** Log-likelihood from which on a term that is in both counts as risen or fallen: 5% by chance. */
export const LEAST_LIKELIHOOD = 3.84;

/** The query that finds a term to the letter, and so what is counted. */
function termQuery(term: string): string {
  return `"${term}"`;
}

/** The query that finds any of some terms to the letter. */
export function anyOf(terms: readonly string[]): string {
  return terms.map(termQuery).join(' OR ');
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
  const uses = wordUsesIn([...before.blocks, ...after.blocks]);
  const count = (terms: readonly string[]) => countIn(before, after, terms);
  const candidates = await count(candidatesOf(uses));
  const words = candidates.filter((word) => isOwnWord(word, uses));
  const terms = await inPhrases(words, uses, count);
  const isName = before.adcode === after.adcode ? () => false : isNameIn([before.adcode, after.adcode]);
  const telling = withoutParts(terms, [...candidates, ...terms]).filter(({ term }) => !isName(term));
  return changesOf(telling, sizes, LEAST_LIKELIHOOD);
}

/** Puts phrases in the place of words that nearly always stand in them, each once. */
async function inPhrases(
  words: readonly ComparedTerm[],
  uses: WordUses,
  count: (terms: readonly string[]) => Promise<ComparedTerm[]>,
): Promise<ComparedTerm[]> {
  const phraseOf = new Map(
    words.map(({ term, before, after }) => [term, phraseAround(term, before + after, uses)]),
  );
  const phrases = new Map(
    (await count([...new Set(phraseOf.values())])).map((counts) => [counts.term, counts]),
  );
  const chosen = words.map((word) => {
    const phrase = phrases.get(phraseOf.get(word.term) as string);
    const isReplaced = phrase && isMostlyIn(phrase.before + phrase.after, word.before + word.after);
    return isReplaced ? phrase : word;
  });
  return [...new Map(chosen.map((counts) => [counts.term, counts])).values()];
}

/** Counts terms in two reports, without those that are too rare. */
async function countIn(before: Report, after: Report, terms: readonly string[]): Promise<ComparedTerm[]> {
  const queries = terms.map((term) => ({ query: parseQuery(termQuery(term)), sections: [] }));
  // Others are waiting, too.
  await setImmediate();
  const earlier = countEachTerm(before.blocks, queries);
  await setImmediate();
  const later = countEachTerm(after.blocks, queries);
  await setImmediate();
  return terms
    .map(
      (term, i): ComparedTerm => ({
        term,
        before: earlier.occurrences[i] as number,
        after: later.occurrences[i] as number,
      }),
    )
    .filter((counts) => counts.before + counts.after >= LEAST_OCCURRENCES);
}
