import { provinceByAbbreviation } from '../../report/place-abbreviations.ts';
import { pinyinOf } from '../../text/pinyin.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Named } from './lexicon.ts';

/** A place that has reports, and the filter that keeps only those. */
export interface KnownPlace extends Named {
  readonly filter: 'city' | 'province';
  readonly codes: readonly string[];
}

/**
 * The place of a name, if it has reports: official (资阳市), short (资阳), or the single character of a
 * province (川).
 */
export function placeNamed(name: string, catalogue: Catalogue): KnownPlace | undefined {
  const wanted = provinceByAbbreviation(name)?.adcode ?? name;
  const provinces = catalogue.provinceCodes(wanted).filter((code) => catalogue.provinces.includes(code));
  if (provinces.length > 0)
    return placeOf('province', provinces, catalogue.provinceName(provinces[0] as string));
  const cities = catalogue.cityCodes(wanted).filter((code) => catalogue.cities.includes(code));
  if (cities.length > 0) return placeOf('city', cities, catalogue.cityName(cities[0] as string));
  return undefined;
}

/** The shortest and the longest name of a place that a term may begin with. */
const NAME_LENGTHS = { from: 2, to: 8 } as const;

/** The place that a longer term begins with (资阳养老服务), and the rest of the term. */
export function placeBefore(
  term: string,
  catalogue: Catalogue,
): { readonly place: KnownPlace; readonly rest: string } | undefined {
  const characters = Array.from(term);
  const longest = Math.min(NAME_LENGTHS.to, characters.length - 2);
  for (let length = longest; length >= NAME_LENGTHS.from; length -= 1) {
    const place = placeNamed(characters.slice(0, length).join(''), catalogue);
    // 全国 begins many a term that isn't about the State Council's reports.
    if (place && place.text !== '全国') return { place, rest: characters.slice(length).join('') };
  }
  return undefined;
}

/** All places that have reports, provinces first. */
export function knownPlaces(catalogue: Catalogue): KnownPlace[] {
  const provinces = catalogue.provinces.map((code) =>
    placeOf('province', [code], catalogue.provinceName(code)),
  );
  const cities = catalogue.cities
    .filter((code) => !catalogue.provinces.includes(code))
    .map((code) => placeOf('city', [code], catalogue.cityName(code)));
  return [...provinces, ...cities];
}

function placeOf(filter: KnownPlace['filter'], codes: readonly string[], text: string): KnownPlace {
  return { filter, codes, text, pinyin: pinyinOf(text) };
}
