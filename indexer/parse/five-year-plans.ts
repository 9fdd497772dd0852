/** The five-year plans that reports name by their number, and their years. */

const NUMBERS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const FIRST_YEAR = 2001;
const YEARS = 5;
const PLAN = /(?:[“"]|^|[^一二三四五六七八九十])十([一二三四五六七八九]?)五(?=[”"时期规计])/gu;

/** How the five-year plan that covers a year is called: 十五五 for 2026 to 2030; null before 2001 (十五). */
export function planCovering(year: number): string | null {
  const number = NUMBERS[Math.floor((year - FIRST_YEAR) / YEARS)];
  return number === undefined ? null : `十${number}五`;
}

/** Whether a text names a five-year plan, and none that hasn't ended before a year. */
export function namesEndedPlan(text: string, year: number): boolean {
  const lastYears = Array.from(
    text.matchAll(PLAN),
    ([, number = '']) => FIRST_YEAR + YEARS * (NUMBERS.indexOf(number) + 1) - 1,
  );
  return lastYears.length > 0 && Math.max(...lastYears) < year;
}
