import { BOUNDARY, type Token } from './tokens.ts';

/**
 * Index terms. A run of Han characters gives its overlapping pairs and, at its end, its last character
 * alone; a word gives itself; punctuation gives {@link BOUNDARY}. A phrase over these terms finds
 * exactly the texts that contain the characters (ADR 1).
 */

/** Begins the terms of headings, which are indexed once more so. No text gives a term with this sign. */
const HEADING = '¶';

/** The index terms of a stretch of tokens (a sentence, a table's cell). */
export function indexTerms(tokens: readonly Token[]): string[] {
  return tokens.flatMap((_, i) => termsAt(tokens, i));
}

/** The terms of a heading as they stand in the index once more, for those who search headings only. */
export function headingTerms(terms: readonly (readonly string[])[]): string[][] {
  return terms.map((stretch) => stretch.map((term) => HEADING + term));
}

function termsAt(tokens: readonly Token[], i: number): string[] {
  const token = tokens[i] as Token;
  if (token.kind === 'boundary') return [BOUNDARY];
  if (token.kind === 'word') return [token.text];
  const next = tokens[i + 1];
  return [next?.kind === 'han' ? token.text + next.text : token.text];
}

/** A phrase to look up: these terms next to each other; with `prefix`, the last only begins a term. */
export interface Phrase {
  readonly terms: readonly string[];
  readonly prefix: boolean;
}

/**
 * The phrase that finds a stretch of a query's tokens. Its last run of Han characters may go on in the
 * text, so that run's last character isn't asked for alone; where it is all there is of the run, it is
 * the beginning of a term.
 */
export function phraseOf(tokens: readonly Token[]): Phrase {
  const terms = indexTerms(tokens);
  const endsInRun = tokens.at(-1)?.kind === 'han' && tokens.at(-2)?.kind === 'han';
  return {
    terms: endsInRun ? terms.slice(0, -1) : terms,
    prefix: tokens.at(-1)?.kind === 'han' && !endsInRun,
  };
}

/** The phrase that finds the same in headings only. */
export function asHeadingPhrase({ terms, prefix }: Phrase): Phrase {
  return { terms: terms.map((term) => HEADING + term), prefix };
}
