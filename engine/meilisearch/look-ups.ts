import type { Phrase } from '../../text/grams.ts';
import { type Conjunction, distinct, type Retrieval } from '../retrieval.ts';
import { encodePhrases, isExact } from './encode.ts';

/** What Meilisearch is asked for. Whatever matches is found by one of the queries. */
export interface LookUp {
  readonly queries: readonly string[];
  /** Whether there is one query only, and nothing is excluded. */
  readonly isConjunction: boolean;
  /** Whether Meilisearch alone finds exactly what matches. */
  readonly isExact: boolean;
}

/** Of more phrases than about this many Meilisearch leaves some out, without saying so. */
const MOST_PHRASES = 16;

/** As many queries are asked at once at the most. */
const MOST_QUERIES = 64;

/** Chooses the queries for what is to be looked up: alternatives need one each. */
export function lookUpsFor({ required, excluded, isExact: isAll }: Retrieval): LookUp {
  const conjunctions = combine(required).map(distinct);
  const chosen = conjunctions.map(mostTelling);
  const [only] = chosen;
  const isConjunction =
    excluded.length === 0 && conjunctions.length === 1 && required.every(({ length }) => length === 1);
  return {
    queries: chosen.map(encodePhrases),
    isConjunction,
    isExact:
      isAll && isConjunction && only?.length === conjunctions[0]?.length && (only ?? []).every(isExact),
  };
}

/** All combinations of one alternative each; lists that would give too many are left out. */
function combine(required: Retrieval['required']): Conjunction[] {
  let combined: Conjunction[] = [[]];
  for (const alternatives of [...required].sort((a, b) => a.length - b.length)) {
    if (combined.length * alternatives.length > MOST_QUERIES) break;
    combined = combined.flatMap((begun) => alternatives.map((more) => [...begun, ...more]));
  }
  return combined;
}

/** The phrases that narrow down most: the longest. */
function mostTelling(phrases: Conjunction): Conjunction {
  return [...phrases].sort((a, b) => charactersOf(b) - charactersOf(a)).slice(0, MOST_PHRASES);
}

/** How many characters a phrase of Han characters stands for: its terms overlap. */
function charactersOf({ terms, prefix }: Phrase): number {
  return prefix ? terms.length : terms.length + 1;
}
