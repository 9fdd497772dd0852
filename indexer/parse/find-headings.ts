import type { Part, Passage } from './joins.ts';
import { depthOf, type Numeral, type NumeralStyle, numeralOf } from './numerals.ts';
import { isPartTitle } from './part-titles.ts';
import { endsSentence, endsWithStop } from './sentence-end.ts';
import { isOfSeries, openingsOfSeries } from './series-of-lines.ts';
import { isTable } from './tables.ts';

const LONGEST_HEADING = 60;
const LONGEST_LABEL = 45;
const LONGEST_CAPTION_SENTENCE = 22;
const SERIES = 3;
const MOST_OF_A_RUN = 0.6;
const NOT_A_CAPTION = /^(?:——|[一二三四五六七八九十]是)|[，：；]|工作。$|[^。]$/u;
const INNER_STOP = /[。；！？;!?](?=.)/u;
/** How a sentence that has lost its full stop begins. */
const NOT_A_LABEL =
  /我们|^.{0,4}(?:来源|单位|日期|时间|说明|备?注)[：:]|^(?:现在|今年|一年来|过去|各位).*，/u;
const FIGURE_AT_END = /[\d%％]$/u;

type Kind = NumeralStyle | 'part' | 'label';

/** A heading before its level is known. */
export interface Found {
  readonly kind: Kind;
  readonly numeral: Numeral | undefined;
  /** Length of a run-in heading; null if it stands alone. */
  readonly runIn: number | null;
}

/** The headings among the passages of a report: for each passage one or null. */
export function findHeadings(parts: readonly Part[]): (Found | null)[] {
  const sentences = parts.filter((part, i) => isCaptionSentence(part, parts[i + 1])).length;
  const openings = openingsOfSeries(parts);
  const found = parts.map((part, i) =>
    isOfSeries(part, openings) ? SERIES_LABEL : headingAt(parts, i, sentences >= SERIES),
  );
  return withoutLists(parts, found);
}

const SERIES_LABEL: Found = { kind: 'label', numeral: undefined, runIn: null };

function headingAt(parts: readonly Part[], i: number, captionSentences: boolean): Found | null {
  const part = parts[i] as Part;
  const next = parts[i + 1];
  if (isTable(part) || part.bullet) return null;
  const numeral = numeralOf(part.text);
  if (numeral) return numberedHeading(parts, i, part, numeral);
  if (isPartTitle(part.text)) return { kind: 'part', numeral, runIn: null };
  const isLabel =
    (part.emphasis &&
      part.text.length <= LONGEST_HEADING &&
      !INNER_STOP.test(part.text) &&
      !part.text.endsWith('：')) ||
    standsAbove(part, next) ||
    (captionSentences && isCaptionSentence(part, next));
  return isLabel ? { kind: 'label', numeral, runIn: null } : null;
}

function numberedHeading(
  parts: readonly Part[],
  i: number,
  passage: Passage,
  numeral: Numeral,
): Found | null {
  if (standsAlone(passage.text)) {
    const inList =
      numeral.style !== 'han' && [parts[i - 1], parts[i + 1]].some((part) => isListed(part, numeral.style));
    return inList ? null : { kind: numeral.style, numeral, runIn: null };
  }
  const length = firstSentenceLength(passage.text);
  if (length === null || length > LONGEST_HEADING || numeral.style === 'ordinal') return null;
  return { kind: numeral.style, numeral, runIn: length };
}

/**
 * Numbered passages that follow each other count as headings only if most of them look like one: in a
 * list of numbered paragraphs some open with a short sentence by chance.
 */
function withoutLists(parts: readonly Part[], found: readonly (Found | null)[]): (Found | null)[] {
  const kept = [...found];
  for (const run of numberedRuns(parts)) {
    const headings = run.filter((i) => found[i] !== null).length;
    if (headings < run.length * MOST_OF_A_RUN) for (const i of run) kept[i] = null;
  }
  return kept;
}

/** Indexes of the passages numbered 1, 2, 3 … in one style, under one heading of an outer style. */
function numberedRuns(parts: readonly Part[]): number[][] {
  const runs: number[][] = [];
  const open = new Map<NumeralStyle, number[]>();
  for (const [i, part] of parts.entries()) {
    const numeral = isTable(part) ? undefined : numeralOf(part.text);
    if (numeral === undefined) continue;
    for (const style of open.keys()) if (depthOf(style) > depthOf(numeral.style)) open.delete(style);
    const run = numeral.value === 1 ? undefined : open.get(numeral.style);
    if (run) run.push(i);
    else {
      const newRun = [i];
      runs.push(newRun);
      open.set(numeral.style, newRun);
    }
  }
  return runs;
}

/** One sentence or clause, short enough for a heading. */
function standsAlone(text: string): boolean {
  return text.length <= LONGEST_HEADING && !INNER_STOP.test(text) && !/[；;，,]$/u.test(text);
}

function isListed(part: Part | undefined, style: NumeralStyle): boolean {
  return (
    part !== undefined && !isTable(part) && standsAlone(part.text) && numeralOf(part.text)?.style === style
  );
}

/** Length of the first sentence with its full stop, if more text follows it. */
function firstSentenceLength(text: string): number | null {
  const stop = text.indexOf('。');
  return stop < 0 || stop === text.length - 1 ? null : stop + 1;
}

/** A short line without a mark at its end, above a paragraph, a list or a table. */
function standsAbove(passage: Passage, next: Part | undefined): boolean {
  const { text } = passage;
  if (text.length > LONGEST_LABEL || endsSentence(text) || INNER_STOP.test(text)) return false;
  if (FIGURE_AT_END.test(text) || NOT_A_LABEL.test(text) || next === undefined) return false;
  if (isTable(next) || next.bullet) return true;
  if (numeralOf(next.text)?.value === 1 && !text.includes('，')) return true;
  return endsSentence(next.text) && next.text.length > text.length;
}

/** A short sentence on a line of its own above a longer paragraph, as bold text leaves it. */
function isCaptionSentence(part: Part, next: Part | undefined): boolean {
  if (isTable(part) || part.bullet || next === undefined || isTable(next)) return false;
  const { text } = part;
  if (text.length > LONGEST_CAPTION_SENTENCE || NOT_A_CAPTION.test(text)) return false;
  return !INNER_STOP.test(text) && next.text.length > 2 * text.length && endsWithStop(next.text);
}
