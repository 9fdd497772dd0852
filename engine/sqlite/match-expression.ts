import type { Phrase } from '../../text/grams.ts';
import type { Conjunction } from '../retrieval.ts';

/**
 * The FTS5 expression that finds the blocks for which of every list of alternatives one is true. Terms hold
 * letters, digits, `.`, `%`, `ǂ` and `¶` only, so that nothing in them is FTS5 syntax.
 */
export function matchExpression(required: readonly (readonly Conjunction[])[]): string {
  return required.map(anyOf).join(' AND ');
}

/** The FTS5 expression that finds the blocks for which one of these is true. */
export function anyOf(alternatives: readonly Conjunction[]): string {
  return `(${alternatives.map(allOf).join(' OR ')})`;
}

function allOf(phrases: Conjunction): string {
  return phrases.length === 1
    ? phrases.map(expression).join('')
    : `(${phrases.map(expression).join(' AND ')})`;
}

function expression({ terms, prefix }: Phrase): string {
  const phrase = `"${terms.join(' ')}"`;
  return prefix ? `${phrase} *` : phrase;
}
