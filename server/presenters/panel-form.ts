import { SECTIONS } from '../../report/sections.ts';
import type { Catalogue } from '../catalogue.ts';
import { LONGEST_LIST } from '../panel/term-list.ts';
import type { SearchState } from '../search-state.ts';
import { formatCount, type Page, pageTitle } from './page.ts';
import { type YearRangeFields, yearRangeFields } from './year-range.ts';

interface FilterList {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
}

interface PanelForm extends Page {
  readonly notes: readonly string[];
  /** What is wrong with what was sent; empty where nothing is. */
  readonly message: string;
  /** What was sent: nobody has to write it again. */
  readonly text: string;
  readonly most: string;
  readonly lists: readonly FilterList[];
  readonly years: YearRangeFields | null;
}

/**
 * Presents the form for a list of terms.
 * @param state whose filters are chosen.
 * @param notes on the parameters.
 * @param sent what was sent and why it can't be counted.
 */
export function panelForm(
  catalogue: Catalogue,
  state: SearchState,
  notes: readonly string[],
  sent: { readonly text: string; readonly message: string } = { text: '', message: '' },
): PanelForm {
  const list = (
    name: 'province' | 'city' | 'section' | 'kind',
    label: string,
    values: [string, string][],
  ) => ({
    name,
    label,
    all: '全部',
    options: values.map(([value, text]) => ({
      value,
      label: text,
      selected: state.filters[name].includes(value),
    })),
  });
  const kinds = new Set(catalogue.reports.map(({ kind }) => kind));
  return {
    title: pageTitle('词表统计'),
    styles: ['panel'],
    scripts: ['term-list'],
    description: '一张词表在每份报告里出现的次数，得到可供 pandas、R、Stata 读取的 CSV。',
    canonical: '/panel',
    notes,
    ...sent,
    most: formatCount(LONGEST_LIST),
    lists: [
      list(
        'province',
        '省份',
        byCode(catalogue.provinces, (code) => catalogue.provinceName(code)),
      ),
      list(
        'city',
        '城市',
        byCode(catalogue.cities, (code) => catalogue.cityName(code)),
      ),
      list(
        'section',
        '章节',
        SECTIONS.map(({ id, label }) => [id, label]),
      ),
      list(
        'kind',
        '类型',
        [...kinds].map((kind) => [kind, kind]),
      ),
    ],
    years: yearRangeFields(state, catalogue.years),
  };
}

function byCode(codes: readonly string[], nameOf: (code: string) => string): [string, string][] {
  return [...codes].sort().map((code) => [code, nameOf(code)]);
}
