import type { Part, Passage } from './joins.ts';
import { numeralOf } from './numerals.ts';
import { endsSentence, isCutOff } from './sentence-end.ts';
import { isTable } from './tables.ts';

/** Lines that stand alone and open alike, each above its paragraphs: headings, whatever their length. */

/** How many lines that open alike make a series. */
const SERIES = 3;
/** How much of its lines a series has in common: 一年来, 这一年. */
const OPENING = 3;
const LONGEST_OF_SERIES = 90;

/** How the lines open that stand alone in a series, without a stop, each above its paragraphs. */
export function openingsOfSeries(parts: readonly Part[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const [i, part] of parts.entries()) {
    const next = parts[i + 1];
    if (!mayBeOfSeries(part) || next === undefined || isTable(next) || !endsSentence(next.text)) continue;
    const opening = part.text.slice(0, OPENING);
    counts.set(opening, (counts.get(opening) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= SERIES).map(([opening]) => opening));
}

function mayBeOfSeries(part: Part): part is Passage {
  if (isTable(part) || part.bullet || numeralOf(part.text) || part.text.length > LONGEST_OF_SERIES)
    return false;
  return (
    /^\p{Script=Han}{3}/u.test(part.text) && !/[。：；！？…!?:;]/u.test(part.text) && !isCutOff(part.text)
  );
}

/** Whether a line is one of a series. */
export function isOfSeries(part: Part, openings: ReadonlySet<string>): boolean {
  return mayBeOfSeries(part) && openings.has(part.text.slice(0, OPENING));
}
