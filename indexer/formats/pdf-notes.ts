import { JoinedText } from '../parse/joined-text.ts';
import { noteNumber, type PrintedLine } from './pdf-lines.ts';
import { noteLine } from './source.ts';

/** A document without the notes at the foot of its pages, and those notes, numbered through. */
interface Noted {
  readonly pages: readonly (readonly PrintedLine[])[];
  readonly notes: readonly string[];
}

/** Notes are set in a smaller font than most of the text. */
const SMALLER = 0.92;
const NOTE = /^(?:\[\d{1,2}\]|［\d{1,2}］|[①-⑳]|\d{1,2}(?=\s|[“\p{Script=Han}]))/u;

/**
 * Takes the notes from the foot of each page, where marks on that page point to all of them, and numbers
 * notes and marks through: on most documents each page starts with 1 again.
 * @param size the height of the font of most of the text.
 */
export function takeNotes(pages: readonly (readonly PrintedLine[])[], size: number): Noted {
  const notes: string[] = [];
  const rest = pages.map((lines) => {
    const start = startOfNotes(lines, size);
    const found = notesIn(lines.slice(start));
    const body = lines.slice(0, start);
    if (found.length === 0 || !found.every(({ number }) => isMarked(body, number))) return lines;
    const numbers = new Map(found.map(({ number }, i) => [`[${number}]`, `[${notes.length + i + 1}]`]));
    for (const { text } of found) notes.push(noteLine(notes.length + 1, text.toString()));
    return body.map((line) => ({
      ...line,
      text: line.text.replace(/\[\d+\]/gu, (mark) => numbers.get(mark) ?? mark),
    }));
  });
  return { pages: rest, notes };
}

/** Where the small print at the foot of a page begins with a note. */
function startOfNotes(lines: readonly PrintedLine[], size: number): number {
  const end = lines.findLastIndex((line) => line.size >= size * SMALLER) + 1;
  const first = lines.slice(end).findIndex((line) => NOTE.test(line.text));
  return first === -1 ? lines.length : end + first;
}

function notesIn(lines: readonly PrintedLine[]): { number: number; text: JoinedText }[] {
  const notes: { number: number; text: JoinedText }[] = [];
  for (const { text } of lines) {
    const mark = NOTE.exec(text)?.[0];
    const number = noteNumber(mark ?? '');
    const isNext = number === (notes.at(-1)?.number ?? number - 1) + 1;
    if (mark !== undefined && isNext) {
      notes.push({ number, text: new JoinedText(text.slice(mark.length).trim()) });
    } else notes.at(-1)?.text.add(text);
  }
  return notes;
}

function isMarked(lines: readonly PrintedLine[], number: number): boolean {
  return lines.some((line) => line.text.includes(`[${number}]`));
}
