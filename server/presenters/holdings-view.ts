import type { Catalogue } from '../catalogue.ts';
import { SearchState } from '../search-state.ts';
import { reportUrl } from './addresses.ts';
import { groupBy } from './group-by.ts';
import { formatCount } from './page.ts';

interface CellLink {
  readonly text: string;
  readonly title: string;
  readonly href: string;
}

interface PlaceRow {
  readonly city: string;
  readonly province: string | null;
  readonly href: string;
  /** One cell for each year of the table. */
  readonly cells: readonly { readonly links: readonly CellLink[] }[];
}

/** What the collection holds, as a table of places and years. */
export interface HoldingsView {
  readonly totals: string;
  readonly years: readonly number[];
  readonly rows: readonly PlaceRow[];
}

const SHORT_KINDS = {
  政府工作报告: '工作报告',
  计划执行情况报告: '计划报告',
  工作简报: '简报',
  图解: '图解',
};

/** Reports of one place and year that still have a link each. */
const LINKS_PER_CELL = 3;

/** Presents the collection. */
export function holdingsView(catalogue: Catalogue): HoldingsView {
  const places = groupBy(catalogue.reports, (report) => report.adcode);
  return {
    totals: holdingsTotals(catalogue),
    years: catalogue.years,
    rows: [...places.keys()].sort().map((adcode) => placeRow(adcode, catalogue)),
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

function placeRow(adcode: string, catalogue: Catalogue): PlaceRow {
  const ofPlace = catalogue.reports.filter((report) => report.adcode === adcode);
  const city = catalogue.cityName(adcode);
  const province = ofPlace[0]?.province ?? null;
  return {
    city,
    province: province === city ? null : province,
    href: placeState(adcode).url(),
    cells: catalogue.years.map((year) => {
      const reports = ofPlace.filter((report) => report.year === year);
      if (reports.length > LINKS_PER_CELL) {
        const href = placeState(adcode)
          .withFilter('year', [String(year)])
          .url();
        return { links: [{ text: `${reports.length} 份`, title: `${city}${year}年的报告`, href }] };
      }
      const links = reports.map(({ id, title, kind }) => ({
        text: SHORT_KINDS[kind],
        title,
        href: reportUrl(id),
      }));
      return { links };
    }),
  };
}

function placeState(adcode: string): SearchState {
  return new SearchState().withFilter('city', [adcode]);
}
