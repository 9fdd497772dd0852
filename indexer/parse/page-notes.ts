import { entryOf, type GlossaryEntry, opensGlossary, setsOffTerm } from './glossary.ts';
import { aroundBreak, type Line, type Outcome, type Repair } from './line.ts';
import { noteMarkOf } from './note-mark.ts';
import { shiftNotes, takeNotes } from './notes.ts';
import { endsWithStop } from './sentence-end.ts';
import { type Item, isTable } from './tables.ts';

/** The text without the notes at the foot of its pages, and these as items of a glossary. */
export interface PageNotes {
  readonly body: readonly Item[];
  readonly notes: readonly GlossaryEntry[];
}

/** Notes at the foot of one page. */
interface Foot {
  /** Index of the first line of the page, and of the line behind its text. */
  readonly from: number;
  readonly to: number;
  readonly notes: readonly Note[];
}

interface Note {
  readonly number: number;
  readonly lines: readonly Line[];
}

/** A note is in brackets or a circle: what is marked 1. may be a list. */
const STYLES = /^(?:①|[[［〔【]注?1)$/u;
/** One alone may be chance. */
const FEWEST_NOTES = 2;
/** A note in a page of wrapped lines takes so many at the most. */
const MOST_LINES = 6;
/** No page has more lines. */
const LONGEST_PAGE = 80;

/**
 * Takes the notes at the foot of each page out of a text that is cut through by them. Only what the text
 * of its page refers to by number is a note, and only where no glossary explains the terms. Numbers that
 * begin anew on each page run on.
 */
export function takePageNotes(items: readonly Item[]): Outcome<PageNotes> {
  const feet = hasGlossary(items) ? [] : feetOf(items);
  const count = feet.reduce((sum, foot) => sum + foot.notes.length, 0);
  if (count < FEWEST_NOTES) return { value: { body: items, notes: [] }, repairs: [], dropped: [] };
  const repairs: Repair[] = [];
  const body: Item[] = [];
  const notes: GlossaryEntry[] = [];
  let rest = 0;
  for (const foot of feet) {
    const first = foot.notes[0]?.number ?? 1;
    const shift = Math.max(0, (notes.at(-1)?.number ?? 0) + 1 - first);
    body.push(...renumbered(items.slice(foot.from, foot.to), foot.notes, shift, repairs));
    for (const note of foot.notes) notes.push(entryOf(note.number + shift, joined(note, repairs), true));
    rest = foot.to + foot.notes.reduce((sum, note) => sum + note.lines.length, 0);
  }
  return { value: { body: [...body, ...items.slice(rest)], notes }, repairs, dropped: [] };
}

function hasGlossary(items: readonly Item[]): boolean {
  return items.some(
    (item, i) => !isTable(item) && opensGlossary(item.text, textsOf(items.slice(i + 1, i + 5))),
  );
}

function textsOf(items: readonly Item[]): string[] {
  return items.flatMap((item) => (isTable(item) ? [] : item.text));
}

function feetOf(items: readonly Item[]): Foot[] {
  const feet: Foot[] = [];
  let from = 0;
  let i = 0;
  while (i < items.length) {
    const last = feet.at(-1)?.notes.at(-1)?.number ?? 0;
    const notes = notesAt(items, from, i, last);
    if (notes.length === 0) {
      i += 1;
      continue;
    }
    feet.push({ from, to: i, notes });
    i += notes.reduce((sum, note) => sum + note.lines.length, 0);
    from = i;
  }
  return feet;
}

/** The notes that stand one below the other from a line on, each referred to by the page above. */
function notesAt(items: readonly Item[], from: number, start: number, last: number): Note[] {
  const notes: Note[] = [];
  let references: ReadonlySet<number> | null = null;
  let style: string | null = null;
  for (let i = start; ; ) {
    const line = items[i];
    const mark = line === undefined || isTable(line) || line.bullet ? null : noteMarkOf(line.text);
    const next = (notes.at(-1)?.number ?? last) + 1;
    const begins = notes.length === 0 && mark?.number === 1;
    if (mark === null || !STYLES.test(mark.style) || (style ?? mark.style) !== mark.style) break;
    if ((mark.number !== next && !begins) || !setsOffTerm((line as Line).text.slice(mark.length))) break;
    references ??= referencesIn(items.slice(Math.max(from, start - LONGEST_PAGE), start));
    if (!references.has(mark.number)) break;
    const lines = linesOfNote(items, i, mark.style);
    notes.push({ number: mark.number, lines });
    style = mark.style;
    i += lines.length;
  }
  return notes;
}

function referencesIn(page: readonly Item[]): ReadonlySet<number> {
  // A mark may open a line, and the word that it follows end the one above.
  return new Set(numbersIn(textsOf(page).join('')));
}

function numbersIn(text: string): number[] {
  return takeNotes(text, true).notes.map((note) => note.number);
}

/**
 * A note goes on to the end of its page, where that is known and near, else to the first line that ends a
 * sentence; where none does, it is one line.
 */
function linesOfNote(items: readonly Item[], start: number, style: string): Line[] {
  const lines: Line[] = [];
  for (const item of items.slice(start, start + MOST_LINES)) {
    if (isTable(item)) break;
    if (lines.length > 0 && item.afterPage) return lines;
    if (lines.length > 0 && noteMarkOf(item.text)?.style === style) break;
    lines.push(item);
  }
  return lines.slice(0, lines.findIndex((line) => endsWithStop(line.text)) + 1 || 1);
}

function joined({ lines }: Note, repairs: Repair[]): string {
  return lines.reduce((text, line) => {
    if (text === '') return line.text;
    const { broken: before, joined: after } = aroundBreak(text, line.text);
    repairs.push({ line: line.number, before, after, reason: '接上名词解释的断行' });
    return text + line.text;
  }, '');
}

/** The lines of a page, whose footnote marks count on from those of the pages above. */
function renumbered(
  page: readonly Item[],
  notes: readonly Note[],
  shift: number,
  repairs: Repair[],
): readonly Item[] {
  if (shift === 0) return page;
  const inside = new Set(textsOf(page).flatMap((text) => numbersIn(text)));
  const atStart = new Set(notes.map(({ number }) => number).filter((number) => !inside.has(number)));
  return page.map((item, i) => {
    if (isTable(item)) return item;
    const above = page[i - 1];
    const opensWithMark = atStart.has(noteMarkOf(item.text)?.number ?? Number.NaN);
    const word = opensWithMark && above !== undefined && !isTable(above) ? above.text.slice(-1) : '';
    const text = shiftNotes(word + item.text, shift).slice(word.length);
    if (text === item.text) return item;
    repairs.push({
      line: item.number,
      before: item.text,
      after: text,
      reason: '脚注逐页编号，改为连续编号',
    });
    return { ...item, text };
  });
}
