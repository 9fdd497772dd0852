import { isFullName, liesIn, NATION, type Place, parentsOf, placesByName } from '../../report/places.ts';
import type { Evident } from './evident.ts';
import { plain } from './plain.ts';

/** What tells the place of a report. */
export interface PlaceClues {
  /** The lines above the text, those that tell most first: titles, meeting, speaker, issuer. */
  readonly lines: readonly string[];
  readonly text: string;
}

type Counts = ReadonlyMap<string, number>;

const NATIONAL_LINE = /国务院|中华人民共和国|全国人民代表大会|国家发展(?:和|与)改革委员会/u;
/** Who speaks or has the report given; reports of others are 受国务院表彰. */
const NATIONAL_TEXT =
  /(?:代表(?:中华人民共和国|中央人民政府)?(?:国务院|政务院|中央人民政府)(?=[，、向作就把对提在])|受(?:国务院|政务院|中央人民政府)的?委托)/u;
const GOVERNMENT = /(?:代表|受).{0,14}?(省|自治区|市|州|盟|地区|区|县|旗)(?:人民)?政府/u;
const LONGEST_NAME = 15;
/** How much of a text is searched for names of places, and for the government that speaks. */
const SEARCHED = 200_000;
const OPENING = 4000;

/** The place a report is about, and the words that tell; null where they don't. */
export function placeOfReport({ lines, text }: PlaceClues): Evident<Place> | null {
  const body = plain(text.slice(0, SEARCHED));
  const opening = body.slice(0, OPENING);
  const national = lines.find((line) => NATIONAL_LINE.test(plain(line)));
  if (national !== undefined) return { value: NATION, evidence: national };
  const counts = countNames(body);
  const named = firstNamedIn(lines, isOfficial, counts);
  if (named !== null) return named;
  const speaksForNation = NATIONAL_TEXT.exec(opening)?.[0];
  if (speaksForNation !== undefined) return { value: NATION, evidence: speaksForNation };
  const government = GOVERNMENT.exec(opening);
  return (
    firstNamedIn(government === null ? [] : [government[0]], isOfficial, counts) ??
    firstNamedIn(lines, standsAtEdge, counts) ??
    mostNamed(counts, government?.[1])
  );
}

/** How often each name of a place occurs in a text, the longest name at each point. */
function countNames(text: string): Counts {
  const counts = new Map<string, number>();
  for (const { name } of namesIn(text)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** 和县, 成县, 文县: after most characters only the end of 县委和县政府, 形成县域, 人文县城. */
const SHORTEST_COUNTY = /^.县$/u;
const NAME_MAY_FOLLOW = /^(?:[省市州区盟在表]|\P{Script=Han})?$/u;

interface NameFound {
  readonly name: string;
  /** What stands before it in the line. */
  readonly before: string;
}

function* namesIn(text: string): Generator<NameFound> {
  for (let i = 0; i < text.length; i += 1) {
    for (let length = Math.min(LONGEST_NAME, text.length - i); length >= 2; length -= 1) {
      const name = text.slice(i, i + length);
      if (placesByName(name).length === 0) continue;
      if (SHORTEST_COUNTY.test(name) && !NAME_MAY_FOLLOW.test(text.charAt(i - 1))) continue;
      yield { name, before: text.slice(Math.max(0, i - 2), i) };
      i += length - 1;
      break;
    }
  }
}

/** Whether a name is a place's full one: short ones (合作, 平安) are words of the language too. */
function isOfficial({ name }: NameFound): boolean {
  return isFullName(name);
}

/** Whether a short name stands where a title has its place: first, or after a year or 在. */
function standsAtEdge({ before }: NameFound): boolean {
  return before === '' || /[年在]$/u.test(before);
}

function firstNamedIn(
  lines: readonly string[],
  accepts: (found: NameFound) => boolean,
  counts: Counts,
): Evident<Place> | null {
  for (const line of lines) {
    const place = innermost(line, accepts, counts);
    if (place) return { value: place, evidence: line };
  }
  return null;
}

/** The innermost place that a line names: 綦江区 for 重庆市綦江区. */
function innermost(line: string, accepts: (found: NameFound) => boolean, counts: Counts): Place | null {
  let found: Place | null = null;
  for (const named of namesIn(plain(line).replace(/\s+/gu, ''))) {
    if (!accepts(named)) continue;
    const place = likeliest(placesByName(named.name), found, counts);
    if (found === null || liesIn(place, found)) found = place;
  }
  return found;
}

/** Of places of one name, the one inside a known place, else the one whose surroundings the text names most. */
function likeliest(same: readonly Place[], outer: Place | null, counts: Counts): Place {
  const inside = outer === null ? [] : same.filter((place) => liesIn(place, outer));
  const candidates = inside.length > 0 ? inside : same;
  const named = (place: Place) =>
    parentsOf(place).reduce((sum, parent) => sum + occurrences(parent, counts), 0);
  return candidates.reduce((best, place) =>
    place.level === best.level && named(place) > named(best) ? place : best,
  );
}

function occurrences(place: Place, counts: Counts): number {
  const full = counts.get(place.name) ?? 0;
  return place.shortName === place.name ? full : full + (counts.get(place.shortName) ?? 0);
}

/** What the places are called whose government is called so: 区 is neither 自治区 nor 地区. */
const CALLED: Readonly<Record<string, RegExp>> = {
  省: /省$/u,
  自治区: /自治区$/u,
  市: /市$/u,
  州: /自治州$/u,
  盟: /盟$/u,
  地区: /地区$/u,
  区: /(?<!自治|地|特别行政)区$/u,
  县: /县$/u,
  旗: /旗$/u,
};

/** The place a text names most, by its full name at least once, among those of the government that speaks. */
function mostNamed(counts: Counts, government: string | undefined): Evident<Place> | null {
  const called = CALLED[government ?? ''];
  let best: Place | null = null;
  for (const name of counts.keys()) {
    for (const place of placesByName(name)) {
      if (place === NATION || place.name !== name || called?.test(name) === false) continue;
      if (best === null || weight(place, counts) > weight(best, counts)) best = place;
    }
  }
  return best && { value: best, evidence: `“${best.shortName}”出现 ${occurrences(best, counts)} 次` };
}

/** An official name says more than a short one, which other words may contain. */
function weight(place: Place, counts: Counts): number {
  return occurrences(place, counts) + 2 * (counts.get(place.name) ?? 0);
}
