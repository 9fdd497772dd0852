import type { ReportSummary } from '../../report/types.ts';
import type { Catalogue } from '../catalogue.ts';
import { reportUrl } from './addresses.ts';
import { groupBy } from './group-by.ts';
import { holdingsTotals } from './holdings-view.ts';
import { formatCount, type Page, pageTitle } from './page.ts';

interface ReportRow {
  readonly href: string;
  readonly name: string;
  readonly inferred: boolean;
  readonly year: number;
  readonly kind: string;
  readonly blocks: string;
  readonly source: string;
}

interface ReportsPage extends Page {
  readonly totals: string;
  readonly places: readonly {
    readonly id: string;
    readonly city: string;
    readonly province: string | null;
    readonly reports: readonly ReportRow[];
  }[];
}

/** Presents the list of all reports, grouped by place, newest first. */
export function reportsPage(catalogue: Catalogue): ReportsPage {
  const places = groupBy(catalogue.reports, (report) => report.adcode);
  return {
    title: pageTitle('全部报告'),
    description: `${holdingsTotals(catalogue)}。`,
    canonical: '/reports',
    totals: holdingsTotals(catalogue),
    places: [...places.keys()].sort().map((adcode) => {
      const reports = places.get(adcode) ?? [];
      const city = catalogue.cityName(adcode);
      const province = reports[0]?.province ?? null;
      return {
        id: `place-${adcode}`,
        city,
        province: province === city ? null : province,
        reports: reports.map(reportRow),
      };
    }),
  };
}

function reportRow(report: ReportSummary): ReportRow {
  return {
    href: reportUrl(report.id),
    name: report.title,
    inferred: report.titleInferred,
    year: report.year,
    kind: report.kind,
    blocks: formatCount(report.blocks),
    source: report.source ?? '未注明',
  };
}
