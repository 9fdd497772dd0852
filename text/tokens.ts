import { foldCharacters } from './normalise.ts';

/**
 * The one analysis of text, used for indexing, for queries, for checking and for highlighting.
 *
 * - `han`: one Han character;
 * - `word`: a number with its decimals, a run of other letters, or `%`; matches only as a whole;
 * - `boundary`: a run of punctuation, equal to any other;
 * - `break`: a sentence's end or the bar between a table row's cells; nothing matches across it.
 *
 * White space separates words and gives no token of its own.
 */
export type TokenKind = 'han' | 'word' | 'boundary' | 'break';

export interface Token {
  readonly kind: TokenKind;
  /** Folded text; tokens match when kind and text are equal. The same for all boundaries. */
  readonly text: string;
  /** UTF-16 offsets into the text that was analysed. */
  readonly start: number;
  readonly end: number;
}

type CharacterClass = 'han' | 'letter' | 'digit' | 'percent' | 'space' | 'break' | 'punctuation';

interface Piece {
  readonly class: CharacterClass;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const BREAKS = new Set(['。', '!', '?', ';', '|']);

function classOf(character: string): CharacterClass {
  if (/\p{Script=Han}/u.test(character)) return 'han';
  if (/\s/u.test(character)) return 'space';
  if (/\p{N}/u.test(character)) return 'digit';
  if (/[\p{L}\p{M}]/u.test(character)) return 'letter';
  if (character === '%') return 'percent';
  return BREAKS.has(character) ? 'break' : 'punctuation';
}

function classify(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const folded of foldCharacters(text)) {
    for (const character of folded.text) {
      pieces.push({ class: classOf(character), text: character, start: folded.start, end: folded.end });
    }
  }
  return pieces;
}

/** Index of the first piece from `from` on that is of another class. */
function runEnd(pieces: readonly Piece[], from: number): number {
  const { class: runClass } = pieces[from] as Piece;
  let end = from + 1;
  while (pieces[end]?.class === runClass) end += 1;
  return end;
}

/** Where a number that starts at `from` ends, its decimals included. */
function numberEnd(pieces: readonly Piece[], from: number): number {
  const end = runEnd(pieces, from);
  const hasDecimals = pieces[end]?.text === '.' && pieces[end + 1]?.class === 'digit';
  return hasDecimals ? runEnd(pieces, end + 1) : end;
}

/**
 * Cuts a text into tokens.
 * @returns the tokens in reading order, with offsets into `text`.
 */
export function tokenise(text: string): Token[] {
  const pieces = classify(text);
  const tokens: Token[] = [];
  const push = (kind: TokenKind, from: number, to: number, text?: string) => {
    const [first, last] = [pieces[from] as Piece, pieces[to - 1] as Piece];
    const folded = text ?? pieces.slice(from, to).reduce((joined, piece) => joined + piece.text, '');
    tokens.push({ kind, text: folded, start: first.start, end: last.end });
  };

  let at = 0;
  while (at < pieces.length) {
    const piece = pieces[at] as Piece;
    let end = at + 1;
    switch (piece.class) {
      case 'han':
        push('han', at, end);
        break;
      case 'percent':
        push('word', at, end);
        break;
      case 'digit':
        end = numberEnd(pieces, at);
        push('word', at, end);
        break;
      case 'letter':
        end = runEnd(pieces, at);
        push('word', at, end);
        break;
      case 'break':
        push('break', at, end, '');
        break;
      case 'punctuation':
        end = runEnd(pieces, at);
        push('boundary', at, end, '');
        break;
      case 'space':
        break;
    }
    at = end;
  }
  return tokens;
}

/** Splits tokens at the breaks: what can match together. Empty stretches are left out. */
export function stretches(tokens: readonly Token[]): Token[][] {
  const result: Token[][] = [];
  let current: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== 'break') {
      current.push(token);
      continue;
    }
    if (current.length > 0) result.push(current);
    current = [];
  }
  if (current.length > 0) result.push(current);
  return result;
}
