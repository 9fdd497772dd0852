import { plain } from './plain.ts';
import { plainYears } from './years.ts';

const LISTENER = '(?:主席团?|代表|委员|领导|来宾|同志|朋友)(?:们)?';
const SALUTATION = new RegExp(
  `^(?:尊敬的)?(?:各位)?${LISTENER}(?:[、，]\\s*(?:各位)?${LISTENER}){0,4}\\s*[：:！!，]?$`,
  'u',
);
const OPENING = /^(?:各位(?:代表|委员|领导)|同志们|代表们)(?:[、，].{0,12})?[：:！!，]/u;
/** Longest salutation. */
const LONGEST = 40;
const PRESENTS = /(?:代表|受).{2,30}(?:报告|汇报|审议|审查)/u;
/** How much of a paragraph tells that it presents the report. */
const PRESENTING_WORDS = 120;

/** Whether a line is nothing but how the speaker turns to the audience: 各位代表：. */
export function isSalutation(text: string): boolean {
  return text.length <= LONGEST && SALUTATION.test(plain(text));
}

/** Whether a line starts with a salutation, with or without text behind it. */
export function opensWithSalutation(text: string): boolean {
  return isSalutation(text) || OPENING.test(plain(text.slice(0, LONGEST)));
}

/** Whether a paragraph presents the report to those who hear it: 现在，我代表市人民政府，向大会报告工作. */
export function presentsReport(text: string): boolean {
  return PRESENTS.test(plainYears(text).slice(0, PRESENTING_WORDS));
}
