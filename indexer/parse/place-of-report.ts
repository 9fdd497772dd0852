import { liesIn, NATION, type Place, parentsOf, placeByAdcode, placesByName } from '../../report/places.ts';
import type { Evident } from './evident.ts';
import {
  type Counts,
  countNames,
  innermost,
  isOfficial,
  likeliest,
  type Named,
  type NameFound,
  occurrences,
  standsAtEdge,
  unknownPlaceIn,
} from './names-of-places.ts';
import { plain } from './plain.ts';

/** What tells the place of a report. */
export interface PlaceClues {
  /** The lines above the text, those that tell most first: titles, meeting, speaker, issuer. */
  readonly lines: readonly string[];
  readonly text: string;
  /** Lines of the page around the text that tell whose page it is. */
  readonly page?: readonly string[];
}

/** What the words of a report say about its place. */
type Saying = Evident<Named>;

const NATIONAL_LINE =
  /国务院|中华人民共和国(?!.{2,4}特别行政区)|全国人民代表大会|国家发展(?:和|与)改革委员会/u;
/** Who speaks or has the report given; reports of others are 受国务院表彰. */
const NATIONAL_TEXT =
  /(?:代表(?:中华人民共和国|中央人民政府)?(?:国务院|政务院|中央人民政府)(?=[，、向作就把对提在])|受(?:国务院|政务院|中央人民政府)的?委托)/u;
const GOVERNMENT = /(?:代表|受).{0,14}?(省|自治区|市|州|盟|地区|区|县|旗)(?:人民)?政府/u;
/** How much of a text is searched for names of places, and for the government that speaks. */
const SEARCHED = 200_000;
const OPENING = 4000;

/** The place a report is about, and the words that tell; null where they don't. */
export function placeOfReport(clues: PlaceClues): Evident<Place> | null {
  const said = sayingOf(clues);
  return said !== null && 'place' in said.value ? { ...said, value: said.value.place } : null;
}

/** Why the words of a report don't tell its place, as a sentence; empty where they name none. */
export function whyNoPlace(clues: PlaceClues): string {
  const named = sayingOf(clues)?.value;
  if (named === undefined || 'place' in named) return '';
  if ('unknown' in named) return `行政区划表里没有“${named.unknown}”。`;
  const places = named.oneOf.map((place) => `${fullNameOf(place)}（${place.adcode}）`);
  return `“${named.oneOf[0]?.name}”不止一处：${places.join('、')}。`;
}

function fullNameOf(place: Place): string {
  return [place, ...parentsOf(place)]
    .toReversed()
    .map(({ name }) => name)
    .join('');
}

function sayingOf({ lines, text, page = [] }: PlaceClues): Saying | null {
  const body = plain(text.slice(0, SEARCHED));
  const opening = body.slice(0, OPENING);
  const national = lines.find((line) => NATIONAL_LINE.test(plain(line)));
  if (national !== undefined) return nation(national);
  const counts = countNames([body, ...lines.map(plain), ...page.map(plain)].join('\n'));
  const named = firstNamedIn(lines, isOfficial, counts);
  if (named !== null) return named;
  const speaksForNation = NATIONAL_TEXT.exec(opening)?.[0];
  if (speaksForNation !== undefined) return nation(speaksForNation);
  const government = GOVERNMENT.exec(opening);
  const called = CALLED[government?.[1] ?? ''];
  return (
    firstNamedIn(government === null ? [] : [government[0]], isOfficial, counts) ??
    firstNamedIn(lines, standsAtEdge, counts, called) ??
    firstUnknown(lines) ??
    ownerOfPage(page, called, counts) ??
    mostNamed(countNames(body), called)
  );
}

function nation(evidence: string): Saying {
  return { value: { place: NATION }, evidence };
}

function firstNamedIn(
  lines: readonly string[],
  accepts: (found: NameFound) => boolean,
  counts: Counts,
  called?: RegExp,
): Saying | null {
  for (const line of lines) {
    const value = innermost(line, accepts, counts, called);
    if (value !== null) return { value, evidence: line };
  }
  return null;
}

function firstUnknown(lines: readonly string[]): Saying | null {
  for (const line of lines) {
    const unknown = unknownPlaceIn(line);
    if (unknown !== null) return { value: { unknown }, evidence: line };
  }
  return null;
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

const OF_A_GOVERNMENT = /政府|发展(?:和|与)改革|办公[室厅]|政务/u;
const SITE_CODE = /网站标识码\s*[：:]?\s*(\d{6})\d{4}/u;

/** The government whose page a report stands on, if it is of the kind that speaks and there is only one. */
function ownerOfPage(page: readonly string[], called: RegExp | undefined, counts: Counts): Saying | null {
  let owner: { place: Place; evidence: string } | null = null;
  for (const line of page) {
    const place = ownerNamedIn(line, counts);
    if (place === null || called?.test(place.name) === false) continue;
    if (owner === null || liesIn(place, owner.place)) owner = { place, evidence: line };
    else if (place !== owner.place && !liesIn(owner.place, place)) return null;
  }
  return owner && { value: { place: owner.place }, evidence: owner.evidence };
}

function ownerNamedIn(line: string, counts: Counts): Place | null {
  const form = plain(line);
  const code = SITE_CODE.exec(form)?.[1];
  if (code !== undefined) return placeByAdcode(code) ?? null;
  const named = OF_A_GOVERNMENT.test(form) ? innermost(line, isOfficial, counts) : null;
  return named !== null && 'place' in named ? named.place : null;
}

/** How often a text must name a place that nothing else names; a single time is in passing. */
const IN_PASSING = 1;
/** How much more often than any other one the text names the place it is about. */
const BY_FAR = 1.5;

/** The place a text names most, by its full name at least once, among those of the government that speaks. */
function mostNamed(counts: Counts, called: RegExp | undefined): Saying | null {
  const places = [...counts.keys()]
    .flatMap((name) => placesByName(name).filter((place) => place.name === name))
    .filter((place) => place !== NATION && called?.test(place.name) !== false)
    .toSorted((a, b) => weight(b, counts) - weight(a, counts));
  const [best] = places;
  if (best === undefined || occurrences(best, counts) <= IN_PASSING) return null;
  const other = places.find(
    (place) => place.name !== best.name && !liesIn(best, place) && !liesIn(place, best),
  );
  if (other !== undefined && weight(best, counts) <= weight(other, counts) * BY_FAR) return null;
  const value = likeliest(placesByName(best.name), null, counts);
  return value && { value, evidence: `“${best.shortName}”出现 ${occurrences(best, counts)} 次` };
}

/** Whether a place was found by nothing but how often the text names it. */
export function restsOnMentions(evidence: string): boolean {
  return /^“.+”出现 \d+ 次$/u.test(evidence);
}

/** An official name says more than a short one, which other words may contain. */
function weight(place: Place, counts: Counts): number {
  return occurrences(place, counts) + 2 * (counts.get(place.name) ?? 0);
}
