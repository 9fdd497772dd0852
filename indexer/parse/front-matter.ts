import { droppedItem } from './dropped.ts';
import {
  belongTogether,
  type FrontRole,
  isTitle,
  joinFrontLines,
  LONGEST_FURNITURE,
  roleOf,
} from './front-lines.ts';
import type { Dropped, Line, Outcome, Repair } from './line.ts';
import { noiseReason } from './noise.ts';
import { numeralOf } from './numerals.ts';
import { isPartTitle } from './part-titles.ts';
import { opensWithSalutation, presentsReport } from './salutation.ts';
import { endsSentence, endsWithStop } from './sentence-end.ts';
import { type Item, isTable, lengthOf } from './tables.ts';

export interface FrontLine {
  readonly role: FrontRole;
  readonly line: Line;
}

export interface FrontMatter {
  readonly front: readonly FrontLine[];
  /** What follows: the text, and the page after it. */
  readonly rest: readonly Item[];
}

/** Where the text starts, and whether a salutation says so. */
interface Start {
  readonly index: number;
  readonly certain: boolean;
}

/** The page above a report takes this share of a file at the most, or so many characters. */
const MOST_ABOVE = 0.25;
const PAGE_ABOVE = 1500;
/** Paragraphs that may stand above a salutation: an editor's note, a summary. */
const MOST_PARAGRAPHS_ABOVE = 2;
/** How many lines from the top the text of a report without a salutation starts at the latest. */
const LATEST_START = 30;
/** What follows a heading in a table of contents: ……3. */
const PAGE_IN_CONTENTS = /[\s.．·…]*[（(]?\d{0,3}[）)]?$/u;
const CRUMB = /^[>›»＞]$/u;

/**
 * Tells the lines above the text (title, meeting, speaker, issuer) from the page around them. What can't
 * be text is left out; without a salutation to say where the text starts, only what is surely noise.
 */
export function readFrontMatter(items: readonly Item[]): Outcome<FrontMatter> {
  const start = startOfText(items);
  const above = items.slice(0, start.index).filter((item): item is Line => !isTable(item));
  const { lines, crumbs } = parted(above);
  const { joined, repairs } = joinBroken(lines);
  const front: FrontLine[] = [];
  const early: Line[] = [];
  const lastAt = new Map(joined.map((line, i) => [line.text, i]));
  const dropped: Dropped[] = [
    ...items
      .slice(0, start.index)
      .flatMap((item) => (isTable(item) ? droppedItem(item, '正文之前的网页内容') : [])),
    ...crumbs.map((line) => droppedFor(line, '网页导航')),
  ];
  // What stands above the title and is no paragraph is the page's.
  const firstTitle = joined.findIndex((line) => isTitle(line.text));
  let rightAbove: FrontRole | null = null;
  for (const [i, line] of joined.entries()) {
    const noise = noiseReason(line.text);
    const inFront = front.length > 0 || (!start.certain && isTitle(joined[i + 1]?.text ?? ''));
    // A name alone is the speaker's below a title or a meeting, and above the salutation.
    const besideName: FrontRole | null = start.certain && i === joined.length - 1 ? 'meeting' : rightAbove;
    const role: FrontRole | null = noise === undefined ? roleOf(line.text, inFront, besideName) : null;
    rightAbove = role;
    if (lastAt.get(line.text) !== i) {
      dropped.push(droppedFor(line, role === null ? '网页栏目' : '重复的标题'));
    } else if (role !== null) front.push({ role, line });
    else if (noise === undefined && (isParagraph(line) || (!start.certain && i > firstTitle)))
      early.push(line);
    else dropped.push(droppedFor(line, noise ?? '正文之前的网页内容'));
  }
  return { value: { front, rest: [...early, ...items.slice(start.index)] }, repairs, dropped };
}

function droppedFor(line: Line, reason: string): Dropped {
  return { line: line.number, text: line.text, reason };
}

function startOfText(items: readonly Item[]): Start {
  const salutation = items.findIndex((item) => !isTable(item) && opensWithSalutation(item.text));
  if (salutation >= 0 && isFurniture(items, salutation)) return { index: salutation, certain: true };
  const near = items.slice(0, LATEST_START);
  const text = near.findIndex((item) => isTable(item) || isText(item));
  const above = text < 0 ? near : near.slice(0, text);
  const title = above.findLastIndex((item) => !isTable(item) && isTitle(item.text));
  if (title < 0) return { index: 0, certain: false };
  return { index: text < 0 ? title + 1 : text, certain: false };
}

/** Whether what stands above an item is a page rather than the first part of a report. */
function isFurniture(items: readonly Item[], index: number): boolean {
  const above = items.slice(0, index);
  const below = items.slice(index);
  const paragraphs = above.filter((item) => isTable(item) || isParagraph(item)).length;
  return (
    paragraphs <= MOST_PARAGRAPHS_ABOVE &&
    sizeOf(above) <= Math.max(PAGE_ABOVE, sizeOf(items) * MOST_ABOVE) &&
    sizeOf(above.filter(isSentence)) <= sizeOf(below.filter(isSentence)) &&
    (isOpening(below) || !hasOwnHeading(above, below))
  );
}

/** Whether a salutation opens a report, and says so. */
function isOpening(below: readonly Item[]): boolean {
  return below.slice(0, 2).some((item) => !isTable(item) && presentsReport(item.text));
}

function isSentence(item: Item): boolean {
  return !isTable(item) && endsWithStop(item.text);
}

/** Whether a part of the report begins above; a table of contents lists headings that come again below. */
function hasOwnHeading(above: readonly Item[], below: readonly Item[]): boolean {
  const headings = above.filter((item): item is Line => !isTable(item) && opensPart(item.text));
  if (headings.length === 0) return false;
  const texts = below.flatMap((item) => (isTable(item) ? [] : item.text));
  return headings.some(({ text }) => {
    const listed = text.replace(PAGE_IN_CONTENTS, '');
    return !texts.some((other) => other.startsWith(listed));
  });
}

function opensPart(text: string): boolean {
  const style = numeralOf(text)?.style;
  return style === 'chapter' || style === 'han' || isPartTitle(text);
}

function sizeOf(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + lengthOf(item), 0);
}

function isParagraph(line: Line): boolean {
  return line.text.length > LONGEST_FURNITURE && endsSentence(line.text);
}

/** Whether a line without a salutation above it can only be text. */
function isText(line: Line): boolean {
  if (isTitle(line.text)) return false;
  return line.bullet || numeralOf(line.text) !== undefined || isPartTitle(line.text) || isParagraph(line);
}

/** Parts lines from the crumbs of a trail: the lines beside a `>`, where the last may be the only title. */
function parted(above: readonly Line[]): { lines: Line[]; crumbs: Line[] } {
  const isCrumb = (line: Line | undefined) => line !== undefined && CRUMB.test(line.text);
  const lines: Line[] = [];
  const crumbs: Line[] = [];
  for (const [i, line] of above.entries()) {
    const inTrail = isCrumb(line) || isCrumb(above[i - 1]) || isCrumb(above[i + 1]);
    (inTrail ? crumbs : lines).push(line);
  }
  const last = crumbs.findLastIndex((line) => isTitle(line.text));
  if (last >= 0 && !lines.some((line) => isTitle(line.text))) {
    const title = crumbs.splice(last, 1) as [Line];
    return { lines: [...lines, ...title].toSorted((a, b) => a.number - b.number), crumbs };
  }
  return { lines, crumbs };
}

function joinBroken(lines: readonly Line[]): { joined: Line[]; repairs: Repair[] } {
  const joined: Line[] = [];
  const repairs: Repair[] = [];
  for (const [i, line] of lines.entries()) {
    const last = joined.at(-1);
    if (last === undefined || !belongTogether(last.text, line.text, lines[i + 1]?.text)) {
      joined.push(line);
      continue;
    }
    const text = joinFrontLines(last.text, line.text);
    repairs.push({
      line: last.number,
      before: `${last.text}⏎${line.text}`,
      after: text,
      reason: '接上断开的标题',
    });
    joined[joined.length - 1] = { ...last, text };
  }
  return { joined, repairs };
}
