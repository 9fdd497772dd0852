/** Shorter terms may be parts of other words, unless the text has them in quotation marks. */
const SHORTEST_UNQUOTED = 4;
const IN_QUOTES = /^“([^“”]*)”$/u;

/** How a glossary's term stands in a text where it is certainly the term; none for an empty one. */
export function formsOfTerm(term: string): readonly string[] {
  const bare = IN_QUOTES.exec(term)?.[1] ?? term;
  if (bare === '') return [];
  return [`“${bare}”`, ...(bare.length >= SHORTEST_UNQUOTED ? [bare] : [])];
}
