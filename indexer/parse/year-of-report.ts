import type { Kind } from '../../report/kinds.ts';
import type { Evident } from './evident.ts';
import { plain } from './plain.ts';
import { dateIn, plainDates, yearsIn } from './years.ts';

/** The lines of a report that tell its year, and its text line by line. */
export interface YearClues {
  readonly kind: Kind;
  readonly titles: readonly string[];
  readonly meetings: readonly string[];
  readonly lines: readonly string[];
}

const AHEAD =
  /((?:19|20)\d{2})年.{0,12}(?:工作(?:的)?(?:总体)?(?:安排|部署|任务|打算|建议|要求|思路|重点)|重点工作|主要任务|主要工作|政府工作|发展(?:的)?(?:主要)?预期目标|是.{0,40}(?:关键|开局|收官|第一|重要|攻坚|之年|一年|周年))/u;
const BEHIND =
  /((?:19|20)\d{2})年(?:(?!(?:19|20)\d{2}年).){0,20}(?:工作)?(?:的)?(?:回顾|总结|完成情况|执行情况|工作情况)/u;
const LONGEST_HEADING = 60;

/** The year a report was delivered in, and the words that tell; null where they don't. */
export function yearDelivered(clues: YearClues): Evident<number> | null {
  return fromMeeting(clues) ?? fromTitle(clues) ?? fromText(clues);
}

function fromMeeting({ meetings }: YearClues): Evident<number> | null {
  for (const line of meetings) {
    const [year] = yearsIn(line);
    if (year !== undefined) return { value: year, evidence: line };
  }
  return null;
}

/** A plan report's title names the year behind and the year ahead; a briefing's the year it is about. */
function fromTitle({ titles, kind }: YearClues): Evident<number> | null {
  if (kind === '工作简报') return null;
  for (const title of titles) {
    const years = yearsIn(title);
    if (years.length > 0) return { value: Math.max(...years), evidence: title };
  }
  return null;
}

function fromText({ lines, kind }: YearClues): Evident<number> | null {
  return (
    aheadOrBehind(openingsOf(lines)) ??
    aheadOrBehind(sentencesOf(lines)) ??
    (kind === '工作简报' ? lastMatch(openingsOf(lines), /((?:19|20)\d{2})年/u) : null)
  );
}

function aheadOrBehind(lines: readonly string[]): Evident<number> | null {
  const ahead = lastMatch(lines, AHEAD);
  if (ahead) return ahead;
  const behind = firstMatch(lines, BEHIND);
  return behind && { value: behind.value + 1, evidence: behind.evidence };
}

/** How much of a text without lines of its own is asked for its year. */
const SEARCHED = 200_000;

/** The openings of the sentences, where a paragraph holds a whole report. */
function sentencesOf(lines: readonly string[]): string[] {
  return openingsOf(
    lines
      .join('\n')
      .slice(0, SEARCHED)
      .split(/[。！；\s]/u),
  );
}

/** From this month on a meeting closes the year it is held in rather than the one before. */
const END_OF_YEAR = 11;
/** Until this month a meeting closes the year before. */
const BEGINNING_OF_YEAR = 4;
/** Reports before this year don't follow the calendar of today's meetings. */
const MODERN = 2003;
const OWN_YEAR = /今年以来|(?:今年|即将过去的一年|一年来)[^。]{0,6}(?:工作)?(?:回顾|总结)|明年/u;

/**
 * The last year that a report looks back on, and the words that tell; null where nothing does. It is the
 * year before that of delivery, but the same one where a meeting is held at the end of the year.
 */
export function yearReviewed(clues: YearClues, delivered: number): Evident<number> | null {
  const own = ownYearReviewed(clues, delivered);
  if (own !== null) return own;
  const month = modernMonth(clues, delivered);
  const atItsDay = (value: number) => {
    const date = dateDelivered(clues);
    return date && { value, evidence: date.evidence };
  };
  return (
    firstMatch(openingsOf(clues.lines), BEHIND, (year) => year < delivered) ??
    (month !== null && month >= END_OF_YEAR ? atItsDay(delivered) : null) ??
    yearBefore(clues, delivered) ??
    (month !== null && month <= BEGINNING_OF_YEAR ? atItsDay(delivered - 1) : null)
  );
}

/** Where a meeting at the end of a year, or an unknown day of it, looks back on that year and ahead to the next. */
function ownYearReviewed(clues: YearClues, delivered: number): Evident<number> | null {
  const month = monthDelivered(clues);
  if (month !== null && month < END_OF_YEAR) return null;
  const lines = openingsOf(clues.lines);
  const behind = firstMatch(lines, BEHIND, (year) => year === delivered);
  const ahead = firstMatch(lines, AHEAD, (year) => year === delivered + 1);
  if (behind && ahead) return behind;
  if (month === null) return null;
  const evident = behind ?? ahead;
  if (evident) return { value: delivered, evidence: evident.evidence };
  const line = lines.find((text) => OWN_YEAR.test(plain(text)));
  return line === undefined ? null : { value: delivered, evidence: line };
}

/** The year before that of delivery where a title or a paragraph names it. */
function yearBefore({ titles, lines }: YearClues, delivered: number): Evident<number> | null {
  const names = (line: string) => yearsIn(line).includes(delivered - 1);
  const openings = openingsOf(lines);
  const evidence =
    titles.find(names) ??
    openings.find(names) ??
    openings.find((line) => /(?:过去|刚刚过去)的?一年|去年|一年来|过去的?五年|五年来/u.test(plain(line)));
  return evidence === undefined ? null : { value: delivered - 1, evidence };
}

/** The month of a meeting whose day tells what it looks back on. */
function modernMonth(clues: YearClues, delivered: number): number | null {
  return delivered < MODERN || clues.kind === '工作简报' ? null : monthDelivered(clues);
}

function monthDelivered({ meetings }: YearClues): number | null {
  for (const line of meetings) {
    const month = /(?<=\d年)\d{1,2}(?=月)/u.exec(plainDates(line))?.[0];
    if (month !== undefined) return Number(month);
  }
  return null;
}

/** The words lines begin with: what stands further on is about everything. */
function openingsOf(lines: readonly string[]): string[] {
  return lines.map((line) => line.slice(0, LONGEST_HEADING));
}

/** The day of delivery, from the line that names the meeting. */
export function dateDelivered({ meetings }: YearClues): Evident<string> | null {
  for (const line of meetings) {
    const date = dateIn(line);
    if (date !== null) return { value: date, evidence: line };
  }
  return null;
}

function firstMatch(
  lines: readonly string[],
  pattern: RegExp,
  accepts: (year: number) => boolean = () => true,
): Evident<number> | null {
  for (const line of lines) {
    const match = pattern.exec(plainDates(line));
    if (match && accepts(Number(match[1]))) return { value: Number(match[1]), evidence: match[0] };
  }
  return null;
}

/** The match with the latest year. */
function lastMatch(lines: readonly string[], pattern: RegExp): Evident<number> | null {
  let latest: Evident<number> | null = null;
  for (const line of lines) {
    const match = firstMatch([line], pattern, (year) => latest === null || year > latest.value);
    if (match) latest = match;
  }
  return latest;
}
