import type { Phrase } from '../../text/grams.ts';

/**
 * The FTS5 expression that finds the blocks of all these phrases. Terms hold letters, digits, `.`, `%` and
 * `ǂ` only, so that nothing in them is FTS5 syntax.
 */
export function matchExpression(phrases: readonly Phrase[]): string {
  return phrases.map(expression).join(' AND ');
}

function expression({ terms, prefix }: Phrase): string {
  const phrase = `"${terms.join(' ')}"`;
  return prefix ? `${phrase} *` : phrase;
}
