import type { Catalogue } from '../catalogue.ts';
import type { Svg } from '../charts/svg.ts';
import { type YearBar, yearBars } from '../charts/year-bars.ts';
import { spreadOf } from '../counting/first-mention.ts';
import { sumOfYear } from '../counting/matrix.ts';
import { formatMeasure, MEASURE_TEXTS, type Measure, measured } from '../counting/measures.ts';
import type { ReportCount } from '../counting/report-counts.ts';
import type { SearchState } from '../search-state.ts';
import { reportUrl } from './addresses.ts';
import { type MatrixView, matrixView } from './matrix-view.ts';

/** Which report was the first. */
interface FirstMention {
  readonly title: string;
  readonly place: string;
  readonly href: string;
}

/** So many years are drawn, the newest; tables have all of them. */
export const MOST_YEARS = 24;

/** Draws counts by year; years between that have no report are shown as such. */
export function barsByYear(
  counts: readonly ReportCount[],
  measure: Measure,
  state: SearchState,
  width?: number,
): Svg | null {
  const years = counts.map(({ report }) => report.year);
  if (years.length === 0) return null;
  const last = Math.max(...years);
  const first = Math.max(Math.min(...years), last - MOST_YEARS + 1);
  const bars = Array.from({ length: last - first + 1 }, (_, i) => yearBar(first + i, counts, measure, state));
  return yearBars(bars, `各年${MEASURE_TEXTS[measure].name}`, width);
}

function yearBar(
  year: number,
  counts: readonly ReportCount[],
  measure: Measure,
  state: SearchState,
): YearBar {
  const sums = sumOfYear(counts, year);
  const value = sums && measured(sums, measure);
  const label = value === null ? '无报告' : formatMeasure(value, measure);
  const unit = value === null ? '' : ` ${MEASURE_TEXTS[measure].unit}`;
  return {
    year,
    value,
    label,
    title: `${year}年：${label}${unit}`,
    href: sums?.hits ? state.withFilter('year', [String(year)]).url() : null,
  };
}

/** Where and when, as it stands beside the results of a search. */
export interface SpreadAside {
  readonly bars: Svg;
  readonly first: FirstMention | null;
  /** The places with most hits, in the newest years. */
  readonly matrix: MatrixView;
  /** The page of all places and years. */
  readonly all: string;
  readonly trends: string;
}

/** What there is room for beside the results. */
const ROOM = { rows: 8, columns: 3 } as const;

/**
 * Presents where and when a search has its hits; null where it has none.
 * @param counts of each report, hits at least.
 */
export function spreadAside(
  counts: readonly ReportCount[],
  state: SearchState,
  catalogue: Catalogue,
): SpreadAside | null {
  const bars = barsByYear(counts, 'hits', state);
  if (!bars || counts.every(({ hits }) => hits === 0)) return null;
  const narrowed = state.withGroup('').withSort('relevance');
  return {
    bars,
    first: spreadView(counts, state).first,
    matrix: matrixView(counts, 'hits', narrowed, catalogue, ROOM),
    all: narrowed.url('/matrix'),
    trends: narrowed.url('/trends'),
  };
}

/** The report that used the words first, and how they have spread since. */
export function spreadView(counts: readonly ReportCount[], state: SearchState) {
  const { first, byYear } = spreadOf(counts);
  return {
    first: first && {
      title: first.title,
      place: `${first.year}年 ${first.city}`,
      href: reportUrl(first.id, { q: state.q, mode: '', expand: state.expand }),
    },
    byYear,
  };
}
