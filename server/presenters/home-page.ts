import type { Catalogue } from '../catalogue.ts';
import type { Example } from '../examples.ts';
import { SearchState } from '../search-state.ts';
import { type HoldingsView, holdingsView } from './holdings-view.ts';
import { newestReports } from './newest-reports.ts';
import { formatCount, type Page, SITE_NAME } from './page.ts';
import type { ReportRow } from './reports-page.ts';

interface HomePage extends Page {
  readonly isEmpty: boolean;
  readonly examples: readonly { readonly q: string; readonly count: string; readonly href: string }[];
  readonly newest: readonly ReportRow[];
  readonly holdings: HoldingsView;
}

/** Presents the home page. */
export function homePage(catalogue: Catalogue, examples: readonly Example[]): HomePage {
  return {
    title: SITE_NAME,
    styles: ['home'],
    description: '按字检索中国各级政府工作报告及同类文件，每条结果直达原文那一段。',
    canonical: '/',
    isEmpty: catalogue.reports.length === 0,
    examples: examples.map(({ q, count }) => ({
      q,
      count: `${formatCount(count)} 段`,
      href: new SearchState({ q }).url(),
    })),
    newest: newestReports(catalogue),
    holdings: holdingsView(catalogue),
  };
}
