import { sentences } from '../../text/sentences.ts';
import type { Part, Passage } from './joins.ts';
import { aroundBreak, type Outcome, type Repair } from './line.ts';
import { isTable } from './tables.ts';

/**
 * No paragraph is longer: a file without line breaks would be one that nobody can read or quote, and
 * engines know positions in a text only up to a limit.
 */
const LONGEST = 10_000;

/** Cuts paragraphs of more than 10,000 characters at the ends of sentences. */
export function splitLong(parts: readonly Part[]): Outcome<Part[]> {
  const repairs: Repair[] = [];
  const value = parts.flatMap((part) => {
    if (isTable(part) || part.text.length <= LONGEST) return [part];
    const pieces = piecesOf(part.text);
    for (const [i, piece] of pieces.slice(1).entries())
      repairs.push(cutBetween(part, pieces[i] ?? '', piece));
    return pieces.map((text, i) => ({ ...part, text, cutAt: i === 0 ? part.cutAt : null }));
  });
  return { value, repairs, dropped: [] };
}

/** Whole sentences together up to the limit; a sentence beyond it is cut wherever it reaches it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const range of sentences(text)) {
    for (const part of chunksOf(text.slice(...range))) {
      if (piece.length + part.length > LONGEST && piece !== '') {
        pieces.push(piece);
        piece = '';
      }
      piece += part;
    }
  }
  return piece === '' ? pieces : [...pieces, piece];
}

function* chunksOf(sentence: string): Generator<string> {
  let start = 0;
  while (sentence.length - start > LONGEST) {
    // Never between the halves of a character.
    const isWhole = (sentence.codePointAt(start + LONGEST - 1) ?? 0) <= 0xffff;
    const end = start + (isWhole ? LONGEST : LONGEST - 1);
    yield sentence.slice(start, end);
    start = end;
  }
  yield sentence.slice(start);
}

function cutBetween(passage: Passage, before: string, after: string): Repair {
  const { broken, joined } = aroundBreak(before, after);
  return { line: passage.number, before: joined, after: broken, reason: '段落过长，在句末分开' };
}
