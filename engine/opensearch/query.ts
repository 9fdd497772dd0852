import { createHash } from 'node:crypto';
import { BOUNDARY } from '../../text/grams.ts';
import { isEmpty, type Operand, partKey, type Query } from '../../text/query.ts';
import type { Token } from '../../text/tokens.ts';
import { distinct } from '../retrieval.ts';
import { WITHIN_SENTENCE } from './settings.ts';

/** A part of a request, in OpenSearch's query language. */
export type Dsl = Readonly<Record<string, unknown>>;

/** What a query asks for. */
export interface TextQuery {
  /** Finds the blocks that match, and ranks them. */
  readonly query: Dsl;
  /** More that must be so, for which there is no room in the query. */
  readonly conditions: readonly Dsl[];
  /** Whether this is all that was asked: of thousands of clauses the last may be left out. */
  readonly isExact: boolean;
}

/** Of more clauses (1,024) OpenSearch takes none; some are left for filters. */
const MOST_CLAUSES = 1_000;

/** Here each token is a clause: of a long part the beginning has to be in the sentence, all of it in the block. */
const TELLING = 32;

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

/** Says what `text/match.ts` says, so that what is found is what matches. */
export function textQuery(query: Query): TextQuery {
  if (isEmpty(query)) return { query: { match_all: {} }, conditions: [], isExact: true };
  const spelled = spellOut(query, false);
  const { required, excluded } = countOf(spelled) > MOST_CLAUSES ? spellOut(query, true) : spelled;
  return {
    query: { bool: { must: required.slice(0, MOST_CLAUSES), must_not: excluded } },
    conditions: required.slice(MOST_CLAUSES, 2 * MOST_CLAUSES),
    isExact: required.length <= 2 * MOST_CLAUSES,
  };
}

interface Spelled {
  readonly required: readonly Dsl[];
  readonly excluded: readonly Dsl[];
}

/** @param isBrief whether alternatives are put together, which loses what they are worth in ranking. */
function spellOut({ clauses }: Query, isBrief: boolean): Spelled {
  const spell = (operands: readonly Operand[]) => (isBrief ? briefly(operands) : operands.map(operandQuery));
  const required = clauses.filter(({ excluded }) => !excluded).map(({ alternatives }) => spell(alternatives));
  const excluded = clauses.filter((clause) => clause.excluded).flatMap(({ alternatives }) => alternatives);
  return { required: distinct(required.map(anyOf)), excluded: distinct(spell(excluded)) };
}

function countOf({ required, excluded }: Spelled): number {
  return [...required, ...excluded].reduce((sum, dsl) => sum + leavesOf(dsl), 0);
}

/** How many clauses OpenSearch counts in a part of a query. */
function leavesOf(dsl: unknown): number {
  if (Array.isArray(dsl)) return dsl.reduce((sum: number, part) => sum + leavesOf(part), 0);
  if (typeof dsl !== 'object' || dsl === null) return 0;
  return Object.entries(dsl).reduce((sum, [name, part]) => sum + (LEAVES.has(name) ? 1 : leavesOf(part)), 0);
}

const LEAVES: ReadonlySet<string> = new Set(['term', 'terms', 'match_phrase', 'match']);

/** Alternatives; all those of one and of two tokens together as one each. */
function briefly(alternatives: readonly Operand[]): Dsl[] {
  const single: string[] = [];
  const pairs: string[] = [];
  const others: Dsl[] = [];
  for (const operand of alternatives) {
    const [part, ...more] = partsOf(operand);
    const isShort = operand.kind !== 'heading' && part && more.length === 0 && part.length <= 2;
    if (isShort) (part.length === 1 ? single : pairs).push(termsOf(part));
    else others.push(operandQuery(operand));
  }
  return [
    ...(single.length > 0 ? [{ terms: { tokens: single } }] : []),
    // The field that `index_phrases` makes.
    ...(pairs.length > 0 ? [{ terms: { 'tokens._index_phrase': pairs } }] : []),
    ...others,
  ];
}

function operandQuery(operand: Operand): Dsl {
  const parts = partsOf(operand);
  switch (operand.kind) {
    case 'term':
      return allOf(parts.map(phrase));
    case 'heading':
      return allOf([...parts.map(phrase), { term: { type: 'heading' } }]);
    case 'near':
      return parts.length === 1 ? allOf(parts.map(phrase)) : inOneSentence(parts);
  }
}

/** What must be found of an operand, each part once. */
function partsOf({ terms }: Operand): (readonly Token[])[] {
  return [...new Map(terms.flatMap(({ parts }) => parts).map((part) => [partKey(part), part])).values()];
}

function phrase(tokens: readonly Token[]): Dsl {
  const terms = termsOf(tokens);
  return tokens.length === 1 ? { term: { tokens: terms } } : { match_phrase: { tokens: terms } };
}

function inOneSentence(parts: readonly (readonly Token[])[]): Dsl {
  const intervals = parts.map((part) => ({
    match: { query: termsOf(part.slice(0, TELLING)), ordered: true, max_gaps: 0 },
  }));
  const together = {
    intervals: { tokens: { all_of: { intervals, ordered: false, max_gaps: WITHIN_SENTENCE } } },
  };
  return allOf([together, ...parts.filter(({ length }) => length > TELLING).map(phrase)]);
}

function allOf(queries: readonly Dsl[]): Dsl {
  return queries.length === 1 ? (queries[0] as Dsl) : { bool: { must: queries } };
}

function anyOf(queries: readonly Dsl[]): Dsl {
  return queries.length === 1 ? (queries[0] as Dsl) : { bool: { should: queries, minimum_should_match: 1 } };
}
