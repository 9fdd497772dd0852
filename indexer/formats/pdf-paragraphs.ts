import { JoinedText } from '../parse/joined-text.ts';
import { numeralOf } from '../parse/numerals.ts';
import { endsSentence } from '../parse/sentence-end.ts';
import { type Frame, isRow, type Margins, type PrintedLine } from './pdf-lines.ts';

/** How the paragraphs of a document are set. */
interface Setting {
  /** Height of the font of most of the text. */
  readonly size: number;
  /** From one baseline to the next. */
  readonly step: number;
  /** Whether the first line of a paragraph is set in. */
  readonly indented: boolean;
  /** Whether there is a gap above a paragraph. */
  readonly spaced: boolean;
  readonly margins: ReadonlyMap<Frame, Margins>;
}

/** In heights of the font: a line set in by this much starts a paragraph. */
const INDENT = 1;
/** In heights of the font: a line that comes this near to the margin had no room for more. */
const NEAR_MARGIN = 2.2;
/** Share of the column that a broken line fills at the least, where a long number ends it early. */
const MOST_OF_COLUMN = 0.8;
const WIDE_STEP = 1.45;
/** A step this much wider than most parts paragraphs, if anything does. */
const SPACED_STEP = 1.2;
const SAME_SIZE = 0.1;
/** Share of the lines that are set in, or have a gap above, where that marks paragraphs. */
const MARKED_SHARE = 0.05;
/** So many lines set in mark paragraphs, rare as they are, if almost none stands inside a sentence. */
const FEWEST_SET_IN = 8;
const FEW_INSIDE = 0.05;
const NO_TEXT: Margins = { left: Number.POSITIVE_INFINITY, right: 0 };

/**
 * Puts the printed lines of a document together to paragraphs, a line each. Where they break is told
 * from the margins, indents and gaps, which are gone once lines are text.
 */
export function paragraphsOf(lines: readonly PrintedLine[]): string[] {
  const setting = settingOf(lines);
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
  const { size, margins } = setting;
  if (isRow(before) || isRow(line)) return false;
  if (Math.abs(before.size - line.size) > size * SAME_SIZE) return false;
  if (before.frame === line.frame && line.y - before.y > widestStep(line, setting)) return false;
  const column = margins.get(before.frame) as Margins;
  const next = margins.get(line.frame) as Margins;
  const isFull = before.right >= column.right - size * NEAR_MARGIN;
  if (line.left - next.left > size * INDENT) return isFull && isRestOfTitle(before, line, setting);
  if (endsSentence(before.text))
    return isFull && (setting.indented || (setting.spaced && before.frame === line.frame));
  const fills = before.right - before.left > (column.right - column.left) * MOST_OF_COLUMN;
  return isFull || (fills && numeralOf(line.text) === undefined);
}

/** A wider step than this parts paragraphs; a title in a larger font takes larger ones. */
function widestStep(line: PrintedLine, { size, step, indented, spaced }: Setting): number {
  const share = spaced && !indented ? SPACED_STEP : WIDE_STEP;
  return step * share * Math.max(1, line.size / size);
}

/** On the first page a line in the middle goes on with a full one above: a long title, the meeting. */
function isRestOfTitle(before: PrintedLine, line: PrintedLine, { size, margins }: Setting): boolean {
  const { left, right } = margins.get(line.frame) as Margins;
  const isCentred = Math.abs(line.left - left - (right - line.right)) < size;
  return (
    line.frame.page === 0 && isCentred && !endsSentence(before.text) && numeralOf(line.text) === undefined
  );
}

function settingOf(lines: readonly PrintedLine[]): Setting {
  const size = mainSize(lines);
  const text = lines.filter((line) => Math.abs(line.size - size) <= size * SAME_SIZE && !isRow(line));
  const margins = marginsByFrame(lines, text);
  const steps = stepsIn(lines);
  const step = mainStep(steps) ?? size * 2;
  return {
    size,
    step,
    indented: marksBeginnings(text, margins, size),
    spaced: steps.filter((one) => one > step * SPACED_STEP).length > steps.length * MARKED_SHARE,
    margins,
  };
}

/** Whether lines that are set in are the first of paragraphs. */
function marksBeginnings(
  text: readonly PrintedLine[],
  margins: ReadonlyMap<Frame, Margins>,
  size: number,
): boolean {
  const setIn = text.flatMap((line, i) =>
    line.left - (margins.get(line.frame) as Margins).left > size * INDENT ? i : [],
  );
  if (setIn.length > text.length * MARKED_SHARE) return true;
  const inside = setIn
    .map((i) => text[i - 1])
    .filter((above) => {
      if (above === undefined || endsSentence(above.text)) return false;
      return above.right >= (margins.get(above.frame) as Margins).right - size * NEAR_MARGIN;
    });
  return setIn.length >= FEWEST_SET_IN && inside.length <= setIn.length * FEW_INSIDE;
}

/** The height, to a tenth, in which most characters are set. */
export function mainSize(lines: readonly PrintedLine[]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of lines) {
    const height = Math.round(size * 10) / 10;
    characters.set(height, (characters.get(height) ?? 0) + text.length);
  }
  return mostFrequent(characters) ?? 1;
}

/** From each baseline to the next. */
function stepsIn(lines: readonly PrintedLine[]): number[] {
  return lines.flatMap((line, i) => {
    const below = lines[i + 1];
    return below?.frame === line.frame && below.y > line.y ? [below.y - line.y] : [];
  });
}

/** The step, to half a point, that comes most often. */
function mainStep(steps: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const step of steps) {
    const rounded = Math.round(step * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return mostFrequent(counts);
}

function mostFrequent(counts: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  for (const [value, count] of counts) if (count > (counts.get(best ?? Number.NaN) ?? 0)) best = value;
  return best;
}

/** The margins of each frame; a page with a few lines takes the width of the others. */
function marginsByFrame(
  lines: readonly PrintedLine[],
  text: readonly PrintedLine[],
): ReadonlyMap<Frame, Margins> {
  const printed = new Map<Frame, Margins>();
  for (const { frame, left, right } of text) {
    const margins = printed.get(frame) ?? { left, right };
    printed.set(frame, { left: Math.min(margins.left, left), right: Math.max(margins.right, right) });
  }
  const widths = [...printed]
    .filter(([frame]) => frame.margins === null)
    .map(([, { left, right }]) => right - left)
    .sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length / 2)] ?? 0;
  return new Map(
    lines.map(({ frame }) => {
      const { left, right } = printed.get(frame) ?? NO_TEXT;
      return [frame, frame.margins ?? { left, right: Math.max(right, left + width) }];
    }),
  );
}
