/** A line of a file on its way to becoming a block, and what is remembered of how it stood in the file. */
export interface Line {
  /** 1-based number in the file. */
  readonly number: number;
  /** Without white space at its ends. */
  readonly text: string;
  /** White space before the text. */
  readonly indent: string;
  /** White space behind the text: exports from PDF mark the end of a paragraph so. */
  readonly trail: string;
  /** How many blank lines stand before it. */
  readonly gap: number;
  /** Whether the line before holds an indent and nothing else: the paragraph was cut at an inline tag. */
  readonly afterIndent: boolean;
  /** Whether page numbers or running heads stood before it: blank lines there tell nothing. */
  readonly afterPage: boolean;
  /** Whether it had a list marker (removed). */
  readonly bullet: boolean;
  /** Whether all of it was marked as bold or as a heading (marks removed). */
  readonly emphasis: boolean;
}

/** Stands for the number of a line that a file shows beside its text. */
export const OUTSIDE = 0;

/** A change to a line and why; `after` is what the reader sees. */
export interface Repair {
  readonly line: number;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  /** How many visible characters it took out, where before and after are excerpts that don't tell. */
  readonly removed?: number;
}

/** How many visible characters a repair took out; less than none where it put some in. */
export function removedBy({ before, after, removed }: Repair): number {
  return removed ?? visibleIn(before) - visibleIn(after);
}

function visibleIn(excerpt: string): number {
  return visibleCharacters(excerpt.replaceAll(BREAK, ''));
}

/** Shows a break in an excerpt. */
const BREAK = '⏎';
/** Characters of context that the repair of a break shows on either side. */
const CONTEXT = 15;

/** What stands on both sides of a break, as it is broken and as it is joined. */
export function aroundBreak(left: string, right: string): { broken: string; joined: string } {
  const [before, after] = [left.slice(-CONTEXT), right.slice(0, CONTEXT)];
  return { broken: before + BREAK + after, joined: before + after };
}

/** A line left out and why; its number is `OUTSIDE` where it isn't of the text. */
export interface Dropped {
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

/**
 * What a step hands on: its result and what it changed or left out. Every visible character that isn't in
 * the result any more is in a line left out or in a repair: the characters of a report are counted so.
 */
export interface Outcome<T> {
  readonly value: T;
  readonly repairs: readonly Repair[];
  readonly dropped: readonly Dropped[];
}

const LINE_BREAK = /\r\n?|[\n\u2028\u2029]/;
const IDEOGRAPHIC_INDENT = /^\s*\u3000\s*$/;

/**
 * Splits a text into its lines that aren't blank. A line that holds a tab alone stays, with an empty
 * text: it is an empty cell of a table.
 */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let afterIndent = false;
  for (const [i, raw] of text.split(LINE_BREAK).entries()) {
    const trimmed = raw.trim();
    if (trimmed === '' && !raw.startsWith('\t')) {
      gap += 1;
      afterIndent = IDEOGRAPHIC_INDENT.test(raw);
      continue;
    }
    const start = raw.indexOf(trimmed);
    lines.push({
      number: i + 1,
      text: trimmed,
      indent: raw.slice(0, start === 0 && trimmed === '' ? raw.length : start),
      trail: trimmed === '' ? '' : raw.slice(start + trimmed.length),
      gap,
      afterIndent,
      afterPage: false,
      bullet: false,
      emphasis: false,
    });
    gap = 0;
    afterIndent = false;
  }
  return lines;
}

/** Characters that aren't white space. */
export function visibleCharacters(text: string): number {
  let count = 0;
  for (const character of text) if (!/\s/u.test(character)) count += 1;
  return count;
}
