import type { Report } from '../../report/types.ts';
import { isEmpty, type Query } from '../../text/query.ts';
import { SearchState } from '../search-state.ts';
import { reportUrl } from './addresses.ts';
import type { BlockPresenter } from './block-view.ts';
import { queryText } from './query-text.ts';

/** The matches of a query on a report's page, and the way through them. */
export interface HitBar {
  /** What was found, in words: `scope`, which a script replaces by where the reader is, and `what`. */
  readonly scope: string;
  readonly what: string;
  readonly blocks: readonly { readonly number: number; readonly href: string }[];
  readonly first: string;
  readonly last: string;
  /** The same search in all reports. */
  readonly everywhere: string;
  readonly clear: string;
}

/**
 * Presents the hits of a report: as many as a search finds in it.
 * @returns null where nothing is looked for.
 */
export function hitBar(
  report: Report,
  query: Query,
  { q, mode, expand }: SearchState,
  present: BlockPresenter,
): HitBar | null {
  if (isEmpty(query)) return null;
  const hits = report.blocks.filter((block) => present.isHit(block));
  const blocks = hits.map(({ id, number }) => ({ number, href: `#${id}` }));
  return {
    ...hitWords(hits.length, queryText(query)),
    blocks,
    first: blocks[0]?.href ?? '',
    last: blocks.at(-1)?.href ?? '',
    everywhere: new SearchState({ q, mode, expand }).url(),
    clear: reportUrl(report.id),
  };
}

function hitWords(count: number, terms: string): Pick<HitBar, 'scope' | 'what'> {
  if (terms === '') return { scope: '', what: '检索词里没有可检索的字' };
  if (count === 0) return { scope: '', what: `本报告中没有 ${terms}` };
  return { scope: `本报告 ${count}`, what: `段命中 ${terms}` };
}
