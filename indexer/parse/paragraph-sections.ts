import type { SectionId } from '../../report/sections.ts';
import { planCovering } from './five-year-plans.ts';
import { AHEAD_CUES, matchRules, PAST_CUES } from './section-rules.ts';
import { AHEAD } from './title-sections.ts';

/** What the first words of paragraphs tell where no heading does. */

/** The section of a paragraph of a part about the past that turns to something else. */
export function cueInReview(text: string, year: number): SectionId | undefined {
  if (turnsTo(text, year) && matchRules(AHEAD_CUES, text) === 'tasks') return 'tasks';
  return opensPlan(text, year) ? 'plan_period' : matchRules(PAST_CUES, text);
}

/** The section of a paragraph where no title tells which part it is in. */
export function cueWithoutTitles(current: SectionId, text: string, year: number): SectionId | undefined {
  if (AHEAD.has(current) || turnsTo(text, year)) return matchRules(AHEAD_CUES, text);
  const cue = matchRules(PAST_CUES, text);
  return current === 'preamble' && cue !== 'review' && cue !== 'review_period' ? undefined : cue;
}

/** Whether a paragraph turns from the year behind to this one. */
function turnsTo(text: string, year: number): boolean {
  return new RegExp(`^.{0,12}(?:今年|${year}年)(?!以来)`, 'u').test(text);
}

/** Whether a paragraph turns from the years behind to the plan that begins with this year. */
function opensPlan(text: string, year: number): boolean {
  const plan = planCovering(year);
  return plan !== null && year % 5 === 1 && new RegExp(`^[“"]?${plan}[”"]?时期`, 'u').test(text);
}
