import type { NoteReference } from '../../report/types.ts';

const CIRCLED = '(?<=[\\p{Script=Han}”》）A-Za-z\\d%％])([①-⑳])';
const BRACKETED =
  '\\^?\\[\\^?(?:注\\s*)?(\\d{1,3})\\]|［(?:注\\s*)?(\\d{1,3})］|〔(?:注\\s*)?(\\d{1,2})〕(?!\\d*号)';
const NOTE_MARK = new RegExp(BRACKETED, 'gu');
const NOTE_MARK_OR_CIRCLE = new RegExp(`${BRACKETED}|${CIRCLED}`, 'gu');
const CIRCLED_ONE = '①'.codePointAt(0) as number;

/** A text without its footnote marks, and where they stood. */
export interface Noted {
  readonly text: string;
  readonly notes: readonly NoteReference[];
}

/**
 * Takes the footnote marks (^[1], [1], ［1］) out of a text.
 * @param circled whether ① after a word is a footnote mark too; else it counts the items of a list.
 */
export function takeNotes(marked: string, circled: boolean): Noted {
  const notes: NoteReference[] = [];
  let text = '';
  let end = 0;
  for (const match of marked.matchAll(circled ? NOTE_MARK_OR_CIRCLE : NOTE_MARK)) {
    text += marked.slice(end, match.index);
    end = match.index + match[0].length;
    notes.push({ offset: text.length, number: numberOf(match) });
  }
  return { text: text + marked.slice(end), notes };
}

function numberOf(match: RegExpExecArray): number {
  const [, plain, wide, tortoise, circled] = match;
  if (circled !== undefined) return (circled.codePointAt(0) as number) - CIRCLED_ONE + 1;
  return Number(plain ?? wide ?? tortoise);
}
