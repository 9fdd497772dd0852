/** Terms that are compared at once: more lines than these nobody can tell apart. */
export const MOST_TRENDS = 5;

/** UTF-16 units of one of them. It stands in the link of every number: a page of long ones weighs megabytes. */
export const LONGEST_TREND = 100;

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

/** Whether a term may be compared with others. */
export function isTooLong(term: string): boolean {
  return term.length > LONGEST_TREND;
}
