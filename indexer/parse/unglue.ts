import { GLOSSARY_WORDS } from './glossary-heading.ts';
import { aroundBreak, type Line, type Outcome, type Repair } from './line.ts';
import { depthOf, type Numeral, type NumeralStyle, numeralOf } from './numerals.ts';

/** No paragraph of a report is as long as a line that has lost its breaks. */
const LONGEST_PARAGRAPH = 2000;
/** Numerals in rising order behind the ends of sentences, at the least, that tell it surely. */
const FEWEST_NUMERALS = 3;
/** How much of a text tells whether it opens with a numeral. */
const NUMERAL = 12;

/** Where a line might begin: behind the end of a sentence, or at a numeral behind a space. */
const START =
  /(?<=[。！？：…!?][”’」』）)》]{0,3})(?![。！？：…!?”’」』）)》])\s*|(?<!\s)\s+(?=[（(]?[一二三四五六七八九十]{1,3}[）)、])/gu;
const YEAR = '(?:19|20)\\d{2}\\s?年';
const TITLE_WORDS = '(?:回顾|成绩|成就|总结|情况|要求|目标|任务|安排|部署|考虑|思路|建议|打算|工作|建设)';
/** What can only be the first words of a paragraph. */
const PARAGRAPH_START = `(?:${YEAR}(?:是|，|全[国省市县区])|刚刚过去|过去一年，|一年来，|今年是|各位代表|[“"]?十.五[”"]?(?:时期)?是)`;
/** A part without a numeral: above the first that has one, or above a paragraph. */
const PART_TITLE = `(?:${YEAR}|过去.{1,2}年|今后.{1,2}年|[“"]十.五[”"]时期).{0,20}?${TITLE_WORDS}(?=\\s*(?:[（(]?一[）)、]|${PARAGRAPH_START})|\\s\\D)`;
/** How paragraphs begin that turn to something else. */
const OPENERS = [
  '各位代表[！，：]',
  '——',
  '(?:刚刚)?过去的?(?:一|五)年',
  '一年来，',
  '在此，?我谨?代表',
  '在?(?:看到|肯定|总结)?成绩的同时',
  '同时，?我们也?(?:清醒|深刻)',
  `${YEAR}(?:是|，?(?:全市|全省|全县|全区)?(?:经济社会发展|政府工作)的?)`,
  '今年(?:是|的?(?:总体|主要|经济社会|政府工作))',
  '(?:做好)?今年(?:政府)?工作的?总体要求',
  '(?:重点|着力)(?:做好|抓好)以下',
  '附[件录表]\\d{0,2}[：:]',
  GLOSSARY_WORDS,
  PART_TITLE,
];
const OPENER = new RegExp(`^(?:${OPENERS.join('|')})`, 'u');
const OPENER_LENGTH = 60;

/**
 * Parts a line that a copy has made of a whole report: below the title and the salutation, and, where
 * numerals rise behind the ends of sentences, at these and where paragraphs plainly begin.
 */
export function unglue(lines: readonly Line[]): Outcome<Line[]> {
  const repairs: Repair[] = [];
  const value = lines.flatMap((line) => {
    const pieces = line.text.length > LONGEST_PARAGRAPH ? piecesOf(line.text) : [line.text];
    for (const [i, piece] of pieces.slice(1).entries()) {
      const { broken, joined } = aroundBreak(pieces[i] as string, piece);
      repairs.push({ line: line.number, before: joined, after: broken, reason: '整篇连成一行，在段首分开' });
    }
    return pieces.map((text, i) => (i === 0 ? { ...line, text } : { ...line, text, indent: '', gap: 1 }));
  });
  return { value, repairs, dropped: [] };
}

function piecesOf(text: string): string[] {
  const ends = [...text.matchAll(START)].map((match) => ({
    at: match.index + match[0].length,
    spaced: match[0] !== '',
  }));
  const numerals = risingNumerals(
    text,
    ends.map(({ at }) => at),
  );
  if (numerals.size < FEWEST_NUMERALS) return TITLED.test(text) ? frontPieces(text) : [text];
  const spacesPart = partAtSpaces(ends.filter(({ spaced }) => spaced).length, ends.length);
  const starts = ends.filter(
    ({ at, spaced }) =>
      numerals.has(at) || (spaced && spacesPart) || OPENER.test(text.slice(at, at + OPENER_LENGTH)),
  );
  const bounds = [0, ...starts.map(({ at }) => at), text.length];
  return bounds
    .slice(1)
    .map((end, i) => text.slice(bounds[i], end).trim())
    .flatMap((piece, i) => (i === 0 ? frontPieces(piece) : [piece]))
    .flatMap((piece) => headingPieces(piece, spacesPart))
    .filter((piece) => piece !== '');
}

/** Where numerals stand that count on from the one before of their style, or start below another. */
function risingNumerals(text: string, starts: readonly number[]): Set<number> {
  const rising = new Set<number>();
  let last = new Map<NumeralStyle, number>();
  for (const at of [0, ...starts]) {
    const numeral = numeralOf(text.slice(at, at + NUMERAL));
    if (numeral === undefined || !countsOn(numeral, last)) continue;
    rising.add(at);
    const outer = [...last].filter(([style]) => depthOf(style) < depthOf(numeral.style));
    last = new Map(outer).set(numeral.style, numeral.value);
  }
  return rising;
}

function countsOn({ style, value }: Numeral, last: ReadonlyMap<NumeralStyle, number>): boolean {
  return value === 1 || value === (last.get(style) ?? 0) + 1;
}

/** Where a space follows some sentences and not most of them, it is what is left of a line break. */
const MOST = 0.6;

function partAtSpaces(spaced: number, all: number): boolean {
  return spaced >= FEWEST_NUMERALS && spaced < all * MOST;
}

/** How far into a text its title and the meeting reach. */
const LONGEST_FRONT = 300;
const SALUTATION = /(?:尊敬的)?(?:各位代表|同志们|各位委员)(?:、(?:各位)?.{2,6})?[：:！!，]/u;
/** Where one of those lines ends and the next begins. */
const FRONT_BREAK = new RegExp(
  [
    `(?<=报告(?:[（(][^（()）]{2,8}[）)])?)\\s*(?=[—－―─–（(-]|${YEAR}\\d)`,
    '(?<=(?:会议|大会)上[）)]?)\\s*(?![的，])',
    '(?<!\\p{Script=Han})\\s*(?=(?:信息|文章|稿件)?来源[：:])|(?=(?:发布|更新|(?<!发布|更新))(?:时间|日期)[：:])',
    '(?<=\\d{4}-\\d{1,2}-\\d{1,2}(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?)(?=\\s*\\p{Script=Han})',
  ].join('|'),
  'u',
);
/** A title and a salutation: nothing but a whole report opens so. */
const TITLED = new RegExp(`^[^。！？]{4,60}报告.{0,200}?${SALUTATION.source}`, 'u');
const FIRST_NUMERAL = /[一1]\s?[、.．]/u;
/** What stands between a salutation and the text. */
const AFTER_SALUTATION = /^(.{2,20}?[：:！!])\s*(?=\S)/u;

/** The title, the meeting, the speaker and the salutation above the text. */
function frontPieces(text: string): string[] {
  const top = text.slice(0, LONGEST_FRONT);
  const at = [SALUTATION, FIRST_NUMERAL].map((mark) => top.search(mark)).find((index) => index >= 0);
  if (at === undefined) return [text];
  const rest = text.slice(at);
  const greeting = SALUTATION.test(rest) ? AFTER_SALUTATION.exec(rest)?.[1] : undefined;
  const body = greeting === undefined ? [rest] : [greeting, rest.slice(greeting.length).trim()];
  return [...top.slice(0, at).split(FRONT_BREAK), ...body].map((piece) => piece.trim());
}

/** Where a heading ends: above the first of those below it, where a paragraph begins, … */
const HEADING_ENDS: readonly RegExp[] = [
  /^[^。；：！？]{4,50}?(?=[（(]\s?一\s?[）)])/u,
  new RegExp(`^[^。；：！？]{4,50}?(?=${PARAGRAPH_START})`, 'u'),
  new RegExp(
    `^[^。；：！？，]{2,30}?${TITLE_WORDS}(?=${YEAR}|过去|五年来|今年|今后|我们|做好|根据|按照|坚持|面对)`,
    'u',
  ),
];
/** … or at the last space before the first sentence ends, unless a figure stands beside it. */
const SPACE_END = new RegExp(`^[^。；：！？]{4,60}(?<![\\d\\s])(?=\\s+(?:[^\\d\\s]|${YEAR}))`, 'u');
const PART_TITLE_HERE = new RegExp(`^${PART_TITLE}`, 'u');

/** A heading and what is glued to it. */
function headingPieces(text: string, spacesPart: boolean): string[] {
  const start = numeralOf(text.slice(0, NUMERAL))?.text.length ?? 0;
  const ends = start === 0 ? [PART_TITLE_HERE] : spacesPart ? [...HEADING_ENDS, SPACE_END] : HEADING_ENDS;
  const rest = text.slice(start, start + LONGEST_FRONT);
  const heading = ends.map((end) => end.exec(rest)?.[0]).find((found) => found !== undefined);
  if (heading === undefined) return [text];
  const end = start + heading.length;
  return [text.slice(0, end), ...headingPieces(text.slice(end).trim(), spacesPart)];
}
