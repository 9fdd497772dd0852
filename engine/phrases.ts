import { type Phrase, phraseOf } from '../text/grams.ts';
import { type Query, queryParts } from '../text/query.ts';

/** More terms of a phrase cost an engine more than they narrow down. */
const MOST_TERMS = 32;

/** The phrases to look up for a query. */
export interface Selection {
  readonly phrases: readonly Phrase[];
  /** Whether these are all of the query. If not, what they find has to be checked with `text/match.ts`. */
  readonly isComplete: boolean;
}

/**
 * Chooses the phrases that narrow a query down most: the longest, each up to a limit.
 * @param mostPhrases how many phrases the engine can take at once.
 */
export function selectPhrases(query: Query, mostPhrases = Number.POSITIVE_INFINITY): Selection {
  const all = queryParts(query).map(phraseOf);
  const phrases = [...all]
    .sort((a, b) => charactersOf(b) - charactersOf(a))
    .slice(0, mostPhrases)
    .map(cut);
  return {
    phrases,
    isComplete: phrases.length === all.length && phrases.every((phrase) => all.includes(phrase)),
  };
}

/** How many characters a phrase of Han characters stands for: its terms overlap. */
function charactersOf({ terms, prefix }: Phrase): number {
  return prefix ? terms.length : terms.length + 1;
}

function cut(phrase: Phrase): Phrase {
  if (phrase.terms.length <= MOST_TERMS) return phrase;
  return { terms: phrase.terms.slice(0, MOST_TERMS), prefix: false };
}
