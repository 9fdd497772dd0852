import { provinceCode } from '../../report/summary.ts';
import type { Catalogue } from '../catalogue.ts';
import { type Matrix, matrixOf, sumOf } from '../counting/matrix.ts';
import { type Measure, measured } from '../counting/measures.ts';
import type { ReportCount } from '../counting/report-counts.ts';
import type { SearchState } from '../search-state.ts';
import { type CellView, cellView, yearCells } from './cell-view.ts';

interface MatrixRowView {
  readonly name: string;
  /** Empty where there is nothing to see, as those of columns. */
  readonly href: string;
  readonly cells: readonly CellView[];
  readonly total: CellView;
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

/** What there is room for: the places with most hits, in the years that have most of these. */
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
  const withHits = matrix.rows.filter(({ total }) => total.hits > 0);
  const shown = room
    ? withHits.toSorted((a, b) => b.total.hits - a.total.hits).slice(0, room.rows)
    : matrix.rows;
  const years = yearCells(counts, measure, state).map((cell, i) => ({ ...cell, i }));
  const columns = (room ? mostTelling(years, shown, room.columns) : years).toReversed();
  const all = cellView(sumOf(counts), measure, '合计', state);
  const top = highest(matrix, measure);
  const rowOf = ({ adcode, cells, total }: Matrix['rows'][number]) => {
    const name = nameOf(adcode);
    const inside = narrowedTo(adcode);
    const sum = cellView(total, measure, name, inside);
    return {
      name,
      href: sum.href,
      cells: columns.map(({ year, i }) =>
        cellView(
          cells[i] ?? null,
          measure,
          `${name} ${year}年`,
          inside.withFilter('year', [String(year)]),
          top,
        ),
      ),
      total: sum,
    };
  };
  return {
    places: withHits.length,
    columns,
    rows: shown.map(rowOf),
    totals: { name: '合计', href: all.href, cells: columns, total: all },
  };
}

/** Of some years those in which rows have most hits, in order; of equal ones the newest. */
function mostTelling<Year extends { readonly i: number }>(
  years: readonly Year[],
  rows: Matrix['rows'],
  most: number,
): Year[] {
  const hitsOf = ({ i }: Year) => rows.reduce((sum, { cells }) => sum + (cells[i]?.hits ?? 0), 0);
  return years
    .filter((year) => hitsOf(year) > 0)
    .toSorted((a, b) => hitsOf(b) - hitsOf(a) || b.i - a.i)
    .slice(0, most)
    .toSorted((a, b) => a.i - b.i);
}

function highest({ rows }: Matrix, measure: Measure): number {
  const values = rows.flatMap(({ cells }) => cells).map((cell) => (cell && measured(cell, measure)) ?? 0);
  return Math.max(1e-9, ...values);
}
