import type { Kind } from '../../report/kinds.ts';
import type { Evident } from './evident.ts';
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
const BEHIND = /((?:19|20)\d{2})年.{0,20}(?:工作)?(?:的)?(?:回顾|总结|完成情况|执行情况|工作情况)/u;
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
  const ahead = lastMatch(lines, AHEAD);
  if (ahead) return ahead;
  const behind = firstMatch(lines, BEHIND);
  if (behind) return { value: behind.value + 1, evidence: behind.evidence };
  if (kind !== '工作简报') return null;
  return lastMatch(lines, /((?:19|20)\d{2})年/u);
}

/** The year before the one of delivery, and the words that tell; null where nothing does. */
export function yearReviewed(clues: YearClues, delivered: number): Evident<number> | null {
  const heading = firstMatch(
    clues.lines.filter((line) => line.length <= LONGEST_HEADING),
    BEHIND,
  );
  if (heading && heading.value < delivered) return heading;
  const title = clues.titles.find((line) => yearsIn(line).includes(delivered - 1));
  if (title !== undefined) return { value: delivered - 1, evidence: title };
  const line = clues.lines.find((text) => yearsIn(text.slice(0, LONGEST_HEADING)).includes(delivered - 1));
  if (line !== undefined) return { value: delivered - 1, evidence: line.slice(0, LONGEST_HEADING) };
  const pastYear = clues.lines.find((text) =>
    /(?:过去|刚刚过去)的?一年|去年|一年来/u.test(text.slice(0, LONGEST_HEADING)),
  );
  return pastYear === undefined
    ? null
    : { value: delivered - 1, evidence: pastYear.slice(0, LONGEST_HEADING) };
}

/** The day of delivery, from the line that names the meeting. */
export function dateDelivered({ meetings }: YearClues): Evident<string> | null {
  for (const line of meetings) {
    const date = dateIn(line);
    if (date !== null) return { value: date, evidence: line };
  }
  return null;
}

function firstMatch(lines: readonly string[], pattern: RegExp): Evident<number> | null {
  for (const line of lines) {
    const match = pattern.exec(plainDates(line.slice(0, LONGEST_HEADING)));
    if (match) return { value: Number(match[1]), evidence: match[0] };
  }
  return null;
}

/** The match with the latest year. */
function lastMatch(lines: readonly string[], pattern: RegExp): Evident<number> | null {
  let latest: Evident<number> | null = null;
  for (const line of lines) {
    const match = firstMatch([line], pattern);
    if (match && (latest === null || match.value > latest.value)) latest = match;
  }
  return latest;
}
