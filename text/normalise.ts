import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/**
 * When two texts are the same: after NFKC, lower case, traditional characters made simplified one by
 * one, and no white space between Han characters. Characters that nobody can see (zero-width spaces,
 * soft hyphens, variation selectors) don't count.
 */

/** Characters that OpenCC's table would change although simplified text has them too (乾坤). */
const KEPT = new Set(['乾']);

const SIMPLIFIED = new Map<string, string>(
  traditionalToSimplified
    .split('|')
    .map((entry) => entry.split(' ') as [string, string])
    .filter(([from]) => !KEPT.has(from)),
);

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const CHARACTER = /\P{M}\p{M}*|\p{M}+/uy;

/** One character of a text as it counts in a comparison, and where it stood in the original. */
export interface FoldedCharacter {
  /** Folded form: one or more code points, or none. */
  readonly text: string;
  /** UTF-16 offsets into the original text. */
  readonly start: number;
  readonly end: number;
}

/** Folds a text character by character (a base with its combining marks), keeping the original offsets. */
export function* foldCharacters(text: string): Generator<FoldedCharacter> {
  let start = 0;
  while (start < text.length) {
    if (standsAlone(text, start)) {
      const character = text.charAt(start);
      yield { text: SIMPLIFIED.get(character) ?? character, start, end: start + 1 };
      start += 1;
      continue;
    }
    CHARACTER.lastIndex = start;
    const character = CHARACTER.exec(text)?.[0] ?? text.charAt(start);
    yield { text: foldOne(character), start, end: start + character.length };
    start += character.length;
  }
}

/** The usual case, told quickly: an ordinary Han character that no combining mark follows. */
function standsAlone(text: string, at: number): boolean {
  return isOrdinaryHan(text.charCodeAt(at)) && !mayCombine(text.charCodeAt(at + 1));
}

function isOrdinaryHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Marks aren't ASCII, CJK punctuation, ordinary Han or full-width forms; there is none at the end either. */
function mayCombine(code: number): boolean {
  const harmless =
    code < 0x300 ||
    isOrdinaryHan(code) ||
    (code >= 0x3000 && code < 0x302a) ||
    (code >= 0xff00 && code < 0xfff0);
  return !harmless && !Number.isNaN(code);
}

/** Those folded before: a collection has a few thousand different ones. Longer ones could be without end. */
const FOLDED = new Map<string, string>();

function foldOne(character: string): string {
  const known = FOLDED.get(character);
  if (known !== undefined) return known;
  const folded = foldAnew(character);
  if (character.length === 1) FOLDED.set(character, folded);
  return folded;
}

function foldAnew(character: string): string {
  const folded = character.normalize('NFKC').toLowerCase().replace(INVISIBLE, '');
  return Array.from(folded, (c) => SIMPLIFIED.get(c) ?? c).join('');
}

/** White space that a text could do without. */
export const SPACE_BETWEEN_HAN = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/**
 * The form of a text that is compared and hashed.
 * @returns the folded text, without white space between Han characters and at the ends, any other
 *   white space as one space.
 */
export function normalise(text: string): string {
  let folded = '';
  for (const character of foldCharacters(text)) folded += character.text;
  return folded.replace(SPACE_BETWEEN_HAN, '').replace(/\s+/gu, ' ').trim();
}
