/** Terms that are compared at once: more lines than these nobody can tell apart. */
export const MOST_TERMS = 5;

/** What may stand between two terms. */
const SEPARATORS = new Set([',', '，', '\n']);

/** Quotation marks, and what closes them. */
const QUOTES = new Map([
  ['"', '"'],
  ['＂', '＂'],
  ['“', '”'],
]);

/**
 * Takes a list of terms apart at its commas. Inside quotation marks a comma belongs to the term.
 * @returns each term once, trimmed, in the order typed.
 */
export function splitTerms(text: string): string[] {
  const terms: string[] = [];
  let term = '';
  let closing = '';
  for (const character of text) {
    if (closing === '' && SEPARATORS.has(character)) {
      terms.push(term.trim());
      term = '';
      continue;
    }
    if (character === closing) closing = '';
    else if (closing === '') closing = QUOTES.get(character) ?? '';
    term += character;
  }
  return [...new Set([...terms, term.trim()])].filter((each) => each !== '');
}
