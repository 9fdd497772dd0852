/** Numbers set in a circle, with which footnotes are marked: ① to ㊿. */
export const CIRCLED = '①-⑳㉑-㉟㊱-㊿';

const RUNS: readonly { readonly first: string; readonly value: number; readonly length: number }[] = [
  { first: '①', value: 1, length: 20 },
  { first: '㉑', value: 21, length: 15 },
  { first: '㊱', value: 36, length: 15 },
];

/** The number in a circle; NaN for any other character. */
export function circledNumber(character: string): number {
  for (const { first, value, length } of RUNS) {
    const offset = (character.codePointAt(0) ?? 0) - (first.codePointAt(0) as number);
    if (offset >= 0 && offset < length) return value + offset;
  }
  return Number.NaN;
}

/** The mark that opens a note, its number, and the way it is written, the same for all notes of a list. */
export interface NoteMark {
  readonly style: string;
  readonly number: number;
  readonly length: number;
}

const OPENING_MARK = new RegExp(
  `^\\s*(?:注\\s*[：:]\\s*)?(\\^?\\[\\^?|［|〔|【|[（(])?\\s*(注)?\\s*(?:(\\d{1,3})|([${CIRCLED}]))`,
  'u',
);
const BEHIND = /^\s*[.．、，,:：)）\]］】〕]*\s*/u;
const SET_OFF = /^(?:\s|[.．、，,:：])/u;
const OPENS_TERM = /^[“"【《「]/u;

/**
 * The mark that opens a line of notes; null if none does. `20.4大类` is marked 20, not 20.4.
 */
export function noteMarkOf(text: string): NoteMark | null {
  const match = OPENING_MARK.exec(text);
  if (!match) return null;
  const [whole, open = '', word = '', digits, circled] = match;
  const behind = text.slice(whole.length);
  const number = digits === undefined ? circledNumber(circled ?? '') : Number(digits);
  const bracket = open === '(' ? '（' : open.replaceAll('^', '');
  const kind = digits === undefined ? '①' : '1';
  const style = bracket + word + kind + (bracket + word === '' && kind === '1' ? setOff(behind) : '');
  return { style, number, length: whole.length + (BEHIND.exec(behind)?.[0].length ?? 0) };
}

/** What parts a bare number from its text: a bracket, a mark or space, or nothing at all. */
function setOff(behind: string): string {
  if (/^\s*[)）]/u.test(behind)) return '）';
  return SET_OFF.test(behind) || OPENS_TERM.test(behind) || behind === '' ? '.' : '';
}
