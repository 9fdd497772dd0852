import type { SectionId } from '../../report/sections.ts';
import { textOf, withClosing } from './closing.ts';
import type { Outlined } from './outline.ts';
import { opensWithSalutation, presentsReport } from './salutation.ts';
import { MODERN, type SectionContext, SectionWalk } from './section-walk.ts';

/** The section of each passage of a report: one for each, in the same order. */
export function sectionsOf(outlined: readonly Outlined[], context: SectionContext): SectionId[] {
  const sections = walkThrough(outlined, context, false);
  const isModern = context.kind === '政府工作报告' && context.year >= MODERN;
  if (!isModern || sections.includes('tasks')) return withClosing(outlined, sections);
  return withClosing(outlined, walkThrough(outlined, context, true));
}

function walkThrough(
  outlined: readonly Outlined[],
  context: SectionContext,
  leniently: boolean,
): SectionId[] {
  const closesYear = context.reviewYear === context.year;
  const walk = new SectionWalk(closesYear ? { ...context, year: context.year + 1 } : context, leniently);
  const words = closesYear ? (item?: Outlined) => asOfNextYear(textOf(item)) : textOf;
  const opening = lengthOfOpening(outlined);
  const firstTitle = outlined.findIndex(
    (item) => item.type === 'heading' || (item.type === 'text' && item.runIn),
  );
  const latest = context.year < MODERN ? opening + LONGEST_INTRODUCTION : outlined.length;
  const titled = firstTitle >= 0 && firstTitle <= latest;
  return outlined.map((item, i) => {
    if (i === opening) walk.leaveOpening(titled);
    return walk.next(item, words(item), words(outlined[i + 1]));
  });
}

/** A report that closes a year says 今年 where others say 去年, and 明年 where they say 今年. */
function asOfNextYear(text: string): string {
  return text.replace(/[今明]年/gu, (word) => (word === '今年' ? '去年' : '今年'));
}

/** How many passages at most the salutation and the words that present the report take. */
const LONGEST_OPENING = 4;
/** How many passages of an old report stand above its first title at the most, if its titles can be trusted. */
const LONGEST_INTRODUCTION = 6;

/** How many passages open a report before it says anything. */
function lengthOfOpening(outlined: readonly Outlined[]): number {
  const isOpening = (item: Outlined) =>
    item.type === 'text' && (opensWithSalutation(item.passage.text) || presentsReport(item.passage.text));
  return outlined.slice(0, LONGEST_OPENING).findLastIndex(isOpening) + 1;
}
