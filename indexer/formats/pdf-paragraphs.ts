import { JoinedText } from '../parse/joined-text.ts';
import { numeralOf } from '../parse/numerals.ts';
import { endsSentence } from '../parse/sentence-end.ts';
import type { PrintedLine } from './pdf-lines.ts';

/** The column in which the text of a page stands. */
interface Column {
  readonly left: number;
  readonly right: number;
}

/** How the paragraphs of a document are set. */
interface Setting {
  /** Height of the font of most of the text. */
  readonly size: number;
  /** From one baseline to the next. */
  readonly step: number;
  /** Whether the first line of a paragraph is set in. */
  readonly indented: boolean;
  /** By page. */
  readonly columns: readonly Column[];
}

/** In heights of the font: a line set in by this much starts a paragraph. */
const INDENT = 1;
/** In heights of the font: a line that comes this near to the margin had no room for more. */
const NEAR_MARGIN = 2.2;
/** Share of the column that a broken line fills at the least, where a long number ends it early. */
const MOST_OF_COLUMN = 0.8;
const WIDE_STEP = 1.45;
const SAME_SIZE = 0.1;
const INDENTED_SHARE = 0.05;

/**
 * Puts the printed lines of a document together to paragraphs, a line each. Where they break is told
 * from the margins, indents and gaps, which are gone once lines are text.
 */
export function paragraphsOf(pages: readonly (readonly PrintedLine[])[]): string[] {
  const lines = pages.flat();
  const setting = settingOf(pages, lines);
  const paragraphs: JoinedText[] = [];
  let before: PrintedLine | null = null;
  for (const line of lines) {
    if (before !== null && goesOn(before, line, setting)) paragraphs.at(-1)?.add(line.text);
    else paragraphs.push(new JoinedText(line.text));
    before = line;
  }
  return paragraphs.map(String);
}

function goesOn(before: PrintedLine, line: PrintedLine, setting: Setting): boolean {
  const { size, step, columns } = setting;
  if (before.text.includes('\t') || line.text.includes('\t')) return false;
  if (Math.abs(before.size - line.size) > size * SAME_SIZE) return false;
  if (before.page === line.page && line.y - before.y > step * WIDE_STEP) return false;
  const column = columns[before.page] as Column;
  const next = columns[line.page] as Column;
  const isFull = before.right >= column.right - size * NEAR_MARGIN;
  if (line.left - next.left > size * INDENT) return isFull && isRestOfTitle(before, line, setting);
  if (endsSentence(before.text)) return isFull && setting.indented;
  const fills = before.right - column.left > (column.right - column.left) * MOST_OF_COLUMN;
  return isFull || (fills && numeralOf(line.text) === undefined);
}

/** On the first page a line in the middle goes on with a full one above: a long title, the meeting. */
function isRestOfTitle(before: PrintedLine, line: PrintedLine, { size, columns }: Setting): boolean {
  const { left, right } = columns[line.page] as Column;
  const isCentred = Math.abs(line.left - left - (right - line.right)) < size;
  return line.page === 0 && isCentred && !endsSentence(before.text) && numeralOf(line.text) === undefined;
}

function settingOf(pages: readonly (readonly PrintedLine[])[], lines: readonly PrintedLine[]): Setting {
  const size = mainSize(lines);
  const isText = (line: PrintedLine) =>
    Math.abs(line.size - size) <= size * SAME_SIZE && !line.text.includes('\t');
  const columns = columnsOf(pages.map((page) => page.filter(isText)));
  const text = lines.filter(isText);
  const setIn = text.filter((line) => line.left - (columns[line.page] as Column).left > size * INDENT);
  return {
    size,
    step: mainStep(lines, size),
    indented: setIn.length > text.length * INDENTED_SHARE,
    columns,
  };
}

/** The height, to a tenth, in which most characters are set. */
function mainSize(lines: readonly PrintedLine[]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of lines) {
    const height = Math.round(size * 10) / 10;
    characters.set(height, (characters.get(height) ?? 0) + text.length);
  }
  return mostFrequent(characters) ?? 1;
}

/** The step between baselines, to half a point, that comes most often. */
function mainStep(lines: readonly PrintedLine[], size: number): number {
  const counts = new Map<number, number>();
  for (const [i, line] of lines.entries()) {
    const below = lines[i + 1];
    if (below === undefined || below.page !== line.page) continue;
    const step = Math.round((below.y - line.y) * 2) / 2;
    if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return mostFrequent(counts) ?? size * 2;
}

function mostFrequent(counts: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  for (const [value, count] of counts) if (count > (counts.get(best ?? Number.NaN) ?? 0)) best = value;
  return best;
}

/** The column of each page; a page with a few lines takes the width of the others. */
function columnsOf(pages: readonly (readonly PrintedLine[])[]): Column[] {
  const edges = pages.map((lines) => ({
    left: lines.reduce((least, line) => Math.min(least, line.left), Number.POSITIVE_INFINITY),
    right: lines.reduce((most, line) => Math.max(most, line.right), 0),
  }));
  const widths = edges.map(({ left, right }) => right - left).sort((a, b) => a - b);
  const width = Math.max(0, widths[Math.floor(widths.length / 2)] ?? 0);
  return edges.map(({ left, right }) => ({ left, right: Math.max(right, left + width) }));
}
