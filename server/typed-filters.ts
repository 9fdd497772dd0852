import type { Filters, YearRange } from '../engine/engine.ts';
import { KINDS } from '../report/kinds.ts';
import { SECTIONS, sectionId } from '../report/sections.ts';
import type { TypedFilter } from '../text/query-pieces.ts';
import type { FilterField } from '../text/query-words.ts';
import type { Catalogue } from './catalogue.ts';
import { groupBy } from './group-by.ts';
import { readQuery } from './read-query.ts';
import type { SearchState } from './search-state.ts';
import { isWithin, parseYears } from './years.ts';

/** Values that no report has. */
const NOBODYS = '-';
const NOBODYS_YEAR = '0000';

/**
 * Filters as they hold once those typed among the words are added: values of one filter are
 * alternatives, wherever they come from; what is excluded is taken away.
 * @returns the filters, and notes for the reader on values that no report has.
 */
export function typedFilters(
  typed: readonly TypedFilter[],
  given: Filters,
  catalogue: Catalogue,
): { filters: Filters; notes: string[] } {
  const notes: string[] = [];
  let filters = given;
  for (const filter of [...typed].sort((a, b) => Number(a.excluded) - Number(b.excluded))) {
    const codes = filter.values.flatMap((value) => codesOf(filter.field, value, catalogue, notes));
    filters = filter.excluded
      ? exclude(filters, filter.field, codes, catalogue)
      : include(filters, filter.field, codes);
  }
  return { filters, notes };
}

/**
 * The state with the filters that were typed among its words, and aren't exclusions, made filters of its own,
 * as alternatives to those it has.
 * @throws HttpProblem `query_too_long`.
 */
export function withTypedFilters(state: SearchState, catalogue: Catalogue): SearchState {
  return withTypedTakenOut(state, catalogue, (given, typed) => [...new Set([...given, ...typed])]);
}

/**
 * The state narrowed by the filters that were typed among its words and aren't exclusions: those it has must
 * hold, too.
 * @throws HttpProblem `query_too_long`.
 */
export function narrowedByTypedFilters(state: SearchState, catalogue: Catalogue): SearchState {
  return withTypedTakenOut(state, catalogue, (given, typed, field) => {
    if (given.length === 0) return typed;
    const both =
      field === 'year' ? yearsInBoth(given, typed, catalogue) : given.filter((code) => typed.includes(code));
    return both.length > 0 ? both : [field === 'year' ? NOBODYS_YEAR : NOBODYS];
  });
}

/** @param joined what becomes of a filter's values and those typed for it, which are alternatives. */
function withTypedTakenOut(
  state: SearchState,
  catalogue: Catalogue,
  joined: (given: readonly string[], typed: readonly string[], field: FilterField) => readonly string[],
): SearchState {
  const included = readQuery(state.q).filters.filter(({ excluded }) => !excluded);
  // The page that was asked for is one of this very search.
  if (included.length === 0) return state;
  // From the end, so that what stands before stays where it was.
  const fromEnd = included.toReversed();
  let next = state.withQuery(fromEnd.reduce((q, { typed }) => withoutPart(q, typed), state.q));
  for (const [field, filters] of groupBy(fromEnd, ({ field }) => field)) {
    const typed = filters
      .flatMap(({ values }) => values)
      .flatMap((value) => codesOf(field, value, catalogue, []));
    next = next.withFilter(field, joined(next.filters[field], typed, field));
  }
  return next;
}

/** A query's text without one of its parts. */
export function withoutPart(text: string, [start, end]: readonly [start: number, end: number]): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();
}

function codesOf(
  field: FilterField,
  value: string,
  catalogue: Catalogue,
  notes: string[],
): readonly string[] {
  const codes = knownCodes(field, value, catalogue);
  if (codes.length === 0) notes.push(UNKNOWN[field](value));
  return codes.length > 0 ? codes : [value];
}

const UNKNOWN: Readonly<Record<FilterField, (value: string) => string>> = {
  city: (value) => `没有收录“${value}”的报告。`,
  province: (value) => `没有收录“${value}”的报告。`,
  year: (value) => `没有收录 ${value} 年的报告。`,
  section: (value) => `没有叫“${value}”的章节，章节有：${SECTIONS.map(({ label }) => label).join('、')}。`,
  kind: (value) => `没有叫“${value}”的报告类型，类型有：${KINDS.join('、')}。`,
};

function knownCodes(field: FilterField, value: string, catalogue: Catalogue): readonly string[] {
  switch (field) {
    case 'city':
      return catalogue.cityCodes(value).filter((code) => catalogue.cities.includes(code));
    case 'province':
      return catalogue.provinceCodes(value).filter((code) => catalogue.provinces.includes(code));
    case 'section':
      return [sectionId(value) ?? []].flat();
    case 'kind':
      return KINDS.filter((kind) => kind === value);
    case 'year':
      return catalogue.years.some((year) => isWithin(year, parseYears(value))) ? [value] : [];
  }
}

function include(filters: Filters, field: FilterField, codes: readonly string[]): Filters {
  if (field === 'year')
    return { ...filters, year: [...filters.year, ...codes.flatMap((code) => parseYears(code) ?? [])] };
  return { ...filters, [field]: [...filters[field], ...codes] };
}

function exclude(
  filters: Filters,
  field: FilterField,
  codes: readonly string[],
  catalogue: Catalogue,
): Filters {
  if (field === 'year') return { ...filters, year: yearsBut(filters.year, codes, catalogue) };
  const all = filters[field].length > 0 ? filters[field] : everyValue(field, catalogue);
  const left = all.filter((code) => !codes.includes(code));
  return { ...filters, [field]: left.length > 0 ? left : [NOBODYS] };
}

function yearsBut(given: readonly YearRange[], codes: readonly string[], catalogue: Catalogue): YearRange[] {
  const out = codes.map(parseYears);
  const left = catalogue.years.filter(
    (year) =>
      (given.length === 0 || given.some((range) => isWithin(year, range))) &&
      !out.some((range) => isWithin(year, range)),
  );
  return left.length > 0 ? left.map((year) => ({ from: year, to: year })) : [{ from: 0, to: 0 }];
}

function yearsInBoth(a: readonly string[], b: readonly string[], { years }: Catalogue): string[] {
  const isIn = (year: number, texts: readonly string[]) =>
    texts.some((text) => isWithin(year, parseYears(text)));
  return years.filter((year) => isIn(year, a) && isIn(year, b)).map(String);
}

function everyValue(field: Exclude<FilterField, 'year'>, catalogue: Catalogue): readonly string[] {
  switch (field) {
    case 'city':
      return catalogue.cities;
    case 'province':
      return catalogue.provinces;
    case 'section':
      return SECTIONS.map(({ id }) => id);
    case 'kind':
      return KINDS;
  }
}
