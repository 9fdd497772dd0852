/** White space that typesetting, PDF export or justified text left inside running text. */

const CJK = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’—…·';
const SPACE_BESIDE_CJK = new RegExp(`(?<=[${CJK}]) | (?=[${CJK}])`, 'gu');
const SPACED_DIGITS = /(?<![\d.])\d(?: \d(?!\d))+/gu;
const SPACED_HAN = /(?<!\p{Script=Han})\p{Script=Han}(?: \p{Script=Han}(?!\p{Script=Han})){2,}/gu;
const LIST_NUMBER = /^\d{1,2} (?=\p{Script=Han})/u;
const RUN_OF_SPACES = /\s+/gu;

/** Running text as a reader sees it: no space beside a Chinese character or mark, no spaced-out digits. */
export function tightenText(text: string): string {
  return closeNumbers(text.replace(RUN_OF_SPACES, ' '))
    .replace(SPACE_BESIDE_CJK, (space, at, whole) => (isClauseSpace(whole, at) ? space : ''))
    .trim();
}

const QUOTED_CLAUSE_BEFORE = /“[^“”]*\p{Script=Han}{2}$/u;
const QUOTED_CLAUSE_AFTER = /^\p{Script=Han}{2}[^“”]*”/u;
/** Longest clause of a quoted slogan. */
const LONGEST_CLAUSE = 16;

/** Whether a space parts the clauses of a quoted slogan: “鹭引五洲 才聚八闽”. */
function isClauseSpace(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_CLAUSE), at);
  return (
    QUOTED_CLAUSE_BEFORE.test(before) && QUOTED_CLAUSE_AFTER.test(text.slice(at + 1, at + LONGEST_CLAUSE))
  );
}

/** An item of a list as a reader sees it: running text, but `1 坚持…` keeps the space after its number. */
export function tightenItem(text: string): string {
  const number = LIST_NUMBER.exec(text)?.[0] ?? '';
  return number + tightenText(text.slice(number.length));
}

const SPACE_BESIDE_DIGIT = /(?<=\d) (?=\p{Script=Han})|(?<=(?![分章篇])\p{Script=Han}) (?=\d)/gu;
const NUMERAL_SPACE = /^(.{0,5}[）)、.．]) /u;

/** A heading as a reader sees it: the space between two clauses stays, spaced-out letters close up. */
export function tightenHeading(text: string): string {
  return closeNumbers(text.replace(RUN_OF_SPACES, ' '))
    .replace(SPACED_HAN, (spaced) => spaced.replaceAll(' ', ''))
    .replace(SPACE_BESIDE_DIGIT, '')
    .replace(NUMERAL_SPACE, '$1')
    .trim();
}

const SPACE_IN_NUMERAL =
  /^([（(]) ?([一二三四五六七八九十\d０-９]{1,3}) ?(?=[）)])|^([一二三四五六七八九十]{1,3}|[\d０-９]{1,2}) (?=[、.．])/u;

/** `1 9 9 7` → `1997`, `（ 一 ）` → `（一）`, `1 .` → `1.`. */
function closeNumbers(text: string): string {
  return text
    .replace(SPACED_DIGITS, (spaced) => spaced.replaceAll(' ', ''))
    .replace(SPACE_IN_NUMERAL, (numeral) => numeral.replaceAll(' ', ''));
}
