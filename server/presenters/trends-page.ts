import type { Catalogue } from '../catalogue.ts';
import { SHAPES, yearLines } from '../charts/year-lines.ts';
import { matrixOf, sumOf } from '../counting/matrix.ts';
import { formatMeasure, MEASURE_TEXTS, type Measure, measured } from '../counting/measures.ts';
import { LONGEST_TREND, MOST_TRENDS } from '../counting/trend-terms.ts';
import type { Trend } from '../counting/trends.ts';
import type { SearchState } from '../search-state.ts';
import { type CellView, cellView, yearCells } from './cell-view.ts';
import { type HiddenField, stateFields } from './facet-form.ts';
import { type FigureView, figuresByYear, PAGE_WIDTHS } from './figure-view.ts';
import { type Chip, filterChips } from './filter-chips.ts';
import { measureChoices } from './measure-choices.ts';
import { listed, type Page, pageTitle, shorten } from './page.ts';
import { spreadView } from './spread-view.ts';

interface TermView {
  readonly term: string;
  readonly sign: string;
  /** From 1, for its colour. */
  readonly series: number;
  readonly href: string;
  readonly total: string;
  readonly spread: ReturnType<typeof spreadView>;
}

interface TrendsRow {
  readonly name: string;
  readonly href: string;
  readonly cells: readonly CellView[];
}

interface TrendsPage extends Page {
  readonly q: string;
  readonly hidden: readonly HiddenField[];
  readonly notes: readonly string[];
  readonly chips: readonly Chip[];
  readonly measures: ReturnType<typeof measureChoices>;
  readonly about: string;
  readonly terms: readonly TermView[];
  readonly figures: readonly FigureView[];
  readonly tables: readonly {
    readonly name: string;
    readonly head: string;
    readonly rows: readonly TrendsRow[];
  }[];
  readonly most: number;
}

/** What a page of trends is made from. */
export interface TrendsPageInput {
  /** As typed: terms between commas. */
  readonly q: string;
  /** The filters and the reading that hold for all terms; without a query. */
  readonly state: SearchState;
  readonly terms: readonly Trend[];
  readonly tooMany: readonly string[];
  readonly tooLong: readonly string[];
  /** On the parameters of the address. */
  readonly notes: readonly string[];
  readonly measure: Measure;
  readonly catalogue: Catalogue;
}

/** Presents how often terms are used over the years, and by place. */
export function trendsPage(input: TrendsPageInput): TrendsPage {
  const { q, state, terms, measure, catalogue } = input;
  const [first] = terms;
  const adcodes = first ? matrixOf(first.counts).rows.map(({ adcode }) => adcode) : [];
  const byYear = terms.map((term) => yearCells(term.counts, measure, term.state, term.term));
  const { name, about } = MEASURE_TEXTS[measure];
  return {
    title: pageTitle(
      terms.length > 0 ? `${shorten(terms.map(({ term }) => term).join('、'), 40)}：趋势` : '趋势',
    ),
    styles: ['results', 'counts'],
    ...(terms.length > 0 ? { robots: 'noindex, nofollow' } : { canonical: '/trends' }),
    q,
    hidden: stateFields(state),
    notes: notesOf(input),
    chips: filterChips(state, catalogue).map(({ label, href }) => ({ label, href: trendsUrl(href, q) })),
    measures: measureChoices(trendsUrl(state.url(), q), measure),
    about: `${name}：${about}。照写的数，不放宽；每个数都通向那些段落。`,
    terms: terms.map((term, i) => termView(term, i, measure)),
    figures: byYear[0]?.length ? figuresOf(terms, byYear, measure) : [],
    tables: first
      ? [
          {
            name: `各年的${name}`,
            head: '年份',
            rows: yearRows(byYear),
          },
          {
            name: `各地的${name}`,
            head: '地方',
            rows: adcodes.map((code) => placeRow(code, terms, measure, catalogue)),
          },
        ]
      : [],
    most: MOST_TRENDS,
  };
}

function notesOf({ notes, tooMany, tooLong }: TrendsPageInput): string[] {
  const names = (terms: readonly string[]) => listed(terms.map((term) => shorten(term, 40)));
  return [
    ...notes,
    ...(tooLong.length > 0
      ? [`一个词最长 ${LONGEST_TREND} 个字符，这些太长，没有数：${names(tooLong)}。请缩短了再试。`]
      : []),
    ...(tooMany.length > 0 ? [`一次最多比较 ${MOST_TRENDS} 个词，这些没有数：${names(tooMany)}。`] : []),
  ];
}

/** The address of trends under the filters of a search's address. */
function trendsUrl(searchUrl: string, q: string): string {
  const parameters = new URLSearchParams(searchUrl.split('?')[1] ?? '');
  parameters.delete('q');
  return `/trends?${new URLSearchParams([['q', q], ...parameters])}`;
}

function termView({ term, state, counts }: Trend, i: number, measure: Measure): TermView {
  const value = measured(sumOf(counts), measure) ?? 0;
  return {
    term,
    sign: SHAPES[i]?.sign ?? '',
    series: i + 1,
    href: state.url(),
    total: `${formatMeasure(value, measure)} ${MEASURE_TEXTS[measure].unit}`,
    spread: spreadView(counts, state),
  };
}

type YearCells = ReturnType<typeof yearCells>;

function figuresOf(terms: readonly Trend[], byYear: readonly YearCells[], measure: Measure) {
  const name = `${terms.map(({ term }) => term).join('、')} 各年的${MEASURE_TEXTS[measure].name}`;
  return figuresByYear(measure, PAGE_WIDTHS, (width) => yearLines(byYear, name, width));
}

/** A row for each year, newest first; all terms are counted in the same reports, and so in the same years. */
function yearRows(byYear: readonly YearCells[]): TrendsRow[] {
  const years = byYear[0]?.map(({ year }) => year) ?? [];
  return years
    .map((year, i) => ({ name: `${year}年`, href: '', cells: byYear.flatMap((cells) => cells[i] ?? []) }))
    .toReversed();
}

function placeRow(
  adcode: string,
  terms: readonly Trend[],
  measure: Measure,
  catalogue: Catalogue,
): TrendsRow {
  const name = catalogue.cityName(adcode);
  return {
    name,
    href: '',
    cells: terms.map(({ term, state, counts }) => {
      const inside = counts.filter(({ report }) => report.adcode === adcode);
      return cellView(sumOf(inside), measure, `${term} ${name}`, state.withFilter('city', [adcode]));
    }),
  };
}
