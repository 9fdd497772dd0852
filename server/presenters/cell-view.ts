import type { YearValue } from '../charts/year-value.ts';
import { type Counts, sumOfYear, yearsOf } from '../counting/matrix.ts';
import { formatMeasure, MEASURE_TEXTS, type Measure, measured } from '../counting/measures.ts';
import type { ReportCount } from '../counting/report-counts.ts';
import type { SearchState } from '../search-state.ts';

/** A number of a table, and where its paragraphs are. */
export interface CellView {
  /** Null where there is no report, which is something else than no mention. */
  readonly value: number | null;
  /** The number as readers see it; empty for none. */
  readonly text: string;
  /** The number in full, with what it counts. */
  readonly title: string;
  /** Empty where there is nothing to see. */
  readonly href: string;
  /** How dark it is: 0 for no mention, 1 to 5. */
  readonly level: number;
}

/** Shades of cells with mentions. */
const SHADES = 5;

/**
 * Presents a number.
 * @param name of what is counted: a place, a year.
 * @param state the search whose paragraphs these are.
 * @param top the highest of those it is seen beside; infinite where there are to be no shades.
 */
export function cellView(
  counts: Counts | null,
  measure: Measure,
  name: string,
  state: SearchState,
  top = Number.POSITIVE_INFINITY,
): CellView {
  const value = counts && measured(counts, measure);
  if (value === null) return { value, text: '', title: `${name}：没有报告`, href: '', level: 0 };
  const text = formatMeasure(value, measure);
  return {
    value,
    text,
    title: `${name}：${text} ${MEASURE_TEXTS[measure].unit}`,
    href: counts?.hits ? state.url() : '',
    level: Math.ceil((value / top) * SHADES),
  };
}

/**
 * Presents the numbers of all years with a report, earliest first: those that tables have, and that charts draw.
 * @param state the search that is counted.
 * @param term what to name before the year, where there are several.
 */
export function yearCells(
  counts: readonly ReportCount[],
  measure: Measure,
  state: SearchState,
  term = '',
): (CellView & YearValue)[] {
  return yearsOf(counts).map((year) => ({
    year,
    ...cellView(
      sumOfYear(counts, year),
      measure,
      `${term} ${year}年`.trim(),
      state.withFilter('year', [String(year)]),
    ),
  }));
}
