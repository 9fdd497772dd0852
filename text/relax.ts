import { contentWords, wordsIn } from './content-words.ts';
import { type Clause, type Operand, type Query, type Term, toTerm } from './query.ts';
import { isStopword } from './stopwords.ts';

/** A pasted page has more words than help to find it: the longest tell most. */
const MOST_ANY = 40;

/**
 * Whether a query could be meant as a question or a row of words rather than to the letter: plain terms
 * only, one of which is cut into several words or has words that say nothing.
 */
export function isRelaxable(query: Query): boolean {
  const terms = plainTerms(query);
  return terms?.some((term) => wordsOf(term).length > 1 || wordsIn(term.text).some(isStopword)) ?? false;
}

/** Whether a query is plain terms only that are several words together. */
export function hasSeveralWords(query: Query): boolean {
  const terms = plainTerms(query);
  return terms !== null && (terms.flatMap(wordsOf).length > 1 || isRelaxable(query));
}

/** The terms of a query that is nothing, and means nothing, but terms without quotation marks; else null. */
function plainTerms(query: Query): Term[] | null {
  if (query.malformed) return null;
  const terms = query.clauses.map((clause) => (clause.excluded ? null : plainTerm(clause)));
  return terms.every((term) => term !== null) ? terms : null;
}

/** The query with each plain term replaced by its words, which must all be in the block, anywhere in it. */
export function inWords(query: Query): Query {
  const clauses = query.clauses.flatMap((clause) => {
    const term = plainTerm(clause);
    if (term === null || clause.excluded) return [clause];
    return wordsOf(term).map((word) => clauseOf([word], clause));
  });
  return { ...query, clauses: clauses.filter(({ alternatives }) => alternatives.length > 0) };
}

/**
 * The query with all its plain terms replaced by their words, of which one must be in the block. Of very
 * many the longest are taken.
 */
export function inAny(query: Query): Query {
  const isWords = (clause: Clause) => plainTerm(clause) !== null && !clause.excluded;
  const plain = query.clauses.filter(isWords);
  const [first] = plain;
  if (!first) return query;
  const words = [...new Set(plain.flatMap((clause) => wordsOf(plainTerm(clause) as Term)))];
  const telling =
    words.length > MOST_ANY ? words.sort((a, b) => b.length - a.length).slice(0, MOST_ANY) : words;
  return { ...query, clauses: [clauseOf(telling, first), ...query.clauses.filter((one) => !isWords(one))] };
}

/** The term of a clause that is nothing but one, without quotation marks; else null. */
function plainTerm({ alternatives }: Clause): Term | null {
  const [operand] = alternatives;
  if (alternatives.length !== 1 || operand?.kind !== 'term') return null;
  const [term] = operand.terms;
  return term && !term.quoted ? term : null;
}

/** jieba's words of a term that say something; the term itself where none does. */
function wordsOf(term: Term): string[] {
  const words = [...new Set(contentWords(term.text))];
  return words.length > 0 ? words : [term.text];
}

function clauseOf(words: readonly string[], { typed }: Clause): Clause {
  const alternatives = words
    .map((word): Operand => ({ kind: 'term', terms: [toTerm(word)] }))
    .filter(({ terms }) => (terms[0]?.parts.length ?? 0) > 0);
  return { alternatives, excluded: false, typed };
}
