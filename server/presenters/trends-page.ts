import type { Catalogue } from '../catalogue.ts';
import type { Svg } from '../charts/svg.ts';
import { SHAPES, yearLines } from '../charts/year-lines.ts';
import { type Counts, matrixOf, sumOf, sumOfYear } from '../counting/matrix.ts';
import { formatMeasure, MEASURE_TEXTS, type Measure, measured } from '../counting/measures.ts';
import { LONGEST_TREND, MOST_TRENDS } from '../counting/trend-terms.ts';
import type { Trend } from '../counting/trends.ts';
import type { SearchState } from '../search-state.ts';
import { type HiddenField, stateFields } from './facet-form.ts';
import { type Chip, filterChips } from './filter-chips.ts';
import { cellView, type MatrixCellView } from './matrix-view.ts';
import { measureChoices } from './measure-choices.ts';
import { listed, type Page, pageTitle, shorten } from './page.ts';
import { MOST_YEARS, spreadView } from './spread-view.ts';

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
  readonly cells: readonly MatrixCellView[];
}

interface TrendsPage extends Page {
  readonly q: string;
  readonly hidden: readonly HiddenField[];
  readonly notes: readonly string[];
  readonly chips: readonly Chip[];
  readonly measures: ReturnType<typeof measureChoices>;
  readonly about: string;
  readonly terms: readonly TermView[];
  /** The same picture for wide and for narrow pages. */
  readonly pictures: readonly { readonly size: 'wide' | 'narrow'; readonly picture: Svg }[];
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

const WIDTHS = { wide: 720, narrow: 343 } as const;

/** Presents how often terms are used over the years, and by place. */
export function trendsPage(input: TrendsPageInput): TrendsPage {
  const { q, state, terms, measure, catalogue } = input;
  const [first] = terms;
  const years = first ? matrixOf(first.counts).years : [];
  const adcodes = first ? matrixOf(first.counts).rows.map(({ adcode }) => adcode) : [];
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
    pictures: first ? picturesOf(terms, years, measure) : [],
    tables: first
      ? [
          {
            name: `各年的${name}`,
            head: '年份',
            rows: years.toReversed().map((year) => yearRow(year, terms, measure)),
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

function picturesOf(terms: readonly Trend[], years: readonly number[], measure: Measure) {
  const lines = terms.map(({ term, state, counts }) => ({
    points: drawnYears(years).map((year) => {
      const sums = sumOfYear(counts, year);
      const { text, title, href } = cellOf(
        sums,
        measure,
        `${term} ${year}年`,
        state.withFilter('year', [String(year)]),
      );
      return {
        year,
        value: text === '' || !sums ? null : measured(sums, measure),
        title,
        href: href || null,
      };
    }),
  }));
  const name = `${terms.map(({ term }) => term).join('、')} 各年的${MEASURE_TEXTS[measure].name}`;
  return (['wide', 'narrow'] as const).map((size) => ({
    size,
    picture: yearLines(lines, drawnYears(years), name, WIDTHS[size]),
  }));
}

/** The years that are drawn. Those without a report, too: a gap of three years must look like one. */
function drawnYears(years: readonly number[]): number[] {
  const [first = 0] = years;
  const last = years.at(-1) ?? first;
  const count = Math.min(last - first + 1, MOST_YEARS);
  return Array.from({ length: count }, (_, i) => last - count + 1 + i);
}

/** A number without a shade: terms are compared by the picture. */
function cellOf(counts: Counts | null, measure: Measure, name: string, state: SearchState): MatrixCellView {
  return cellView(counts, measure, Number.POSITIVE_INFINITY, name, state);
}

function yearRow(year: number, terms: readonly Trend[], measure: Measure): TrendsRow {
  return {
    name: `${year}年`,
    href: '',
    cells: terms.map(({ term, state, counts }) =>
      cellOf(sumOfYear(counts, year), measure, `${term} ${year}年`, state.withFilter('year', [String(year)])),
    ),
  };
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
      return cellOf(sumOf(inside), measure, `${term} ${name}`, state.withFilter('city', [adcode]));
    }),
  };
}
