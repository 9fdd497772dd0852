import { isAppendixLabel } from './appendix-heading.ts';
import { droppedItem } from './dropped.ts';
import { opensGlossary } from './glossary.ts';
import type { Dropped, Outcome } from './line.ts';
import { NOISE_INSIDE } from './noise-inside.ts';
import { END_OF_REPORT, NOISE_ANYWHERE, NOISE_AROUND, type NoiseRule, SIGNATURE } from './noise-rules.ts';
import { numeralOf } from './numerals.ts';
import { plain } from './plain.ts';
import { opensWithSalutation } from './salutation.ts';
import { endsSentence, endsWithStop } from './sentence-end.ts';
import { type Item, isTable, lengthOf } from './tables.ts';
import { isRowOfTools, isToolWords, toolbarReason } from './toolbar.ts';

/** Where in a report, at the earliest, the page around it may go on. */
const EARLIEST_END = 0.4;
/** A line of this length isn't page furniture. */
const LONG_LINE = 90;
const CHINESE = /\p{Script=Han}{4}/u;
/** Lines of text that a page shows around a report, at the most, that could pass for a heading. */
const LONGEST_FURNITURE = 60;
/** How the last paragraph of a report speaks. */
const LAST_WORDS = /^(?:各位代表|同志们).*[！!。]$|让我们.*[！!]$|奋斗[！!]$/su;

/** Leaves out the lines that are noise where they stand, and the page that goes on after the report. */
export function dropNoise(items: readonly Item[]): Outcome<Item[]> {
  const dropped: Dropped[] = [];
  const without = (from: readonly Item[], reasonFor: (text: string, i: number) => string | undefined) =>
    from.filter((item, i) => {
      const reason = isTable(item) ? undefined : reasonFor(item.text, i);
      if (reason !== undefined) dropped.push(...droppedItem(item, reason));
      return reason === undefined;
    });
  const start = startOfText(items);
  const text = without(items, (line, i) => (i < start ? noiseReason(line) : reasonInside(line)));
  const lastWords = lastWordsOf(text);
  const end = endOfReport(text, lastWords);
  let reason = '正文之后的网页内容';
  for (const item of text.slice(end)) {
    reason = (isTable(item) ? undefined : reasonBelow(item.text)) ?? reason;
    dropped.push(...droppedItem(item, reason));
  }
  const isBehind = (i: number) => lastWords >= 0 && i > lastWords;
  const value = without(text.slice(0, end), (line, i) => (isBehind(i) ? reasonAround(line) : undefined));
  return { value, repairs: [], dropped };
}

/** Why a line above the text, or below it, is noise; undefined if it isn't. */
export function noiseReason(text: string): string | undefined {
  return (
    matching(NOISE_ANYWHERE, text)?.reason ??
    matching(NOISE_INSIDE, text)?.reason ??
    matching(NOISE_AROUND, text)?.reason ??
    toolbarReason(plain(text))
  );
}

/** Why a line among the paragraphs of a report is noise; undefined if it isn't. */
function reasonInside(text: string): string | undefined {
  const rule = matching(NOISE_ANYWHERE, text) ?? matching(NOISE_INSIDE, text);
  return rule?.reason ?? (isRowOfTools(plain(text)) ? '网页工具' : undefined);
}

/** Why a line that isn't part of the report is none; undefined if it may be one. */
function reasonAround(text: string): string | undefined {
  return matching(NOISE_AROUND, text)?.reason ?? (isToolWords(plain(text)) ? '网页工具' : undefined);
}

/** Why the page goes on after the report at a line; undefined if it doesn't. */
function reasonBelow(text: string): string | undefined {
  return matching(END_OF_REPORT, text)?.reason ?? reasonAround(text);
}

/** Rules are about lines up to this length: one of a notice, not a file on one line. */
const LONGEST_RULED = 600;

function matching(rules: readonly NoiseRule[], text: string): NoiseRule | undefined {
  if (text.length > LONGEST_RULED) return undefined;
  const form = plain(text);
  return rules.find((rule) => rule.pattern.test(form));
}

/** How many lines the page above a text has at the most. */
const LATEST_START = 30;

/** Index of the first item that can only be text. */
function startOfText(items: readonly Item[]): number {
  const isText = (item: Item) =>
    isTable(item) ||
    item.bullet ||
    numeralOf(item.text) !== undefined ||
    opensWithSalutation(item.text) ||
    (item.text.length > LONGEST_FURNITURE && endsSentence(item.text));
  return Math.max(0, items.slice(0, LATEST_START).findIndex(isText));
}

/** Index of the last words of a report; -1 where none are known for such. */
function lastWordsOf(items: readonly Item[]): number {
  const total = items.reduce((sum, item) => sum + lengthOf(item), 0);
  let before = total;
  for (let i = items.length - 1; i >= 0 && before >= total * EARLIEST_END; i -= 1) {
    const item = items[i] as Item;
    before -= lengthOf(item);
    if (!isTable(item) && LAST_WORDS.test(item.text)) return i;
  }
  return -1;
}

/** Index of the first item that no longer belongs to the report. */
function endOfReport(items: readonly Item[], lastWords: number): number {
  const afterText = lastOfReport(items, lastWords) + 1;
  const marked = items.findIndex(
    (item, i) => i >= afterText && !isTable(item) && reasonBelow(item.text) !== undefined,
  );
  return withoutFurniture(items, marked < 0 ? items.length : marked);
}

/** Moves the end up over short lines that break off below the last sentence. */
function withoutFurniture(items: readonly Item[], end: number): number {
  let from = end;
  while (from > 0 && isFurniture(items[from - 1] as Item)) from -= 1;
  const last = items[from - 1];
  const followsText = last !== undefined && !isTable(last) && !last.bullet && endsWithStop(last.text);
  const below = items.slice(from, end);
  return followsText && !below.some((_, i) => opensBackMatter(items, from + i)) ? from : end;
}

function isFurniture(item: Item): boolean {
  if (isTable(item) || item.bullet || item.text.length > LONGEST_FURNITURE) return false;
  return !endsSentence(item.text) && numeralOf(item.text) === undefined && !SIGNATURE.test(item.text);
}

/** Whether a glossary or an appendix begins at an item. */
function opensBackMatter(items: readonly Item[], i: number): boolean {
  const item = items[i];
  if (item === undefined || isTable(item)) return false;
  const below = items.slice(i + 1, i + 1 + NEAR);
  const [next] = below;
  if (isAppendixLabel(item.text)) {
    return next !== undefined && (isTable(next) || reasonBelow(next.text) === undefined);
  }
  return opensGlossary(
    item.text,
    below.flatMap((line) => (isTable(line) ? [] : line.text)),
  );
}

/** How many lines below a heading tell whether it is one of a glossary. */
const NEAR = 4;

/** Index of the last item that is plainly part of the report. */
function lastOfReport(items: readonly Item[], lastWords: number): number {
  const total = items.reduce((sum, item) => sum + lengthOf(item), 0);
  const pageFrom =
    lastWords < 0
      ? items.length
      : items.findIndex((item, i) => i > lastWords && !isTable(item) && reasonBelow(item.text) !== undefined);
  let before = total;
  for (let i = items.length - 1; i >= 0; i -= 1) {
    before -= lengthOf(items[i] as Item);
    const mayBeLong = pageFrom < 0 || i < pageFrom;
    if (before < total * EARLIEST_END || i === lastWords || isPartOfReport(items, i, mayBeLong)) return i;
  }
  return -1;
}

/** @param mayBeLong whether a long line alone tells: below the last words and the end of the page it may be a notice. */
function isPartOfReport(items: readonly Item[], i: number, mayBeLong: boolean): boolean {
  const item = items[i] as Item;
  if (isTable(item)) return mayBeLong;
  if (reasonBelow(item.text) !== undefined) return false;
  const style = numeralOf(item.text)?.style;
  if (style === 'han' || style === 'bracketed') return true;
  if (opensWithSalutation(item.text) || opensBackMatter(items, i)) return true;
  return mayBeLong && item.text.length >= LONG_LINE && CHINESE.test(item.text);
}
