import type { NoteReference } from '../../report/types.ts';
import { CIRCLED, circledNumber } from './note-mark.ts';

const BEHIND_WORD = '(?<=[\\p{Script=Han}”’》）A-Za-z\\d%％])';
/** Behind a stop it is a mark only where nothing follows; behind 是 it counts the items of a list. */
const CIRCLE = `${BEHIND_WORD}(?<![是为])([${CIRCLED}])|(?<=[。；])([${CIRCLED}])$`;
const RAISED = '(?<=[\\p{Script=Han}”’》）])(?<!米|里)([¹²³⁰⁴-⁹]{1,2})';
const BRACKETED =
  '\\^?\\[\\^?(?:注\\s*)?(\\d{1,3})\\]|［(?:注\\s*)?(\\d{1,3})］|〔(?:注\\s*)?(\\d{1,2})〕(?!\\d*号)' +
  '|(?<!^)【(?:注\\s*)?(\\d{1,3})】(?!\\d*号)|（注\\s*(\\d{1,3})）';
const NOTE_MARK = new RegExp(BRACKETED, 'gu');
const NOTE_MARK_OR_CIRCLE = new RegExp(`${BRACKETED}|${CIRCLE}|${RAISED}`, 'gu');
const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A text without its footnote marks, and where they stood. */
export interface Noted {
  readonly text: string;
  readonly notes: readonly NoteReference[];
}

/**
 * Takes the footnote marks (^[1], [1], ［1］, 〔1〕, 【1】, （注1）) out of a text.
 * @param circled whether ① or ¹ after a word is a footnote mark too; else it counts the items of a list.
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

/** Numbers the footnote marks of a text higher by so many. */
export function shiftNotes(marked: string, by: number): string {
  let text = '';
  let end = 0;
  for (const match of marked.matchAll(NOTE_MARK_OR_CIRCLE)) {
    text += `${marked.slice(end, match.index)}[${numberOf(match) + by}]`;
    end = match.index + match[0].length;
  }
  return text + marked.slice(end);
}

function numberOf(match: RegExpExecArray): number {
  const mark = match.slice(1).find((group) => group !== undefined) ?? '';
  if (/^\d/u.test(mark)) return Number(mark);
  if (!RAISED_DIGITS.includes(mark.charAt(0))) return circledNumber(mark);
  return Number([...mark].map((digit) => RAISED_DIGITS.indexOf(digit)).join(''));
}
