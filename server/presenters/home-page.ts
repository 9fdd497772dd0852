import type { Catalogue } from '../catalogue.ts';
import { SearchState } from '../search-state.ts';
import { type HoldingsView, holdingsView } from './holdings-view.ts';
import { formatCount, type Page, SITE_NAME } from './page.ts';

/** Queries that readers of these reports come with. Those with hits are offered. */
export const EXAMPLE_QUERIES = [
  '高质量发展',
  '轨道交通',
  '一老一小',
  '营商环境',
  '城镇新增就业',
  '乡村振兴',
  '碳达峰',
];

/** Examples that are shown. */
const EXAMPLES = 5;

interface HomePage extends Page {
  readonly examples: readonly { readonly q: string; readonly count: string; readonly href: string }[];
  readonly holdings: HoldingsView;
}

/**
 * Presents the home page.
 * @param counts how many blocks each of {@link EXAMPLE_QUERIES} has.
 */
export function homePage(catalogue: Catalogue, counts: ReadonlyMap<string, number>): HomePage {
  return {
    title: SITE_NAME,
    styles: ['home'],
    description: '按字检索中国各级政府工作报告及同类文件，每条结果直达原文那一段。',
    canonical: '/',
    examples: [...counts]
      .filter(([, count]) => count > 0)
      .slice(0, EXAMPLES)
      .map(([q, count]) => ({ q, count: formatCount(count), href: new SearchState({ q }).url() })),
    holdings: holdingsView(catalogue),
  };
}
