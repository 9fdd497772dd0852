import { isEmpty } from '../../text/query.ts';
import type { Catalogue } from '../catalogue.ts';
import { sumOf } from '../counting/matrix.ts';
import { MEASURE_TEXTS, type Measure } from '../counting/measures.ts';
import type { ReportCount } from '../counting/report-counts.ts';
import type { countHits } from '../search.ts';
import type { SearchState } from '../search-state.ts';
import { type HiddenField, stateFields } from './facet-form.ts';
import { type FigureView, PAGE_WIDTHS } from './figure-view.ts';
import { type Chip, filterChips } from './filter-chips.ts';
import { type MatrixView, matrixView } from './matrix-view.ts';
import { measureChoices } from './measure-choices.ts';
import { formatCount, type Page, pageTitle, shorten } from './page.ts';
import { explanationOf, foundText } from './reading-view.ts';
import { barsByYear, spreadView } from './spread-view.ts';

interface MatrixPage extends Page {
  readonly q: string;
  readonly hidden: readonly HiddenField[];
  readonly heading: string;
  readonly total: string;
  readonly notes: readonly string[];
  readonly about: string;
  readonly chips: readonly Chip[];
  readonly results: string;
  readonly measures: ReturnType<typeof measureChoices>;
  readonly name: string;
  readonly matrix: MatrixView | null;
  readonly figures: readonly FigureView[];
  readonly spread: ReturnType<typeof spreadView>;
}

/** What a page of counts is made from. */
export interface MatrixPageInput {
  readonly state: SearchState;
  readonly reading: Awaited<ReturnType<typeof countHits>>;
  readonly counts: readonly ReportCount[];
  readonly measure: Measure;
  /** On the parameters of the address. */
  readonly notes: readonly string[];
  readonly catalogue: Catalogue;
}

/** Presents what a search finds by place and year. */
export function matrixPage({
  state,
  reading,
  counts,
  measure,
  notes,
  catalogue,
}: MatrixPageInput): MatrixPage {
  const found = isEmpty(reading.query) ? '全部段落' : foundText(reading);
  const { hits, occurrences, reports } = sumOf(counts);
  return {
    title: pageTitle(`${shorten(state.q.trim() || '全部段落', 40)}：各地各年`),
    styles: ['results', 'counts'],
    robots: 'noindex, nofollow',
    q: state.q,
    hidden: stateFields(state.withMode('auto').withExpand('')),
    heading: `${found} 在各地各年`,
    total: `${formatCount(counts.filter((count) => count.hits > 0).length)} 份报告（共 ${formatCount(reports)} 份）的 ${formatCount(hits)} 段里出现 ${formatCount(occurrences ?? 0)} 次`,
    notes: [...notes, explanationOf({ ...reading, state })].filter((note) => note !== ''),
    about: `${MEASURE_TEXTS[measure].name}：${MEASURE_TEXTS[measure].about}。每个数都通向那些段落；“—”是没有收录报告，0 是报告里没有。`,
    chips: filterChips(state, catalogue),
    results: state.url(),
    measures: measureChoices(state.url('/matrix'), measure),
    name: `各地各年的${MEASURE_TEXTS[measure].name}`,
    matrix: counts.length === 0 ? null : matrixView(counts, measure, state, catalogue),
    figures: barsByYear(counts, measure, state, PAGE_WIDTHS),
    spread: spreadView(counts, state),
  };
}
