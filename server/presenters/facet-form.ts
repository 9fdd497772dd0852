import type { FacetCounts } from '../../engine/engine.ts';
import type { Catalogue } from '../catalogue.ts';
import type { SearchState } from '../search-state.ts';
import { type FacetOption, facetOption } from './facet-option.ts';
import { facetValues } from './facets.ts';
import { type PlaceFacet, placeFacet } from './place-facet.ts';
import { isRange, rangeOf, type YearRangeFields, yearRangeFields } from './year-range.ts';

export interface HiddenField {
  readonly name: string;
  readonly value: string;
}

/** The check boxes of one facet. */
interface FacetGroup {
  readonly legend: string;
  readonly options: readonly FacetOption[];
  /** Those that wait behind a “more”, and whether it is open. */
  readonly more: readonly FacetOption[];
  readonly open: boolean;
  readonly range: YearRangeFields | null;
}

/** The facets as a form: check boxes, and what has to go with them. */
export interface FacetForm {
  readonly hidden: readonly HiddenField[];
  readonly places: PlaceFacet;
  readonly groups: readonly FacetGroup[];
  readonly selected: number;
}

/** Years that are shown; older ones wait behind a “more”. */
const SHOWN_YEARS = 8;

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
  const options = (facet: 'year' | 'section' | 'kind') =>
    values[facet].map((value) => facetOption(facet, value, state));
  const years = foldedYears(options('year'));
  return {
    hidden: hiddenFields(state),
    places: placeFacet(values.city, values.province, state, catalogue),
    groups: [
      { legend: '年份', ...years, range: yearRangeFields(state, catalogue.years) },
      { legend: '章节', ...UNFOLDED, options: options('section') },
      { legend: '类型', ...UNFOLDED, options: options('kind') },
    ],
    selected: Object.values(state.filters).flat().length,
  };
}

const UNFOLDED = { more: [], open: false, range: null } as const;

/** Years newest first, a long list folded; one more than are shown is not worth a fold. */
function foldedYears(options: readonly FacetOption[]): Pick<FacetGroup, 'options' | 'more' | 'open'> {
  if (options.length <= SHOWN_YEARS + 1) return { options, more: [], open: false };
  const more = options.slice(SHOWN_YEARS);
  return { options: options.slice(0, SHOWN_YEARS), more, open: more.some(({ checked }) => checked) };
}

/** What the form's own fields don't say: query, order, and filters that have none. */
function hiddenFields(state: SearchState): HiddenField[] {
  const range = rangeOf(state);
  const year = state.filters.year.filter((text) => isRange(text) && text !== range);
  return [...settingFields(state), ...filterFields({ report: state.filters.report, year })];
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
