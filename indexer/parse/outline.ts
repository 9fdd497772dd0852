import type { Part, Passage } from './joins.ts';
import { NUMERAL_STYLES, type Numeral, type NumeralStyle, numeralOf } from './numerals.ts';
import { isPartTitle } from './part-titles.ts';
import { endsSentence, endsWithStop } from './sentence-end.ts';
import { isTable, type SourceTable } from './tables.ts';

/** What a passage is in the outline of its report. */
export type Outlined =
  | { readonly type: 'table'; readonly table: SourceTable }
  | { readonly type: 'heading'; readonly passage: Passage; readonly level: number }
  | { readonly type: 'text'; readonly passage: Passage; readonly runIn: RunIn | null };

/** A heading that opens its paragraph: its length in the text of the passage. */
export interface RunIn {
  readonly level: number;
  readonly length: number;
}

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

/** A heading before its level is known. */
type Kind = NumeralStyle | 'part' | 'label';
interface Found {
  readonly kind: Kind;
  readonly numeral: Numeral | undefined;
  /** Length of a run-in heading; null if it stands alone. */
  readonly runIn: number | null;
}

/** Finds the headings of a report, standing alone or run into their paragraph, and their levels. */
export function outline(parts: readonly Part[]): Outlined[] {
  const sentences = parts.filter((part, i) => isCaptionSentence(part, parts[i + 1])).length;
  const candidates = parts.map((_, i) => headingAt(parts, i, sentences >= SERIES));
  const found = withParts(withoutLists(parts, candidates));
  const levels = levelsOf(found);
  return parts.map((part, i): Outlined => {
    const heading = found[i];
    const level = levels[i] ?? 1;
    if (isTable(part)) return { type: 'table', table: part };
    if (!heading) return { type: 'text', passage: part, runIn: null };
    if (heading.runIn === null) return { type: 'heading', passage: part, level };
    return { type: 'text', passage: part, runIn: { level, length: heading.runIn } };
  });
}

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
  return isTable(next) || next.bullet || (endsSentence(next.text) && next.text.length > text.length);
}

/** A short sentence on a line of its own above a longer paragraph, as bold text leaves it. */
function isCaptionSentence(part: Part, next: Part | undefined): boolean {
  if (isTable(part) || part.bullet || next === undefined || isTable(next)) return false;
  const { text } = part;
  if (text.length > LONGEST_CAPTION_SENTENCE || NOT_A_CAPTION.test(text)) return false;
  return !INNER_STOP.test(text) && next.text.length > 2 * text.length && endsWithStop(next.text);
}

/**
 * Where the outermost numbering starts again and again, each time below an unnumbered heading, those
 * headings are the parts of the report, whatever their words.
 */
function withParts(found: readonly (Found | null)[]): readonly (Found | null)[] {
  const outermost = NUMERAL_STYLES.find((style) => found.some((heading) => heading?.kind === style));
  const parts = new Set<number>();
  let starts = 0;
  let label: number | null = null;
  for (const [i, heading] of found.entries()) {
    if (heading === null) continue;
    if (heading.kind === outermost && heading.numeral?.value === 1) {
      starts += 1;
      if (label !== null) parts.add(label);
    }
    label = heading.numeral === undefined ? i : null;
  }
  if (starts < 2 || parts.size < starts) return found;
  return found.map((heading, i) => (heading && parts.has(i) ? { ...heading, kind: 'part' } : heading));
}

/** Levels of the headings found: each numeral style is one deeper than the one it stands under. */
function levelsOf(found: readonly (Found | null)[]): (number | undefined)[] {
  const partsLead = partsComeFirst(found);
  const lastNumbered = found.findLastIndex((heading) => heading?.numeral);
  const lost = stylesOfLostNumerals(found);
  let open: readonly NumeralStyle[] = [];
  let inPart = 0;
  const under = (style: NumeralStyle) => {
    open = [...open.filter((outer) => depthOf(outer) < depthOf(style)), style];
    return inPart + open.length;
  };
  return found.map((heading, i) => {
    if (!heading) return undefined;
    if (heading.kind === 'part' && (partsLead || i > lastNumbered)) {
      open = [];
      inPart = partsLead ? 1 : 0;
      return 1;
    }
    const style = heading.numeral?.style ?? lost.get(i);
    return style === undefined ? inPart + open.length + 1 : under(style);
  });
}

function depthOf(style: NumeralStyle): number {
  return NUMERAL_STYLES.indexOf(style);
}

/** Whether unnumbered parts enclose the numbered headings, rather than the other way round. */
function partsComeFirst(found: readonly (Found | null)[]): boolean {
  const firstPart = found.findIndex((heading) => heading?.kind === 'part');
  const firstHan = found.findIndex((heading) => heading?.kind === 'han' || heading?.kind === 'chapter');
  return firstPart >= 0 && (firstHan < 0 || firstPart < firstHan);
}

/**
 * The styles of headings that have lost their （一）, by index: of the unnumbered headings above a （二）
 * that has none, the one nearest to the heading above.
 */
function stylesOfLostNumerals(found: readonly (Found | null)[]): Map<number, NumeralStyle> {
  const lost = new Map<number, NumeralStyle>();
  let open = new Set<NumeralStyle>();
  let unnumbered: number | null = null;
  for (const [i, heading] of found.entries()) {
    const numeral = heading?.numeral;
    if (numeral === undefined) {
      if (heading?.kind === 'label') unnumbered ??= i;
      continue;
    }
    const { style, value } = numeral;
    if (value === 2 && !open.has(style) && unnumbered !== null) lost.set(unnumbered, style);
    open = new Set([...open].filter((outer) => depthOf(outer) < depthOf(style))).add(style);
    unnumbered = null;
  }
  return lost;
}
