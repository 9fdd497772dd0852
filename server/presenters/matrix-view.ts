import { provinceCode } from '../../report/summary.ts';
import type { Catalogue } from '../catalogue.ts';
import { type Counts, type Matrix, matrixOf, sumOf, sumOfYear } from '../counting/matrix.ts';
import { formatMeasure, MEASURE_TEXTS, type Measure, measured } from '../counting/measures.ts';
import type { ReportCount } from '../counting/report-counts.ts';
import type { SearchState } from '../search-state.ts';

/** A number of the matrix, and where its paragraphs are. */
export interface MatrixCellView {
  /** Empty where there is no report, which is something else than no mention. */
  readonly text: string;
  /** The number in full, with what it counts. */
  readonly title: string;
  /** Empty where there is nothing to see. */
  readonly href: string;
  /** How dark it is: 0 for no mention, 1 to 5. */
  readonly level: number;
}

interface MatrixRowView {
  readonly name: string;
  /** Empty where there is nothing to see, as those of columns. */
  readonly href: string;
  readonly cells: readonly MatrixCellView[];
  readonly total: MatrixCellView;
}

/** Places by years, newest first, as a table. */
export interface MatrixView {
  /** Of how many places there are hits, whether all are shown or not. */
  readonly places: number;
  readonly columns: readonly { readonly year: number; readonly href: string }[];
  readonly rows: readonly MatrixRowView[];
  /** The sums of the columns, and of everything. */
  readonly totals: MatrixRowView;
}

/** Places up to which each has a row of its own; else provinces have. */
const FEW_PLACES = 60;

/** Shades of cells with mentions. */
const SHADES = 5;

/** What there is room for: the places with most hits, in the newest years. */
interface Room {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Presents counts by place and year; by province where there are many places.
 * @param state the search that is counted: every number leads to it, narrowed.
 * @param room where not all can be shown; what isn't is not made.
 */
export function matrixView(
  counts: readonly ReportCount[],
  measure: Measure,
  state: SearchState,
  catalogue: Catalogue,
  room?: Room,
): MatrixView {
  const byPlace = matrixOf(counts);
  const isFew = byPlace.rows.length <= FEW_PLACES;
  const matrix = isFew ? byPlace : matrixOf(counts, (adcode) => provinceCode(adcode) ?? adcode);
  const nameOf = (adcode: string) => (isFew ? catalogue.cityName(adcode) : catalogue.provinceName(adcode));
  const narrowedTo = (adcode: string) =>
    isFew || provinceCode(adcode) === null
      ? state.withFilter('city', [adcode])
      : state.withFilter('province', [adcode]);
  const years = matrix.years.toReversed().slice(0, room?.columns);
  const withHits = matrix.rows.filter(({ total }) => total.hits > 0);
  const shown = room
    ? withHits.toSorted((a, b) => b.total.hits - a.total.hits).slice(0, room.rows)
    : matrix.rows;
  const top = highest(matrix, measure);
  const rowOf = (name: string, narrowed: SearchState, cells: readonly (Counts | null)[], all: Counts) => ({
    name,
    href: all.hits > 0 ? narrowed.url() : '',
    cells: years.map((year, i) => {
      const cell = cells.at(-1 - i) ?? null;
      return cellView(cell, measure, top, `${name} ${year}年`, narrowed.withFilter('year', [String(year)]));
    }),
    total: cellView(all, measure, Number.POSITIVE_INFINITY, name, narrowed),
  });
  return {
    places: withHits.length,
    columns: years.map((year) => ({
      year,
      href: sumOfYear(counts, year)?.hits ? state.withFilter('year', [String(year)]).url() : '',
    })),
    rows: shown.map(({ adcode, cells, total }) => rowOf(nameOf(adcode), narrowedTo(adcode), cells, total)),
    totals: rowOf(
      '合计',
      state,
      matrix.years.map((year) => sumOf(counts.filter(({ report }) => report.year === year))),
      sumOf(counts),
    ),
  };
}

function highest({ rows }: Matrix, measure: Measure): number {
  const values = rows.flatMap(({ cells }) => cells).map((cell) => (cell && measured(cell, measure)) ?? 0);
  return Math.max(1e-9, ...values);
}

/**
 * Presents a number.
 * @param top the highest of those it is seen beside; infinite where there are to be no shades.
 */
export function cellView(
  counts: Counts | null,
  measure: Measure,
  top: number,
  name: string,
  state: SearchState,
): MatrixCellView {
  const value = counts && measured(counts, measure);
  if (value === null) return { text: '', title: `${name}：没有报告`, href: '', level: 0 };
  const text = formatMeasure(value, measure);
  return {
    text,
    title: `${name}：${text} ${MEASURE_TEXTS[measure].unit}`,
    href: counts?.hits ? state.url() : '',
    level: Math.ceil((value / top) * SHADES),
  };
}
