import type { z } from 'zod';
import { FACETS, type Facet, type Filters, type Sort } from '../engine/engine.ts';
import { sectionId } from '../report/sections.ts';
import { type Refusal, readParameters } from './api/read-parameters.ts';
import { DEFAULTS, SEARCH_PARAMETERS } from './api/search-parameters.ts';
import type { Catalogue } from './catalogue.ts';
import { isWithin, parseYears } from './years.ts';

/** Filters by their names in the address, which are the facets' names and `report`. */
export const FILTERS = [...FACETS, 'report'] as const;
export type FilterName = (typeof FILTERS)[number];

type SearchValues = z.output<typeof SEARCH_PARAMETERS>;

/** `exact` finds what was typed, `words` its words together, `any` one of them; `auto` the first that finds. */
export type RequestedMode = SearchValues['mode'];

type Group = '' | NonNullable<SearchValues['group']>;
type Expand = '' | NonNullable<SearchValues['expand']>;

const UNSET = { ...DEFAULTS, group: '', expand: '' } as const satisfies Partial<Settings>;

interface Settings {
  /** The query as typed. */
  readonly q: string;
  /** For each filter its values as they stand in the address, names made codes; years may be ranges. */
  readonly filters: Readonly<Record<FilterName, readonly string[]>>;
  /** How closely a paragraph must have what was typed. */
  readonly mode: RequestedMode;
  readonly sort: Sort;
  /** `report`: one hit of each report. */
  readonly group: Group;
  /** `1`: other names of what was typed are searched too. */
  readonly expand: Expand;
  readonly page: number;
  readonly per: number;
}

/** A parameter that can't be used, and why. The others take any text. */
export type ParameterProblem = Refusal<Exclude<keyof SearchValues, 'q' | Exclude<FilterName, 'year'>>>;

/**
 * What is searched, how, and which page of it: all of it stands in the address. Immutable; every link
 * on a page is another state's address.
 */
export class SearchState implements Settings {
  readonly q: string;
  readonly filters: Settings['filters'];
  readonly mode: RequestedMode;
  readonly sort: Sort;
  readonly group: Group;
  readonly expand: Expand;
  readonly page: number;
  readonly per: number;

  constructor(settings: Partial<Settings> = {}) {
    this.q = settings.q ?? '';
    this.filters = settings.filters ?? emptyFilters();
    this.mode = settings.mode ?? UNSET.mode;
    this.sort = settings.sort ?? UNSET.sort;
    this.group = settings.group ?? UNSET.group;
    this.expand = settings.expand ?? UNSET.expand;
    this.page = settings.page ?? UNSET.page;
    this.per = settings.per ?? UNSET.per;
  }

  /** A new query under the same filters, from the first page. */
  withQuery(q: string): SearchState {
    return new SearchState({ ...this, q, page: 1 });
  }

  withPage(page: number): SearchState {
    return new SearchState({ ...this, page });
  }

  withSort(sort: Sort): SearchState {
    return new SearchState({ ...this, sort, page: 1 });
  }

  withMode(mode: RequestedMode): SearchState {
    return new SearchState({ ...this, mode, page: 1 });
  }

  withGroup(group: Group): SearchState {
    return new SearchState({ ...this, group, page: 1 });
  }

  withExpand(expand: Expand): SearchState {
    return new SearchState({ ...this, expand, page: 1 });
  }

  /** The same hits in no order of their own and on no page. */
  listedPlainly(): SearchState {
    return new SearchState({ q: this.q, filters: this.filters, mode: this.mode, expand: this.expand });
  }

  /** One filter's values replaced, from the first page. */
  withFilter(name: FilterName, values: readonly string[]): SearchState {
    return new SearchState({ ...this, filters: { ...this.filters, [name]: values }, page: 1 });
  }

  without(name: FilterName, value: string): SearchState {
    return this.withFilter(
      name,
      this.filters[name].filter((other) => other !== value),
    );
  }

  withoutFilters(): SearchState {
    return new SearchState({ ...this, filters: emptyFilters(), page: 1 });
  }

  get hasFilters(): boolean {
    return FILTERS.some((name) => this.filters[name].length > 0);
  }

  /** Whether a facet's value is filtered by, a year also as part of a range. */
  isSelected(facet: Facet, value: string): boolean {
    if (facet !== 'year') return this.filters[facet].includes(value);
    return this.filters.year.some((text) => isWithin(Number(value), parseYears(text)));
  }

  /** The filters as engines take them. */
  get engineFilters(): Filters {
    return { ...this.filters, year: this.filters.year.flatMap((text) => parseYears(text) ?? []) };
  }

  /** The address of this state, without what is default. */
  url(path = '/search'): string {
    const parameters = new URLSearchParams();
    if (this.q !== '') parameters.set('q', this.q);
    for (const name of FILTERS) for (const value of this.filters[name]) parameters.append(name, value);
    for (const name of ['mode', 'sort', 'group', 'expand', 'page', 'per'] as const) {
      if (this[name] !== UNSET[name]) parameters.set(name, String(this[name]));
    }
    const query = parameters.toString();
    return query === '' ? path : `${path}?${query}`;
  }
}

/**
 * Reads a state from an address (see {@link readParameters}).
 * @returns the state, with defaults in place of what can't be used, and all problems together; and the values
 *   it is made from, some of which say nothing of what is searched.
 */
export function parseSearchState(
  parameters: URLSearchParams,
  catalogue: Catalogue,
): { state: SearchState; values: SearchValues; problems: readonly ParameterProblem[] } {
  const { values, problems } = readParameters(SEARCH_PARAMETERS, parameters);
  return { state: stateOf(values, catalogue), values, problems: problems as ParameterProblem[] };
}

/** The state that parameters describe, names made codes. */
export function stateOf(values: SearchValues, catalogue: Catalogue): SearchState {
  const { city, province, year, section, kind, report, ...settings } = values;
  const filters = {
    city: distinct(city.flatMap((name) => catalogue.cityCodes(name))),
    province: distinct(province.flatMap((name) => catalogue.provinceCodes(name))),
    year,
    section: distinct(section.map((name) => sectionId(name) ?? name)),
    kind,
    report,
  };
  return new SearchState({ ...settings, filters });
}

function emptyFilters(): Settings['filters'] {
  return { city: [], province: [], year: [], section: [], kind: [], report: [] };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
