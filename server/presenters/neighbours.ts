import { provinceCode } from '../../report/summary.ts';
import type { ReportSummary } from '../../report/types.ts';
import type { Catalogue } from '../catalogue.ts';
import { SearchState } from '../search-state.ts';
import { type Reading, reportUrl } from './addresses.ts';

interface Link {
  readonly label: string;
  readonly href: string;
}

/** A few reports, and where the others are. */
interface ReportLinks {
  readonly heading: string;
  readonly links: readonly Link[];
  /** All of them, this report included; with a query, what it finds in them. */
  readonly all: Link;
}

/** Where a reader may go on from a report. */
export interface Neighbours {
  /** The reports before and after it of the same place: of its kind where there are any, else of another. */
  readonly steps: readonly (Link & { readonly rel: 'prev' | 'next' })[];
  /** Lists that have something in them. */
  readonly lists: readonly ReportLinks[];
}

type Placed = Pick<ReportSummary, 'id' | 'adcode' | 'city' | 'province' | 'kind' | 'year'>;

/** Links of a list; the others are behind one more. */
const FEW = { place: 12, year: 8 } as const;

/**
 * The reports around one: of the same place and kind in the nearest years, of the same place, of the same year.
 * @param reading of the query that the report's page shows; the links carry it along.
 */
export function neighbours(report: Placed, catalogue: Catalogue, reading: Reading): Neighbours {
  const others = catalogue.reports.filter(({ id }) => id !== report.id);
  const here = others.filter(({ adcode }) => adcode === report.adcode);
  const series = here.filter(({ kind }) => kind === report.kind);
  // Newest first, and of one year by id.
  const before = (reports: readonly Placed[]) => nearest(reports.filter(({ year }) => year < report.year));
  const after = (reports: readonly Placed[]) =>
    nearest(reports.filter(({ year }) => year > report.year).toReversed());
  const [earlier, later] = [before(series) ?? before(here), after(series) ?? after(here)];
  const linkTo = (other: Placed, label: string): Link => ({ label, href: reportUrl(other.id, reading) });
  const ofYear = catalogue.reports.filter(({ year }) => year === report.year);
  const elsewhere = nearestFirst(
    report,
    ofYear.filter(({ adcode }) => adcode !== report.adcode),
  );
  const lists: ReportLinks[] = [
    {
      heading: `${report.city}的其他报告`,
      links: here.slice(0, FEW.place).map((other) => linkTo(other, `${other.year}年${other.kind}`)),
      all: allLink(`${report.city}的`, here.length + 1, { city: [report.adcode] }, reading),
    },
    {
      heading: `${report.year}年其他地方的报告`,
      links: elsewhere.slice(0, FEW.year).map((other) => linkTo(other, placeName(other) + other.kind)),
      all: allLink(`${report.year}年的`, ofYear.length, { year: [`${report.year}`] }, reading),
    },
  ];
  const stepTo = (rel: 'prev' | 'next', other: Placed | undefined) =>
    other ? [{ ...linkTo(other, stepLabel(rel, report, other)), rel }] : [];
  return {
    steps: [...stepTo('prev', earlier), ...stepTo('next', later)],
    lists: lists.filter(({ links }) => links.length > 0),
  };
}

/** The first by id of the reports of the year that comes first. */
function nearest(reports: readonly Placed[]): Placed | undefined {
  const year = reports[0]?.year;
  return reports
    .filter((other) => other.year === year)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .at(0);
}

/** 上一年（2024年）, or 上一份（2022年） where a year lies between; with its kind where that is another. */
function stepLabel(rel: 'prev' | 'next', here: Placed, { year, kind }: Placed): string {
  const isNextDoor = Math.abs(year - here.year) === 1;
  const what = kind === here.kind ? '' : kind;
  return `${rel === 'prev' ? '上' : '下'}一${isNextDoor ? '年' : '份'}（${year}年${what}）`;
}

/** Those of the same province first, then those of the same kind; else in their order. */
function nearestFirst(report: Placed, reports: readonly Placed[]): Placed[] {
  const province = provinceCode(report.adcode);
  const distance = ({ adcode, kind }: Placed) =>
    (provinceCode(adcode) === province ? 0 : 2) + (kind === report.kind ? 0 : 1);
  return [...reports].sort((a, b) => distance(a) - distance(b));
}

function placeName({ city, province }: Placed): string {
  return province === null || province === city ? city : `${province}${city}`;
}

function allLink(
  scope: string,
  count: number,
  filters: Partial<SearchState['filters']>,
  { q, mode, expand }: Reading,
): Link {
  const search = new SearchState({ q, expand, ...(mode === '' ? {} : { mode }), group: 'report' });
  return {
    label: q.trim() === '' ? `${scope}全部 ${count} 份报告` : `在${scope}全部 ${count} 份报告中检索`,
    href: new SearchState({ ...search, filters: { ...search.filters, ...filters } }).url(),
  };
}
