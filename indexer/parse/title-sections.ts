import type { SectionId } from '../../report/sections.ts';
import { namesEndedPlan } from './five-year-plans.ts';
import {
  AHEAD_RULES,
  AHEAD_WORDS,
  LOOKS_AHEAD,
  matchRules,
  OLD_PAST,
  PAST_WORDS,
  PAST_YEAR,
  PERIOD_WORDS,
  SELF_GOV_HEADING,
  SUCCESS,
  TASKS_TOO,
  YEAR_OF_PLAN,
} from './section-rules.ts';

/** What the titles of parts tell about their sections, given the year a report was delivered in. */

/** Sections that follow those about the past. */
export const AHEAD: ReadonlySet<SectionId> = new Set([
  'tasks',
  'requirements',
  'targets',
  'situation',
  'livelihood',
  'plan_period',
]);

/** Whether a text names the year of delivery. */
export function namesYear(text: string, year: number): boolean {
  return text.includes('今年') || text.includes(`${year}年`);
}

/** The section that the words of a title tell, given that of the passage above it. */
export function titleTells(text: string, year: number, above: SectionId): SectionId | undefined {
  const told =
    timeOf(text, year, above) ??
    matchRules(AHEAD_RULES, text) ??
    (namesYear(text, year) ? 'tasks' : undefined);
  const tasksToo =
    (told === 'requirements' || told === 'targets' || told === 'situation') && TASKS_TOO.test(text);
  return tasksToo ? 'tasks' : told;
}

/** The section that the time a title names puts its part in: a period behind, the past year, a period ahead. */
export function timeOf(text: string, year: number, above: SectionId): SectionId | undefined {
  const period = text.search(PERIOD_WORDS);
  if (isPast(text, year, above)) {
    const at = text.search(PAST_YEAR);
    return period >= 0 && (at < 0 || period < at) ? 'review_period' : 'review';
  }
  if (text.includes(`${year - 1}年`) && !namesYear(text, year)) return 'review';
  if (period < 0 || YEAR_OF_PLAN.test(text)) return undefined;
  if (namesEndedPlan(text, year)) return 'review_period';
  return AHEAD_WORDS.test(text) ? 'plan_period' : undefined;
}

function isPast(text: string, year: number, above: SectionId): boolean {
  if (PAST_WORDS.test(text)) return true;
  const turned = above === 'problems' || AHEAD.has(above) || namesYear(text, year);
  return SUCCESS.test(text) && (!turned || text.includes(`${year - 1}年`));
}

/** Titles of old reports are trusted only where they name the time they are about. */
export function oldTitleTells(text: string, year: number): SectionId {
  if (SELF_GOV_HEADING.test(text)) return 'self_gov';
  if (OLD_PAST.test(text) && !LOOKS_AHEAD.test(text)) {
    if (PERIOD_WORDS.test(text)) return 'review_period';
    if (!namesYear(text, year)) return 'review';
  }
  return namesYear(text, year) && matchRules(AHEAD_RULES, text) === 'tasks' ? 'tasks' : 'thematic';
}

/** The section that the first words below a title tell, where a plan may come next or not. */
export function timeOfOpening(text: string, year: number, planNext: boolean): SectionId | undefined {
  if (namesYear(text, year)) return 'tasks';
  if (text.includes(`${year - 1}年`) || /过去(?:的)?一年|去年/u.test(text)) return 'review';
  return PERIOD_WORDS.test(text) && planNext ? 'plan_period' : undefined;
}
