import { provinceCode } from '../../report/summary.ts';
import type { Catalogue } from '../catalogue.ts';
import { groupBy } from '../group-by.ts';
import type { SearchState } from '../search-state.ts';
import { type FacetOption, facetOption } from './facet-option.ts';
import type { FacetValue } from './facets.ts';

/** A province and its cities. */
interface ProvinceView {
  /** The province as a whole. */
  readonly option: FacetOption;
  readonly cities: readonly FacetOption[];
  readonly open: boolean;
}

/** The places of a search: the nation, provinces, under each its cities. */
export interface PlaceFacet {
  readonly any: boolean;
  /** Whether there are so many that one should be able to search among them. */
  readonly searchable: boolean;
  readonly nation: readonly FacetOption[];
  readonly provinces: readonly ProvinceView[];
  /** Provinces that wait behind a “more”. */
  readonly more: readonly ProvinceView[];
}

/** Cities up to which all provinces are open, and provinces up to which all are shown. */
const FEW_CITIES = 24;
/** Cities up to which a look at the list is quicker than typing. */
const LISTED_AT_A_GLANCE = 12;
const FEW_PROVINCES = 12;
/** Provinces shown where there are more: those with the most hits. */
const SHOWN_PROVINCES = 8;

/** Presents cities under their provinces, in the order of their codes. */
export function placeFacet(
  cities: readonly FacetValue[],
  provinces: readonly FacetValue[],
  state: SearchState,
  catalogue: Catalogue,
): PlaceFacet {
  const byProvince = groupBy(cities, (city) => provinceCode(city.value) ?? '');
  const nation = byProvince.get('') ?? [];
  byProvince.delete('');
  const codes = [...new Set([...byProvince.keys(), ...provinces.map(({ value }) => value)])].sort();
  const shown = shownProvinces(codes, byProvince, state);
  const searchable = cities.length > LISTED_AT_A_GLANCE;
  const views = codes.map((code) => {
    const label = catalogue.provinceName(code);
    const value = provinces.find((province) => province.value === code) ?? { value: code, label, count: 0 };
    return {
      code,
      view: provinceView(value, byProvince.get(code) ?? [], state, cities.length <= FEW_CITIES),
    };
  });
  return {
    any: nation.length > 0 || views.length > 0,
    searchable,
    nation: nation.map((value) => facetOption('city', value, state)),
    provinces: views.filter(({ code }) => shown.has(code)).map(({ view }) => view),
    more: views.filter(({ code }) => !shown.has(code)).map(({ view }) => view),
  };
}

/** The codes of the provinces that don't wait behind a “more”; a chosen one never does. */
function shownProvinces(
  codes: readonly string[],
  byProvince: ReadonlyMap<string, readonly FacetValue[]>,
  state: SearchState,
): ReadonlySet<string> {
  if (codes.length <= FEW_PROVINCES) return new Set(codes);
  const hits = (code: string) => (byProvince.get(code) ?? []).reduce((sum, { count }) => sum + count, 0);
  const most = [...codes].sort((a, b) => hits(b) - hits(a)).slice(0, SHOWN_PROVINCES);
  const chosen = state.filters.city.map((city) => provinceCode(city) ?? '');
  return new Set([...most, ...chosen, ...state.filters.province]);
}

function provinceView(
  province: FacetValue,
  cities: readonly FacetValue[],
  state: SearchState,
  fewCities: boolean,
): ProvinceView {
  const isChosen = (city: FacetValue) => state.isSelected('city', city.value);
  // A municipality without districts here would only repeat itself.
  const [only] = cities;
  const itself = cities.length === 1 && only?.value === province.value && !isChosen(only);
  return {
    option: facetOption('province', province, state),
    cities: itself ? [] : cities.map((city) => cityOption(city, province, state)),
    open: fewCities || cities.some(isChosen),
  };
}

/** A province's own reports stand among those of its cities. */
function cityOption(city: FacetValue, province: FacetValue, state: SearchState): FacetOption {
  const label = city.value === province.value ? `${city.label}本级` : city.label;
  return facetOption('city', { ...city, label }, state);
}
