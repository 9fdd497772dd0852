import { isAppendixHeading, isAppendixLabel } from './appendix-heading.ts';
import { type GlossaryEntry, lengthOfPreface, opensGlossary, readEntries, setsOffTerm } from './glossary.ts';
import { isNotesLabel } from './glossary-heading.ts';
import type { Part, Passage } from './joins.ts';
import type { Outcome } from './line.ts';
import { noteMarkOf } from './note-mark.ts';
import { takeNotes } from './notes.ts';
import { numeralOf } from './numerals.ts';
import { type Outlined, outline } from './outline.ts';
import { opensWithSalutation } from './salutation.ts';
import { endsSentence } from './sentence-end.ts';
import { isTable } from './tables.ts';

/** A report's text, and the glossary and appendices behind it. */
export interface BackMatter {
  readonly text: readonly Part[];
  /** Appendices that stand above the glossary. */
  readonly aboveGlossary: readonly Part[];
  readonly glossaryHeading: Passage | null;
  /** What stands between the heading of the glossary and its first item. */
  readonly preface: readonly Passage[];
  readonly entries: readonly GlossaryEntry[];
  readonly appendix: readonly Part[];
}

/** Longest line that can be a heading. */
const LONGEST_HEADING = 40;
const TURN = /^各位代表|让我们|奋斗！$/u;

/**
 * Parts a report from the glossary (under a heading such as 名词解释) and the appendices behind it.
 * @param notes items of the glossary that stood at the foot of the pages.
 */
export function takeBackMatter(
  parts: readonly Part[],
  notes: readonly GlossaryEntry[] = [],
): Outcome<BackMatter> {
  const lastWords = parts.findLastIndex((part) => !isTable(part) && TURN.test(part.text));
  const headingAt = startOfGlossary(parts, lastWords);
  const at = headingAt < 0 ? startOfNotes(parts, lastWords) : headingAt;
  const appendixAt = parts.findIndex((part, i) => i > Math.max(0, lastWords) && announcesAppendix(part));
  const textEnd = Math.min(parts.length, ...[at, appendixAt].filter((index) => index >= 0));
  const text = parts.slice(0, textEnd);
  if (at < 0) {
    const value = { ...NO_GLOSSARY, entries: notes, text, appendix: parts.slice(textEnd) };
    return { value, repairs: [], dropped: [] };
  }
  const from = headingAt < 0 ? at : at + 1;
  const behind = parts.findIndex((part, i) => i >= from && (isTable(part) || announcesAppendix(part)));
  const end = behind < 0 ? parts.length : behind;
  const items = parts.slice(from, end) as Passage[];
  const preface = lengthOfPreface(items.map((item) => item.text));
  const { value: entries, repairs } = readEntries(items.slice(preface));
  return {
    value: {
      text,
      aboveGlossary: parts.slice(textEnd, at),
      glossaryHeading: headingAt < 0 ? null : (parts[at] as Passage),
      preface: items.slice(0, preface),
      entries: [...notes, ...entries],
      appendix: parts.slice(end),
    },
    repairs,
    dropped: [],
  };
}

const NO_GLOSSARY = { aboveGlossary: [], glossaryHeading: null, preface: [] };

/** Index of the heading of the glossary; -1 without one. Nobody is addressed any more behind it. */
function startOfGlossary(parts: readonly Part[], lastWords: number): number {
  for (let i = parts.length - 1; i >= 0; i -= 1) {
    const part = parts[i] as Part;
    if (isTable(part)) continue;
    if (opensWithSalutation(part.text)) return -1;
    if (isNotesLabel(part.text) && i < lastWords) continue;
    if (opensGlossary(part.text, textsBelow(parts, i))) return i;
  }
  return -1;
}

/** How many lines below a heading tell whether it is one of a glossary. */
const NEAR = 4;

function textsBelow(parts: readonly Part[], i: number): string[] {
  return parts.slice(i + 1, i + 1 + NEAR).flatMap((part) => (isTable(part) ? [] : part.text));
}

const FEWEST_NOTES = 2;
const CIRCLED = '①';
const IN_BRACKETS = /^[[［〔【]/u;
const LABELLED = /^注\s*[：:]/u;

/**
 * Index of the first of the footnotes that end a report without a heading above; -1 if none do. Items
 * marked ① are a list unless the text above refers to them, and so are items marked 1 without 注：.
 */
function startOfNotes(parts: readonly Part[], lastWords: number): number {
  const marks = parts.map((part) => (isTable(part) ? null : noteMarkOf(part.text)));
  const counts = new Map<string, number>();
  for (let i = parts.length - 1; i > lastWords; i -= 1) {
    const part = parts[i] as Part;
    if (isTable(part)) break;
    const { style, number } = marks[i] ?? { style: '', number: 0 };
    counts.set(style, (counts.get(style) ?? 0) + 1);
    if (number !== 1 || (counts.get(style) ?? 0) < FEWEST_NOTES) continue;
    const isNote =
      IN_BRACKETS.test(style) ||
      style.startsWith('注') ||
      (LABELLED.test(part.text) && lastWords >= 0 && setsOffTerm(part.text.replace(LABELLED, ''))) ||
      (style === CIRCLED && setsOffTerm(part.text) && refersTo(parts.slice(0, i), number));
    if (isNote) return i;
  }
  return -1;
}

function refersTo(parts: readonly Part[], number: number): boolean {
  return parts.some(
    (part) => !isTable(part) && takeNotes(part.text, true).notes.some((note) => note.number === number),
  );
}

function announcesAppendix(part: Part): boolean {
  return isAppendixHeading((isTable(part) ? part.caption?.text : part.text) ?? '');
}

/**
 * The outline of what stands behind the text: 附件1 is a heading, and so is the title below it, under which
 * the headings of the appendix stand.
 */
export function outlineAppendix(parts: readonly Part[]): Outlined[] {
  let inAppendix = 0;
  return outline(parts).map((item, i): Outlined => {
    const part = parts[i] as Part;
    if (isTable(part) || item.type === 'table') return item;
    if (isAppendixHeading(part.text)) {
      inAppendix = 1;
      return { type: 'heading', passage: part, level: 1 };
    }
    const above = parts[i - 1];
    if (inAppendix === 1 && above !== undefined && isLabelAlone(above) && isTitle(part)) {
      inAppendix = 2;
      return { type: 'heading', passage: part, level: 2 };
    }
    return deeper(item, inAppendix);
  });
}

function isLabelAlone(part: Part): boolean {
  return !isTable(part) && isAppendixLabel(part.text);
}

function isTitle(part: Passage): boolean {
  return (
    !part.bullet &&
    part.text.length <= LONGEST_HEADING &&
    !endsSentence(part.text) &&
    numeralOf(part.text) === undefined
  );
}

function deeper(item: Outlined, by: number): Outlined {
  if (item.type === 'heading') return { ...item, level: item.level + by };
  if (item.type === 'text' && item.runIn !== null)
    return { ...item, runIn: { ...item.runIn, level: item.runIn.level + by } };
  return item;
}
