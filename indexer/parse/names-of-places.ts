import { isFullName, liesIn, type Place, parentsOf, placesByName } from '../../report/places.ts';
import { plain } from './plain.ts';

/** Finding the names of places in a text, and telling places of one name apart. */

/** How often each name of a place occurs in a text. */
export type Counts = ReadonlyMap<string, number>;

export interface NameFound {
  readonly name: string;
  /** What stands before it in the text. */
  readonly before: string;
  /** Where it ends. */
  readonly end: number;
}

/** What a line says about a place: which one, or that it can't be told from others. */
export type Named =
  | { readonly place: Place }
  /** Places of one name that nothing tells apart. */
  | { readonly oneOf: readonly Place[] }
  /** A name that the table of places doesn't have. */
  | { readonly unknown: string };

const LONGEST_NAME = 15;
/** 和县, 成县, 文县: after most characters only the end of 县委和县政府, 形成县域, 人文县城. */
const SHORTEST_COUNTY = /^.县$/u;
const NAME_MAY_FOLLOW = /^(?:[省市州区盟在表]|\P{Script=Han})?$/u;

/** The names of places in a text, the longest at each point. */
function* namesIn(text: string): Generator<NameFound> {
  for (let i = 0; i < text.length; i += 1) {
    for (let length = Math.min(LONGEST_NAME, text.length - i); length >= 2; length -= 1) {
      const name = text.slice(i, i + length);
      if (placesByName(name).length === 0) continue;
      if (SHORTEST_COUNTY.test(name) && !NAME_MAY_FOLLOW.test(text.charAt(i - 1))) continue;
      yield { name, before: text.slice(Math.max(0, i - 2), i), end: i + length };
      i += length - 1;
      break;
    }
  }
}

export function countNames(text: string): Counts {
  const counts = new Map<string, number>();
  for (const { name } of namesIn(text)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** How often a text names a place, by its full name or its short one. */
export function occurrences(place: Place, counts: Counts): number {
  const full = counts.get(place.name) ?? 0;
  return place.shortName === place.name ? full : full + (counts.get(place.shortName) ?? 0);
}

/** Whether a name is a place's full one: short ones (合作, 平安) are words of the language too. */
export function isOfficial({ name }: NameFound): boolean {
  return isFullName(name);
}

/** Whether a short name stands where a title has its place: first, or after a year or 在. */
export function standsAtEdge({ before }: NameFound): boolean {
  return before === '' || /[年在]$/u.test(before);
}

const DIVISION = '(?:区|县|市|旗|生产建设兵团)';
const GOVERNED = '(?:管理委员会|管委会|人民政府|政府|人民代表大会|第.{1,4}届|(?:19|20)\\d{2}年|工作报告|$)';
/** What follows the name of a city where the line is about a part of it that the table doesn't have. */
const UNKNOWN_PART = new RegExp(`^(?![全本我各第人政])\\p{Script=Han}{0,10}?${DIVISION}(?=${GOVERNED})`, 'u');
const UNKNOWN_PLACE = new RegExp(
  `^(?:(?:19|20)\\d{2}年)?((?![全本我各]|自治|特别行政)\\p{Script=Han}{2,12}?${DIVISION})(?=${GOVERNED})`,
  'u',
);

/**
 * The innermost place that a line names: 綦江区 for 重庆市綦江区.
 * @param accepts which names count; one that follows right behind another counts with it.
 * @param counts what the report names: it tells places of one name apart.
 */
export function innermost(
  line: string,
  accepts: (found: NameFound) => boolean,
  counts: Counts,
  called?: RegExp,
): Named | null {
  const text = plain(line).replace(/\s+/gu, '');
  let named: Named | null = null;
  let name = '';
  let end = -1;
  for (const found of namesIn(text)) {
    if (!accepts(found) && found.end - found.name.length !== end) continue;
    const outer: Place | null = named !== null && 'place' in named ? named.place : null;
    const places = placesByName(found.name).filter(
      (place) => called?.test(place.name) !== false || isOfficial(found),
    );
    const inner = likeliest(places, outer, counts);
    if (inner === null || (outer !== null && !('place' in inner && liesIn(inner.place, outer)))) continue;
    named = inner;
    ({ name, end } = found);
  }
  if (named === null || !('place' in named)) return named;
  const part = UNKNOWN_PART.exec(text.slice(end))?.[0];
  return part === undefined ? named : { unknown: name + part };
}

/** The name of a place that a title starts with, if the table doesn't have it: 天府新区. */
export function unknownPlaceIn(title: string): string | null {
  return UNKNOWN_PLACE.exec(plain(title).replace(/\s+/gu, ''))?.[1] ?? null;
}

/** Of places of one name, the one inside a known place, else the one whose surroundings the text names most. */
export function likeliest(same: readonly Place[], outer: Place | null, counts: Counts): Named | null {
  const inside = outer === null ? [] : same.filter((place) => liesIn(place, outer));
  const candidates = inside.length > 0 ? inside : same;
  const highest = candidates.filter((place) => place.level === candidates[0]?.level);
  const named = (place: Place) =>
    parentsOf(place).reduce((sum, parent) => sum + occurrences(parent, counts), 0);
  const most = Math.max(...highest.map(named));
  const best = highest.filter((place) => named(place) === most);
  const [only] = best;
  if (only === undefined) return null;
  return best.length === 1 ? { place: only } : { oneOf: best };
}
