import { asHeadingPhrase, type Phrase, phraseOf } from '../text/grams.ts';
import { type Clause, type Operand, partKey, type Query } from '../text/query.ts';

/** More terms of a phrase cost an engine more than they narrow down. */
const MOST_TERMS = 32;

/** Phrases that must all be in a block. */
export type Conjunction = readonly Phrase[];

/** What an engine looks up for a query. Every block that matches is among what it finds. */
export interface Retrieval {
  /** All of these; of each, one of its alternatives. Empty where nothing is asked for but what is excluded. */
  readonly required: readonly (readonly Conjunction[])[];
  /** A block of which one of these is true is no hit. */
  readonly excluded: readonly Conjunction[];
  /** Whether what is found is what matches. If not, `text/match.ts` has to check it. */
  readonly isExact: boolean;
}

/** Plans what to look up for a query that isn't empty. */
export function planRetrieval(query: Query): Retrieval {
  const { clauses } = query;
  // Who pastes a page may have typed a word a hundred times; each costs as much as another.
  const required = distinct(clauses.filter((clause) => !clause.excluded).map(conjunctionsOf));
  const excluded = distinct(clauses.filter((clause) => clause.excluded).flatMap(conjunctionsOf));
  const isCut = (conjunction: Conjunction) => conjunction.some(isTooLong);
  return {
    required: required.map((alternatives) => alternatives.map(cutAll)),
    // What is cut finds too much: to exclude that would be wrong.
    excluded: excluded.filter((conjunction) => !isCut(conjunction)),
    // No engine knows sentences across phrases, and none is asked for more than the start of a long one.
    isExact: !clauses.some(asksForOneSentence) && ![...required.flat(), ...excluded].some(isCut),
  };
}

function conjunctionsOf({ alternatives }: Clause): Conjunction[] {
  return distinct(alternatives.map(phrasesOf));
}

/** Each of some plain objects once, in order. */
export function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function phrasesOf({ kind, terms }: Operand): Phrase[] {
  const parts = new Map(terms.flatMap((term) => term.parts).map((part) => [partKey(part), part]));
  const phrases = [...parts.values()].map(phraseOf);
  return kind === 'heading' ? phrases.map(asHeadingPhrase) : phrases;
}

function asksForOneSentence({ alternatives }: Clause): boolean {
  return alternatives.some(({ kind }) => kind === 'near');
}

function isTooLong(phrase: Phrase): boolean {
  return phrase.terms.length > MOST_TERMS;
}

function cutAll(conjunction: Conjunction): Conjunction {
  return conjunction.map((phrase) =>
    isTooLong(phrase) ? { terms: phrase.terms.slice(0, MOST_TERMS), prefix: false } : phrase,
  );
}
