import { provinceCode } from '../../report/summary.ts';
import type { ReportSummary } from '../../report/types.ts';
import type { Catalogue } from '../catalogue.ts';
import { groupBy } from '../group-by.ts';
import { reportUrl } from './addresses.ts';
import { formatDay } from './days.ts';
import { holdingsTotals } from './holdings-view.ts';
import { formatCount, type Page, pageTitle } from './page.ts';

/** A report in a list. */
export interface ReportRow {
  readonly href: string;
  readonly city: string;
  readonly name: string;
  readonly inferred: boolean;
  /** The day where it is known, else the year. */
  readonly when: string;
  readonly kind: string;
  readonly blocks: string;
  /** Empty where the report doesn't say. */
  readonly source: string;
}

interface ProvinceView {
  readonly id: string;
  readonly name: string;
  readonly totals: string;
  readonly open: boolean;
  readonly reports: readonly ReportRow[];
}

interface ReportsPage extends Page {
  readonly totals: string;
  readonly provinces: readonly ProvinceView[];
}

/** Reports up to which all provinces are open. */
const FEW_REPORTS = 60;

/** Presents the list of all reports: by province, by place, newest first. */
export function reportsPage(catalogue: Catalogue): ReportsPage {
  const provinces = groupBy(catalogue.reports, ({ adcode }) => provinceCode(adcode) ?? adcode);
  return {
    title: pageTitle('全部报告'),
    styles: ['reports'],
    description: `${holdingsTotals(catalogue)}。`,
    canonical: '/reports',
    totals: holdingsTotals(catalogue),
    provinces: [...provinces.keys()].sort().map((code) => {
      const reports = provinces.get(code) ?? [];
      return {
        id: `province-${code}`,
        name: provinceCode(code) === null ? catalogue.cityName(code) : catalogue.provinceName(code),
        totals: totalsOf(reports),
        open: catalogue.reports.length <= FEW_REPORTS,
        reports: [...reports].sort(byPlace).map(reportRow),
      };
    }),
  };
}

/** Keeps the order of the catalogue within a place. */
function byPlace(a: ReportSummary, b: ReportSummary): number {
  return Number(a.adcode) - Number(b.adcode);
}

function totalsOf(reports: readonly ReportSummary[]): string {
  const places = new Set(reports.map(({ adcode }) => adcode)).size;
  const years = reports.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const span = first === last ? `${first}年` : `${first}—${last}年`;
  return `${places > 1 ? `${formatCount(places)} 个地方，` : ''}${formatCount(reports.length)} 份报告，${span}`;
}

/** Presents a report in a list. */
export function reportRow(report: ReportSummary): ReportRow {
  return {
    href: reportUrl(report.id),
    city: report.city,
    name: report.title,
    inferred: report.titleInferred,
    when: report.date ? formatDay(report.date) : `${report.year}年`,
    kind: report.kind,
    blocks: `${formatCount(report.blocks)} 段`,
    source: report.source ?? '',
  };
}
