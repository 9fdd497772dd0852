import type { SearchState } from '../search-state.ts';

/** A list to choose the first or the last year of a range from. */
interface YearChoice {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
}

/** “From year to year”, in a form. */
export interface YearRangeFields {
  readonly from: YearChoice;
  readonly to: YearChoice;
}

const FROM = 'year_from';
const TO = 'year_to';
/** Years from which a range saves clicks. */
const ENOUGH_YEARS = 3;

/** The one range a state has; null for none or several. */
export function rangeOf(state: SearchState): string | null {
  const ranges = state.filters.year.filter(isRange);
  return ranges.length === 1 ? (ranges[0] ?? null) : null;
}

export function isRange(years: string): boolean {
  return years.includes('..');
}

/**
 * Presents the range of a state.
 * @param years of the whole collection, newest first.
 * @returns null where there are too few years.
 */
export function yearRangeFields(state: SearchState, years: readonly number[]): YearRangeFields | null {
  const [from = '', to = ''] = rangeOf(state)?.split('..') ?? [];
  if (years.length < ENOUGH_YEARS && from === '') return null;
  const listed = [...new Set([...years.map(String), from, to])].filter((year) => year !== '').sort();
  const choice = (name: string, label: string, unset: string, chosen: string, values: string[]) => ({
    name,
    label,
    options: [
      { value: '', label: unset, selected: chosen === '' },
      ...values.map((value) => ({ value, label: value, selected: value === chosen })),
    ],
  });
  return {
    from: choice(FROM, '从', '最早', from, listed),
    to: choice(TO, '到', '最新', to, [...listed].reverse()),
  };
}

/**
 * The parameters that mean the same as those a form sends, the range's two fields made one value of
 * `year`. A field left open reaches to the collection's first or last year.
 * @returns null where neither field was sent.
 */
export function withYearRange(parameters: URLSearchParams, years: readonly number[]): URLSearchParams | null {
  if (!parameters.has(FROM) && !parameters.has(TO)) return null;
  const given = [parameters.get(FROM)?.trim() ?? '', parameters.get(TO)?.trim() ?? ''] as const;
  const result = new URLSearchParams(parameters);
  result.delete(FROM);
  result.delete(TO);
  if (given.every((year) => year === '')) return result;
  const from = given[0] || String(Math.min(...years, Number(given[1]) || Infinity));
  const to = given[1] || String(Math.max(...years, Number(given[0]) || 0));
  const [first, last] = from <= to ? [from, to] : [to, from];
  result.append('year', first === last ? first : `${first}..${last}`);
  return result;
}
