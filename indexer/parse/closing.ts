import type { SectionId } from '../../report/sections.ts';
import { SIGNATURE } from './noise-rules.ts';
import type { Outlined } from './outline.ts';
import { CLOSING, SELF_GOV_CUE, THANKS_FOR_LISTENING } from './section-rules.ts';
import { plainYears } from './years.ts';

/** How many passages from the end the closing words start at the most. */
const LONGEST_CLOSING = 12;
/** A remark on figures, below the last words. */
const REMARK = /^注[：:]/u;
const TURN = /^(?:各位代表|同志们)/u;
const CALL = /(?:我们|一定|必将|定能).*！[”’]?$/su;
/** How many passages at the most stand between the turn to the closing and the call it ends with. */
const LONGEST_TURN = 3;

/** Whether the last paragraph turns to the audience for good, or calls out. */
function isLastTurn(text: string): boolean {
  return (TURN.test(text) && !SELF_GOV_CUE.test(text)) || CALL.test(text);
}

/** The last words of a report are its closing, from the last 各位代表 on that calls to go forward. */
export function withClosing(outlined: readonly Outlined[], sections: readonly SectionId[]): SectionId[] {
  const from = startOfClosing(outlined);
  if (from >= outlined.length) return withLastWords(outlined, sections);
  return sections.map((section, i) => {
    if (i < from || section === 'preamble') return section;
    return i > from && REMARK.test(textOf(outlined[i])) ? 'appendix' : 'closing';
  });
}

function startOfClosing(outlined: readonly Outlined[]): number {
  let start = outlined.length;
  for (let i = outlined.length - 1; i >= outlined.length - LONGEST_CLOSING; i -= 1) {
    const text = spokenAt(outlined, i);
    if (text === null) return start;
    const isLast = start === outlined.length;
    if (isLast && (SIGNATURE.test(text) || THANKS_FOR_LISTENING.test(text) || REMARK.test(text))) continue;
    if (!CLOSING.test(text) && !(isLast && isLastTurn(text))) break;
    start = i;
    if (TURN.test(text)) return start;
  }
  return start < outlined.length ? turnAbove(outlined, start) : start;
}

/** Where the speaker turns to the audience to close, shortly above the call to go forward. */
function turnAbove(outlined: readonly Outlined[], start: number): number {
  for (let i = start - 1; i >= start - LONGEST_TURN; i -= 1) {
    const text = spokenAt(outlined, i);
    if (text === null) return start;
    if (TURN.test(text)) return SELF_GOV_CUE.test(text) ? start : i;
  }
  return start;
}

/** The text of a passage that is neither a list nor under a heading of its own; null for others. */
function spokenAt(outlined: readonly Outlined[], i: number): string | null {
  const item = outlined[i];
  return item?.type === 'text' && item.runIn === null && !item.passage.bullet ? textOf(item) : null;
}

/** What may stand behind the last words of a report, a list of what it promises, is this share of it at the most … */
const LONGEST_ANNEX = 0.15;
/** … or this under a title of its own. */
const LONGEST_TITLED_ANNEX = 0.4;
const LAST_WORDS = /^(?:各位代表|同志们).*(?:让我们|奋斗|谱写).*！$/su;

/** Where something stands behind the last words that nothing announces, it is an appendix. */
function withLastWords(outlined: readonly Outlined[], sections: readonly SectionId[]): SectionId[] {
  const at = outlined.findLastIndex((item) => LAST_WORDS.test(textOf(item)));
  const annex = outlined[at + 1];
  const share = annex?.type === 'heading' && annex.level === 1 ? LONGEST_TITLED_ANNEX : LONGEST_ANNEX;
  if (sizeOf(outlined.slice(at + 1)) > sizeOf(outlined) * share) return [...sections];
  return sections.map((section, i) => (i === at ? 'closing' : i > at ? 'appendix' : section));
}

function sizeOf(outlined: readonly Outlined[]): number {
  return outlined.reduce((sum, item) => sum + textOf(item).length, 0);
}

/** The text of a passage in the form that rules are matched against; empty for a table. */
export function textOf(item: Outlined | undefined): string {
  return item === undefined || item.type === 'table' ? '' : plainYears(item.passage.text);
}
