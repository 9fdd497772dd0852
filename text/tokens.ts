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
type TokenKind = 'han' | 'word' | 'boundary' | 'break';

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

/**
 * Stands for punctuation in an index. A letter to every tokenizer that may see it, and one that hardly any text
 * uses; where one does, it is punctuation.
 */
export const BOUNDARY = 'ǂ';

const BREAKS = new Set(['。', '!', '?', ';', '|']);

/** Classes told before: a collection has a few thousand different characters. */
const CLASSES = new Map<string, CharacterClass>();

function classOf(character: string): CharacterClass {
  const known = CLASSES.get(character);
  if (known) return known;
  const told = tellClass(character);
  CLASSES.set(character, told);
  return told;
}

function tellClass(character: string): CharacterClass {
  if (/\p{Script=Han}/u.test(character)) return 'han';
  if (/\s/u.test(character)) return 'space';
  if (/\p{N}/u.test(character)) return 'digit';
  if (character === BOUNDARY) return 'punctuation';
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
  let at = 0;
  while (at < pieces.length) {
    const piece = pieces[at] as Piece;
    const end = tokenEnd(pieces, at);
    if (end === at + 1) {
      if (piece.class !== 'space') tokens.push(tokenOf(piece, piece.text, piece.end));
    } else {
      const run = pieces.slice(at, end);
      tokens.push(tokenOf(piece, run.map((part) => part.text).join(''), (run.at(-1) as Piece).end));
    }
    at = end;
  }
  return tokens;
}

const KINDS: Readonly<Record<Exclude<CharacterClass, 'space'>, TokenKind>> = {
  han: 'han',
  letter: 'word',
  digit: 'word',
  percent: 'word',
  break: 'break',
  punctuation: 'boundary',
};

/** The token that begins with a piece. All boundaries are equal, and so are all breaks. */
function tokenOf(first: Piece, text: string, end: number): Token {
  const kind = KINDS[first.class as keyof typeof KINDS];
  const isWord = kind === 'han' || kind === 'word';
  return { kind, text: isWord ? text : '', start: first.start, end };
}

/** Where the token that starts at `from` ends. */
function tokenEnd(pieces: readonly Piece[], from: number): number {
  switch ((pieces[from] as Piece).class) {
    case 'digit':
      return numberEnd(pieces, from);
    case 'letter':
    case 'punctuation':
      return runEnd(pieces, from);
    default:
      return from + 1;
  }
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
