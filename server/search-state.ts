import { FACETS, type Facet, type Filters, SORTS, type Sort, type YearRange } from '../engine/engine.ts';
import { sectionId } from '../report/sections.ts';
import type { Catalogue } from './catalogue.ts';

export const LIMITS = {
  /** UTF-16 units of a query. */
  query: 4_000,
  page: 100,
  per: 100,
} as const;

const DEFAULTS = {
  mode: 'auto',
  sort: 'relevance',
  group: '',
  expand: '',
  page: 1,
  per: 20,
} as const satisfies Partial<Settings>;

/** Filters by their names in the address, which are the facets' names and `report`. */
export const FILTERS = [...FACETS, 'report'] as const;
export type FilterName = (typeof FILTERS)[number];

/** `exact` finds what was typed, `words` its words together, `any` one of them; `auto` the first that finds. */
const REQUESTED_MODES = ['auto', 'exact', 'words', 'any'] as const;
export type RequestedMode = (typeof REQUESTED_MODES)[number];

const GROUPS = ['', 'report'] as const;
type Group = (typeof GROUPS)[number];

const EXPANDS = ['', '1'] as const;
type Expand = (typeof EXPANDS)[number];

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

/** A parameter that can't be used, and why. */
export interface ParameterProblem {
  readonly parameter: 'year' | 'mode' | 'sort' | 'group' | 'expand' | 'page' | 'per';
  readonly message: string;
}

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
    this.mode = settings.mode ?? DEFAULTS.mode;
    this.sort = settings.sort ?? DEFAULTS.sort;
    this.group = settings.group ?? DEFAULTS.group;
    this.expand = settings.expand ?? DEFAULTS.expand;
    this.page = settings.page ?? DEFAULTS.page;
    this.per = settings.per ?? DEFAULTS.per;
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
      if (this[name] !== DEFAULTS[name]) parameters.set(name, String(this[name]));
    }
    const query = parameters.toString();
    return query === '' ? path : `${path}?${query}`;
  }
}

/**
 * Reads a state from an address. Parameters it doesn't know are ignored; of one that makes sense only
 * once the first counts.
 * @returns the state, with defaults in place of what can't be used, and all problems together.
 */
export function parseSearchState(
  parameters: URLSearchParams,
  catalogue: Catalogue,
): { state: SearchState; problems: readonly ParameterProblem[] } {
  const problems: ParameterProblem[] = [];
  const refuse = (parameter: ParameterProblem['parameter'], message: string) => {
    problems.push({ parameter, message });
    return undefined;
  };

  const wholeNumber = (name: 'page' | 'per') => {
    const text = parameters.get(name);
    if (text === null || text === '') return undefined;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (value >= 1 && value <= LIMITS[name]) return value;
    return refuse(name, `参数 ${name} 应为 1 到 ${LIMITS[name]} 的整数`);
  };
  const oneOf = <T extends string>(name: 'mode' | 'sort' | 'group' | 'expand', values: readonly T[]) => {
    const text = parameters.get(name);
    if (text === null || text === '') return undefined;
    const named = values.filter((value) => value !== '');
    return (
      named.find((value) => value === text) ??
      refuse(name, `参数 ${name} 应为 ${named.join('、')}${named.length > 1 ? ' 之一' : ''}`)
    );
  };
  const years = valuesOf(parameters, 'year').filter(
    (text) => parseYears(text) || refuse('year', '参数 year 应为年份（2024）或年份范围（2020..2025）'),
  );

  const settings = {
    q: parameters.get('q') ?? '',
    filters: {
      city: valuesOf(parameters, 'city', (value) => catalogue.cityCodes(value)),
      province: valuesOf(parameters, 'province', (value) => catalogue.provinceCodes(value)),
      year: years,
      section: valuesOf(parameters, 'section', (value) => [sectionId(value) ?? value]),
      kind: valuesOf(parameters, 'kind'),
      report: valuesOf(parameters, 'report'),
    },
    mode: oneOf('mode', REQUESTED_MODES),
    sort: oneOf('sort', SORTS),
    group: oneOf('group', GROUPS),
    expand: oneOf('expand', EXPANDS),
    page: wholeNumber('page'),
    per: wholeNumber('per'),
  };
  // Leaves out what is undefined, so that the defaults hold.
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  return { state: new SearchState(given), problems };
}

function emptyFilters(): Settings['filters'] {
  return { city: [], province: [], year: [], section: [], kind: [], report: [] };
}

/** The distinct values of a filter, empty ones left out; `codesOf` makes names codes. */
function valuesOf(
  parameters: URLSearchParams,
  name: FilterName,
  codesOf: (value: string) => readonly string[] = (value) => [value],
): string[] {
  const given = parameters.getAll(name).map((value) => value.trim());
  return [...new Set(given.filter((value) => value !== '').flatMap(codesOf))];
}

/** Years of an address (`2024`, `2020..2025`) as a range; undefined for anything else. */
export function parseYears(text: string): YearRange | undefined {
  const [, from, to = from] = text.match(/^(\d{4})(?:\.\.(\d{4}))?$/) ?? [];
  if (from === undefined || to === undefined || from > to) return undefined;
  return { from: Number(from), to: Number(to) };
}

/** Whether a year lies in a range; none does in what isn't one. */
export function isWithin(year: number, range: YearRange | undefined): boolean {
  return range !== undefined && range.from <= year && year <= range.to;
}
