import { FORMATS, type Format } from '../exports/formats.ts';
import type { SearchState } from '../search-state.ts';
import { exportUrl } from './addresses.ts';

/** A link to all hits of a search in one form. */
export interface DownloadLink {
  readonly label: string;
  /** What is in it. */
  readonly title: string;
  readonly href: string;
}

const TEXTS: Readonly<Record<Format, Pick<DownloadLink, 'label' | 'title'>>> = {
  csv: { label: 'CSV', title: '全部命中，每段一行，可用 Excel、pandas、R、Stata 打开' },
  wide: { label: 'CSV（城市×年份）', title: '每个地方一行，每年一列，格里是段数' },
  jsonl: { label: 'JSON Lines', title: '全部命中，每行一个 JSON 对象' },
  atom: { label: '订阅（Atom）', title: '最新的一百段；有新的报告，阅读器里就看得到' },
};

/** Links to all hits of a search in every form there is. */
export function downloadLinks(state: SearchState): DownloadLink[] {
  return FORMATS.map((format) => ({ ...TEXTS[format], href: exportUrl(state, format) }));
}
