import type { Catalogue } from '../catalogue.ts';
import { yearBars } from '../charts/year-bars.ts';
import { spreadOf } from '../counting/first-mention.ts';
import { MEASURE_TEXTS, type Measure } from '../counting/measures.ts';
import type { ReportCount } from '../counting/report-counts.ts';
import type { SearchState } from '../search-state.ts';
import { reportUrl } from './addresses.ts';
import { yearCells } from './cell-view.ts';
import { type FigureView, figuresByYear } from './figure-view.ts';
import { type MatrixView, matrixView } from './matrix-view.ts';

/** Which report was the first. */
interface FirstMention {
  readonly title: string;
  readonly place: string;
  readonly href: string;
}

/** Draws counts by year, from the same numbers as tables have. */
export function barsByYear(
  counts: readonly ReportCount[],
  measure: Measure,
  state: SearchState,
  widths: Parameters<typeof figuresByYear>[1],
): FigureView[] {
  const cells = yearCells(counts, measure, state);
  if (cells.length === 0) return [];
  return figuresByYear(measure, widths, (width) =>
    yearBars(cells, `各年${MEASURE_TEXTS[measure].name}`, width),
  );
}

/** Where and when, as it stands beside the results of a search. */
export interface SpreadAside {
  readonly bars: readonly FigureView[];
  readonly first: FirstMention | null;
  /** The places with most hits, in the years that these have hits of. */
  readonly matrix: MatrixView;
  /** The page of all places and years. */
  readonly all: string;
  /** Null where the words were looked for more loosely than lines of trends are. */
  readonly trends: string | null;
}

/** What there is room for beside the results. */
const ROOM = { rows: 8, columns: 3 } as const;

/** Beside the results it is narrow; on pages too small for that it stands below them. */
const WIDTHS = { wide: 336, narrow: 240 } as const;

/**
 * Presents where and when a search has its hits; null where it has none.
 * @param counts of each report, hits at least.
 * @param isExact whether they are of what was typed, to the letter.
 */
export function spreadAside(
  counts: readonly ReportCount[],
  state: SearchState,
  catalogue: Catalogue,
  isExact: boolean,
): SpreadAside | null {
  if (counts.every(({ hits }) => hits === 0)) return null;
  const narrowed = state.withGroup('').withSort('relevance');
  return {
    bars: barsByYear(counts, 'hits', state, WIDTHS),
    first: spreadView(counts, state).first,
    matrix: matrixView(counts, 'hits', narrowed, catalogue, ROOM),
    all: narrowed.url('/matrix'),
    trends: isExact ? narrowed.url('/trends') : null,
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
