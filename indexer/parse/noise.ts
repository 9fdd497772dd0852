import type { Dropped, Outcome } from './line.ts';
import { END_OF_REPORT, NOISE_ANYWHERE, type NoiseRule, SIGNATURE } from './noise-rules.ts';
import { numeralOf } from './numerals.ts';
import { plain } from './plain.ts';
import { opensWithSalutation } from './salutation.ts';
import { endsSentence, endsWithStop } from './sentence-end.ts';
import { type Item, isTable } from './tables.ts';

/** Where in a report, at the earliest, the page around it may go on. */
const EARLIEST_END = 0.4;
/** A line of this length isn't page furniture. */
const LONG_LINE = 90;
const CHINESE = /\p{Script=Han}{4}/u;
/** Lines of text that a page shows below a report, at the most, that could pass for a heading. */
const LONGEST_FURNITURE = 60;
const GLOSSARY_HEADING = /^.{0,16}(?:名词|名称|用语|词语|术语)(?:解释|注解|释义|注释|说明)|^注释/u;

/** Leaves out the lines that are noise wherever they stand, and the page that goes on after the report. */
export function dropNoise(items: readonly Item[]): Outcome<Item[]> {
  const dropped: Dropped[] = [];
  const kept = items.filter((item) => {
    const reason = isTable(item) ? undefined : noiseReason(item.text);
    if (!isTable(item) && reason !== undefined) dropped.push({ line: item.number, text: item.text, reason });
    return reason === undefined;
  });
  const end = endOfReport(kept);
  let reason = '正文之后的网页内容';
  for (const item of kept.slice(end)) {
    if (isTable(item)) continue;
    reason = matching(END_OF_REPORT, item.text)?.reason ?? reason;
    dropped.push({ line: item.number, text: item.text, reason });
  }
  return { value: kept.slice(0, end), repairs: [], dropped };
}

/** Why a line is noise wherever it stands; undefined if it isn't. */
export function noiseReason(text: string): string | undefined {
  return matching(NOISE_ANYWHERE, text)?.reason;
}

function matching(rules: readonly NoiseRule[], text: string): NoiseRule | undefined {
  const form = plain(text);
  return rules.find((rule) => rule.pattern.test(form));
}

/** Index of the first item that no longer belongs to the report. */
function endOfReport(items: readonly Item[]): number {
  const afterText = lastOfReport(items) + 1;
  const marked = items.findIndex(
    (item, i) => i >= afterText && !isTable(item) && matching(END_OF_REPORT, item.text) !== undefined,
  );
  return withoutFurniture(items, marked < 0 ? items.length : marked);
}

/** Moves the end up over short lines that break off below the last sentence. */
function withoutFurniture(items: readonly Item[], end: number): number {
  let from = end;
  while (from > 0 && isFurniture(items[from - 1] as Item)) from -= 1;
  const last = items[from - 1];
  const followsText = last !== undefined && !isTable(last) && !last.bullet && endsWithStop(last.text);
  return followsText ? from : end;
}

function isFurniture(item: Item): boolean {
  if (isTable(item) || item.bullet || item.text.length > LONGEST_FURNITURE) return false;
  return !endsSentence(item.text) && numeralOf(item.text) === undefined && !SIGNATURE.test(item.text);
}

/** Index of the last item that is plainly part of the report. */
function lastOfReport(items: readonly Item[]): number {
  const total = items.reduce((sum, item) => sum + sizeOf(item), 0);
  let before = total;
  for (let i = items.length - 1; i >= 0; i -= 1) {
    const item = items[i] as Item;
    before -= sizeOf(item);
    if (before < total * EARLIEST_END || isPartOfReport(item)) return i;
  }
  return -1;
}

function sizeOf(item: Item): number {
  return isTable(item) ? 0 : item.text.length;
}

function isPartOfReport(item: Item): boolean {
  if (isTable(item)) return true;
  if (matching(END_OF_REPORT, item.text) !== undefined) return false;
  const style = numeralOf(item.text)?.style;
  if (style === 'han' || style === 'bracketed') return true;
  if (opensWithSalutation(item.text) || GLOSSARY_HEADING.test(plain(item.text))) return true;
  return item.text.length >= LONG_LINE && CHINESE.test(item.text);
}
