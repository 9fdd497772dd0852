import { createHash } from 'node:crypto';
import { isEmpty, type Operand, partKey, type Query } from '../../text/query.ts';
import { BOUNDARY, type Token } from '../../text/tokens.ts';
import { distinct } from '../retrieval.ts';
import { MOST_CLAUSES, WITHIN_SENTENCE } from './settings.ts';

/** A part of a request, in OpenSearch's query language. */
export type Dsl = Readonly<Record<string, unknown>>;

/** Characters of the longest term that is indexed as it is: OpenSearch would cut one of 256. */
const LONGEST = 200;

/** One token as a term of the index. A long one is told by its digest; no token has a `#` of its own. */
function termOf({ kind, text }: Token): string {
  if (kind === 'boundary') return BOUNDARY;
  return text.length > LONGEST ? `#${createHash('sha256').update(text).digest('hex')}` : text;
}

/** The terms of a stretch of tokens, as the whitespace analyzer takes them apart. */
export function termsOf(tokens: readonly Token[]): string {
  return tokens.map(termOf).join(' ');
}

/**
 * Says what `text/match.ts` says, so that what is found is what matches (but see {@link isCut}).
 * @param isBrief whether alternatives are put together, which loses what they are worth in ranking.
 */
export function textQuery(query: Query, isBrief = false): Dsl {
  if (isEmpty(query)) return { match_all: {} };
  const spell = (operands: readonly Operand[]) => (isBrief ? briefly(operands) : operands.map(operandQuery));
  const required = query.clauses.filter(({ excluded }) => !excluded);
  const excluded = query.clauses.filter((clause) => clause.excluded);
  return {
    bool: {
      must: distinct(required.map(({ alternatives }) => anyOf(spell(alternatives)))),
      must_not: distinct(spell(excluded.flatMap(({ alternatives }) => alternatives))),
    },
  };
}

/** How many clauses OpenSearch counts in a query: a phrase is one, but among `intervals` each of its terms is. */
export function clausesIn(dsl: unknown): number {
  if (Array.isArray(dsl)) return dsl.reduce((sum: number, part) => sum + clausesIn(part), 0);
  if (typeof dsl !== 'object' || dsl === null) return 0;
  return Object.entries(dsl).reduce((sum, [name, part]) => sum + clausesOf(name, part), 0);
}

function clausesOf(name: string, part: unknown): number {
  if (name === 'match') return (part as { readonly query: string }).query.split(' ').length;
  return SINGLE.has(name) ? 1 : clausesIn(part);
}

const SINGLE: ReadonlySet<string> = new Set(['match_all', 'term', 'terms', 'match_phrase', 'ids']);

/** Alternatives; all those of one and of two tokens together as one each. */
function briefly(operands: readonly Operand[]): Dsl[] {
  const isHeading = ({ kind }: Operand) => kind === 'heading';
  const headings = operands.filter(isHeading);
  const anywhere = together(operands.filter((operand) => !isHeading(operand)));
  return headings.length === 0 ? anywhere : [...anywhere, allOf([anyOf(together(headings)), IS_HEADING])];
}

function together(operands: readonly Operand[]): Dsl[] {
  const single: string[] = [];
  const pairs: string[] = [];
  const others: Dsl[] = [];
  for (const operand of operands) {
    const [part, ...more] = partsOf(operand);
    if (part && more.length === 0 && part.length <= 2)
      (part.length === 1 ? single : pairs).push(termsOf(part));
    else others.push(wordsOf(operand));
  }
  return [
    ...(single.length > 0 ? [{ terms: { tokens: single } }] : []),
    // The field that `index_phrases` makes.
    ...(pairs.length > 0 ? [{ terms: { 'tokens._index_phrase': pairs } }] : []),
    ...others,
  ];
}

const IS_HEADING: Dsl = { term: { type: 'heading' } };

function operandQuery(operand: Operand): Dsl {
  return operand.kind === 'heading' ? allOf([wordsOf(operand), IS_HEADING]) : wordsOf(operand);
}

/** Finds the words of an operand, whatever block they are in. */
function wordsOf(operand: Operand): Dsl {
  const parts = partsOf(operand);
  return operand.kind === 'near' && parts.length > 1 ? inOneSentence(parts) : allOf(parts.map(phrase));
}

/** What must be found of an operand, each part once. */
function partsOf({ terms }: Operand): (readonly Token[])[] {
  return [...new Map(terms.flatMap(({ parts }) => parts).map((part) => [partKey(part), part])).values()];
}

function phrase(tokens: readonly Token[]): Dsl {
  const terms = termsOf(tokens);
  return tokens.length === 1 ? { term: { tokens: terms } } : { match_phrase: { tokens: terms } };
}

/** Of parts with more tokens than there may be clauses, the beginnings have to be in the sentence, and all in the block. */
function inOneSentence(parts: readonly (readonly Token[])[]): Dsl {
  const most = hasTooMany(parts) ? Math.max(1, Math.floor(MOST_CLAUSES / parts.length) - 1) : MOST_CLAUSES;
  const intervals = parts.map((part) => ({
    match: { query: termsOf(part.slice(0, most)), ordered: true, max_gaps: 0 },
  }));
  const beginnings = {
    intervals: { tokens: { all_of: { intervals, ordered: false, max_gaps: WITHIN_SENTENCE } } },
  };
  return allOf([beginnings, ...parts.filter(({ length }) => length > most).map(phrase)]);
}

function hasTooMany(parts: readonly (readonly Token[])[]): boolean {
  return parts.flat().length > MOST_CLAUSES;
}

/** Whether less is asked for than `text/match.ts` says: of words of more than a thousand characters in one sentence. */
export function isCut({ clauses }: Query): boolean {
  return clauses.some(({ alternatives }) =>
    alternatives.some((operand) => operand.kind === 'near' && hasTooMany(partsOf(operand))),
  );
}

export function allOf(queries: readonly Dsl[]): Dsl {
  return queries.length === 1 ? (queries[0] as Dsl) : { bool: { must: queries } };
}

export function anyOf(queries: readonly Dsl[]): Dsl {
  return queries.length === 1 ? (queries[0] as Dsl) : { bool: { should: queries, minimum_should_match: 1 } };
}
