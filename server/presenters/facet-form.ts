import type { Facet, FacetCounts } from '../../engine/engine.ts';
import { provinceCode } from '../../report/summary.ts';
import type { Catalogue } from '../catalogue.ts';
import type { SearchState } from '../search-state.ts';
import { type FacetValue, facetValues } from './facets.ts';
import { groupBy } from './group-by.ts';
import { formatCount } from './page.ts';

export interface HiddenField {
  readonly name: string;
  readonly value: string;
}

/** One check box. */
interface FacetOption {
  readonly name: Facet;
  readonly value: string;
  readonly label: string;
  readonly count: string;
  readonly checked: boolean;
  readonly disabled: boolean;
}

/** The cities of one province. */
interface CityGroup {
  readonly label: string;
  readonly count: string;
  readonly open: boolean;
  readonly options: readonly FacetOption[];
}

/** The facets as a form: check boxes, and what has to go with them. */
export interface FacetForm {
  readonly hidden: readonly HiddenField[];
  readonly provinces: readonly CityGroup[];
  readonly groups: readonly { readonly legend: string; readonly options: readonly FacetOption[] }[];
  readonly selected: number;
}

/** Cities up to which all provinces are open. */
const FEW_CITIES = 24;

/**
 * Presents the facets of a search.
 * @param corpus the counts of the whole collection: its years, sections and kinds show even without a hit.
 */
export function facetForm(
  counts: FacetCounts,
  corpus: FacetCounts,
  state: SearchState,
  catalogue: Catalogue,
): FacetForm {
  const withZeros = { ...counts };
  for (const facet of ['year', 'section', 'kind'] as const) {
    const zeros = [...corpus[facet].keys()].map((value) => [value, 0] as const);
    withZeros[facet] = new Map([...zeros, ...counts[facet]]);
  }
  const values = facetValues(withZeros, state, catalogue);
  const group = (legend: string, facet: 'year' | 'section' | 'kind') => ({
    legend,
    options: values[facet].map((value) => option(facet, value, state)),
  });
  return {
    hidden: hiddenFields(state),
    provinces: provinces(values.city, state, catalogue),
    groups: [group('年份', 'year'), group('章节', 'section'), group('类型', 'kind')],
    selected: Object.values(state.filters).flat().length,
  };
}

/** What the check boxes don't say: query, order, and filters that have none. */
function hiddenFields(state: SearchState): HiddenField[] {
  const years = state.filters.year.filter(isRange);
  const { report, province } = state.filters;
  const filters = { report, province, year: years };
  return [...settingFields(state), ...filterFields(filters)];
}

/** The fields that keep a whole state but its query and page, for a form with a search box. */
export function stateFields(state: SearchState): HiddenField[] {
  const [, ...settings] = settingFields(state.q === '' ? state.withQuery(' ') : state);
  return [...settings, ...filterFields(state.filters)];
}

function settingFields(state: SearchState): HiddenField[] {
  const kept = new URLSearchParams(state.withoutFilters().url('').slice(1));
  kept.delete('page');
  return [...kept].map(([name, value]) => ({ name, value }));
}

function filterFields(filters: Readonly<Record<string, readonly string[]>>): HiddenField[] {
  return Object.entries(filters).flatMap(([name, values]) => values.map((value) => ({ name, value })));
}

function option(facet: Facet, { value, label, count }: FacetValue, state: SearchState): FacetOption {
  const inRange = facet === 'year' && state.isSelected(facet, value) && !state.filters.year.includes(value);
  const checked = state.isSelected(facet, value);
  return {
    name: facet,
    value,
    label,
    count: formatCount(count),
    checked,
    // A year of a chosen range can't be taken out of it alone: the range has its own chip.
    disabled: inRange || (count === 0 && !checked),
  };
}

function isRange(years: string): boolean {
  return years.includes('..');
}

/** Cities under their provinces, in the order of their codes. */
function provinces(cities: readonly FacetValue[], state: SearchState, catalogue: Catalogue): CityGroup[] {
  const byProvince = groupBy(cities, (city) => provinceCode(city.value) ?? '');
  return [...byProvince].map(([code, values]) => ({
    label: code === '' ? '国家' : catalogue.provinceName(code),
    count: formatCount(values.reduce((sum, { count }) => sum + count, 0)),
    open: cities.length <= FEW_CITIES || values.some(({ value }) => state.isSelected('city', value)),
    options: values.map((value) => option('city', value, state)),
  }));
}
