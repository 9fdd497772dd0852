import type { Format } from '../exports/formats.ts';
import { isLooser, type LooserMode, type Search } from '../search.ts';
import type { SearchState } from '../search-state.ts';

/** The addresses of reports and blocks. Searches make their own (`search-state.ts`). */

/** How a query is read on a report's page, so that the same is marked there as among the hits. */
export interface Reading {
  readonly q: string;
  /** Empty where it is searched as typed. */
  readonly mode: '' | LooserMode;
  readonly expand: '' | '1';
}

const NO_QUERY: Reading = { q: '', mode: '', expand: '' };

/** How a search has read its query. */
export function readingOf({ state, mode }: Pick<Search, 'state' | 'mode'>): Reading {
  return { q: state.q, mode: isLooser(mode) ? mode : '', expand: state.expand };
}

/** A report's page; with a query, its matches are marked there. */
export function reportUrl(reportId: string, { q, mode, expand }: Reading = NO_QUERY): string {
  const path = `/reports/${encodeURIComponent(reportId)}`;
  if (q.trim() === '') return path;
  const parameters = new URLSearchParams({ q });
  if (mode !== '') parameters.set('mode', mode);
  if (expand !== '') parameters.set('expand', expand);
  return `${path}?${parameters}`;
}

/** A block on its report's page. */
export function blockUrl(reportId: string, blockId: string, reading: Reading = NO_QUERY): string {
  return `${reportUrl(reportId, reading)}#${encodeURIComponent(blockId)}`;
}

/** What a block is known by for good: its address without a number, which other blocks may change. */
export function permanentUrl(blockId: string): string {
  return `/p/${encodeURIComponent(blockId)}`;
}

/** The short, lasting link of a block; the number helps where the block is gone. */
export function shortUrl(blockId: string, number: number): string {
  return `${permanentUrl(blockId)}?n=${number}`;
}

/** All hits of a search as a file. */
export function exportUrl(state: SearchState, format: Format): string {
  const url = state.listedPlainly().url();
  return `${url}${url.includes('?') ? '&' : '?'}format=${format}`;
}

/** The page with the citations of a report or a block. */
export function citeUrl(id: string): string {
  return `/cite/${encodeURIComponent(id)}`;
}

/** An address that a page may link to: of the web, nothing that runs. Empty for any other. */
export function webAddress(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  return protocol === 'http:' || protocol === 'https:' ? text : '';
}
