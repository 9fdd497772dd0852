import type { Phrase } from '../../text/grams.ts';
import { BOUNDARY } from '../../text/tokens.ts';

/**
 * How index terms are written for Meilisearch: as ASCII words, `zq…`, that no text holds.
 *
 * Meilisearch looks up whether two terms are neighbours without regard to the attribute they stand in,
 * so that 大学 学生 in the attribute of jieba's words would make a hit for the pairs of 大学生. And its
 * tokenizer parts characters outside the basic plane from others. Encoded terms avoid both.
 */

/** Every Han character fits into four digits of base 36. */
const DIGITS = 4;

/** A term longer than this would be ignored by Meilisearch (250 bytes); it is cut, here and in queries. */
const LONGEST = 200;

/** One term, encoded. */
export function encodeTerm(term: string): string {
  return `zq${encodeByKind(term)}`.slice(0, LONGEST);
}

function encodeByKind(term: string): string {
  if (term === BOUNDARY) return 'b';
  if (/\p{Script=Han}/u.test(term)) return `h${Array.from(term, encodeCharacter).join('')}`;
  if (/^[a-z0-9.%]+$/.test(term)) return `w${term}`;
  return `x${Buffer.from(term).toString('hex')}`;
}

function encodeCharacter(character: string): string {
  return (character.codePointAt(0) as number).toString(36).padStart(DIGITS, '0');
}

export function encodeTerms(terms: readonly string[]): string {
  return terms.map(encodeTerm).join(' ');
}

/**
 * The Meilisearch query that finds the blocks of these phrases. A phrase can't end in the beginning of a
 * term, so a last single character is looked up among the block's characters instead.
 */
export function encodePhrases(phrases: readonly Phrase[]): string {
  return phrases
    .flatMap(lookUps)
    .map((terms) => `"${encodeTerms(terms)}"`)
    .join(' ');
}

function lookUps({ terms, prefix }: Phrase): (readonly string[])[] {
  if (!prefix) return [terms];
  return [terms.slice(0, -1), terms.slice(-1)].filter((part) => part.length > 0);
}

/**
 * Whether Meilisearch alone finds exactly the blocks of a phrase. Of three terms and more it only knows
 * that each is somewhere the neighbour of the next.
 */
export function isExact({ terms, prefix }: Phrase): boolean {
  if (terms.some((term) => encodeTerm(term).length === LONGEST)) return false;
  return terms.length === 1 || (terms.length === 2 && !prefix);
}
