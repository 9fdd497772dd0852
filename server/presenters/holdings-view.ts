import { provinceCode } from '../../report/summary.ts';
import type { ReportSummary } from '../../report/types.ts';
import type { Catalogue } from '../catalogue.ts';
import { groupBy } from '../group-by.ts';
import { SearchState } from '../search-state.ts';
import { reportUrl } from './addresses.ts';
import { formatCount } from './page.ts';

interface CellLink {
  readonly text: string;
  readonly title: string;
  readonly href: string;
}

interface HoldingsRow {
  readonly name: string;
  /** The province of a city, the number of places of a province. */
  readonly about: string;
  readonly href: string;
  /** One cell for each column. */
  readonly cells: readonly { readonly links: readonly CellLink[] }[];
}

/** What the collection holds, as a table of places and years. */
export interface HoldingsView {
  readonly totals: string;
  /** What the figures of the table are; empty where it has links to reports. */
  readonly figures: string;
  readonly columns: readonly string[];
  readonly rows: readonly HoldingsRow[];
}

/** A column: a year, or all years from the first one to `to`. */
interface Column {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

const SHORT_KINDS = {
  政府工作报告: '工作报告',
  计划执行情况报告: '计划报告',
  工作简报: '简报',
  图解: '图解',
};

/** Reports of one place and year that still have a link each. */
const LINKS_PER_CELL = 3;
/** Places up to which each has a row of its own; else provinces have. */
const FEW_PLACES = 40;
/** Years that have a column each; older ones share one. */
const SHOWN_YEARS = 10;

/** Presents the collection. */
export function holdingsView(catalogue: Catalogue): HoldingsView {
  const columns = columnsOf(catalogue.years);
  const places = groupBy(catalogue.reports, ({ adcode }) => adcode);
  const provinces = groupBy(catalogue.reports, ({ adcode }) => provinceCode(adcode) ?? adcode);
  const [rows, row] = places.size <= FEW_PLACES ? [places, placeRow] : [provinces, provinceRow];
  return {
    totals: holdingsTotals(catalogue),
    figures: rows === places ? '' : '表中是各年报告的份数。',
    columns: columns.map(({ label }) => label),
    rows: [...rows.keys()].sort().map((adcode) => row(adcode, rows.get(adcode) ?? [], columns, catalogue)),
  };
}

/** The collection in one sentence, without its full stop. */
export function holdingsTotals({ reports, years }: Catalogue): string {
  const blocks = reports.reduce((sum, report) => sum + report.blocks, 0);
  const places = new Set(reports.map((report) => report.adcode)).size;
  const span = years.length > 1 ? `${years.at(-1)}—${years[0]}年` : `${years[0] ?? ''}年`;
  if (reports.length === 0) return '还没有收录报告';
  return `收录 ${formatCount(places)} 个地方的 ${formatCount(reports.length)} 份报告（${span}），共 ${formatCount(blocks)} 段`;
}

/** Newest first; one year more than are shown is not worth sharing a column. */
function columnsOf(years: readonly number[]): Column[] {
  const alone = years.length <= SHOWN_YEARS + 1 ? years : years.slice(0, SHOWN_YEARS);
  const older = years.slice(alone.length);
  const columns = alone.map((year) => ({ label: String(year), from: year, to: year }));
  const [to] = older;
  return to === undefined ? columns : [...columns, { label: '更早', from: older.at(-1) ?? to, to }];
}

type RowMaker = (
  adcode: string,
  reports: readonly ReportSummary[],
  columns: readonly Column[],
  catalogue: Catalogue,
) => HoldingsRow;

/** A place, with a link to each of its reports. */
const placeRow: RowMaker = (adcode, reports, columns, catalogue) => {
  const name = catalogue.cityName(adcode);
  const province = reports[0]?.province ?? '';
  const state = new SearchState().withFilter('city', [adcode]);
  return {
    name,
    about: province === name ? '' : province,
    href: state.url(),
    cells: columns.map((column) => {
      const inside = reportsIn(column, reports);
      if (inside.length > LINKS_PER_CELL) {
        const link = countLink(name, inside, column, state);
        return { links: [{ ...link, text: `${link.text} 份` }] };
      }
      const links = inside.map(({ id, title, kind }) => ({
        text: SHORT_KINDS[kind],
        title,
        href: reportUrl(id),
      }));
      return { links };
    }),
  };
};

/** A province, with the numbers of its reports. */
const provinceRow: RowMaker = (code, reports, columns, catalogue) => {
  const isNation = provinceCode(code) === null;
  const name = isNation ? catalogue.cityName(code) : catalogue.provinceName(code);
  const state = new SearchState().withFilter(isNation ? 'city' : 'province', [code]);
  const places = new Set(reports.map(({ adcode }) => adcode)).size;
  return {
    name,
    about: places > 1 ? `${formatCount(places)} 个地方` : '',
    href: state.url(),
    cells: columns.map((column) => {
      const inside = reportsIn(column, reports);
      const [only] = inside;
      if (only && inside.length === 1) {
        return { links: [{ text: '1', title: only.title, href: reportUrl(only.id) }] };
      }
      return { links: inside.length > 0 ? [countLink(name, inside, column, state)] : [] };
    }),
  };
};

function reportsIn({ from, to }: Column, reports: readonly ReportSummary[]): ReportSummary[] {
  return reports.filter(({ year }) => from <= year && year <= to);
}

function countLink(
  name: string,
  reports: readonly ReportSummary[],
  { from, to }: Column,
  state: SearchState,
): CellLink {
  const years = from === to ? `${from}` : `${from}..${to}`;
  return {
    text: formatCount(reports.length),
    title: `${name} ${years.replace('..', '—')} 年的报告`,
    href: state.withFilter('year', [years]).url(),
  };
}
