import { stretches, type Token, tokenise } from './tokens.ts';

/** What a reader asked for: terms that must all be in a block. */
export interface Query {
  /** As typed. */
  readonly text: string;
  readonly terms: readonly Term[];
}

/** One term: as typed (without its quotation marks), and its parts, which must all be in the block. */
export interface Term {
  readonly text: string;
  /** The stretches of the term between sentence ends. Each has at least one character to search for. */
  readonly parts: readonly (readonly Token[])[];
}

const TERM = /["＂](?<quoted>[^"＂]*)["＂]?|(?<plain>[^\s"＂]+)/gu;
const SPACE_BETWEEN_HAN = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/**
 * Reads a query. White space separates terms; `"…"` is one term, in which white space between Han
 * characters stands for punctuation. A term without anything to search for (only punctuation) is left out.
 */
export function parseQuery(text: string): Query {
  const terms: Term[] = [];
  for (const { groups } of text.matchAll(TERM)) {
    const typed = (groups?.quoted ?? groups?.plain ?? '').trim();
    const analysed = groups?.quoted === undefined ? typed : typed.replace(SPACE_BETWEEN_HAN, '，');
    const parts = stretches(tokenise(analysed)).filter(isSearchable);
    if (parts.length > 0) terms.push({ text: typed, parts });
  }
  return { text, terms };
}

function isSearchable(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.kind !== 'boundary');
}

/** Whether a query asks for nothing at all, so that it stands for every block. */
export function isEmpty(query: Query): boolean {
  return query.text.trim() === '';
}

/** All parts of all terms, each once. */
export function queryParts(query: Query): readonly (readonly Token[])[] {
  const parts = new Map<string, readonly Token[]>();
  for (const part of query.terms.flatMap((term) => term.parts)) {
    parts.set(part.map((token) => `${token.kind} ${token.text}`).join('\n'), part);
  }
  return [...parts.values()];
}
