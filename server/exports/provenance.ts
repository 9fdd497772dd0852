import type { Filters } from '../../engine/engine.ts';
import { formatCount } from '../presenters/page.ts';
import { queryText } from '../presenters/query-text.ts';
import type { Cell } from './csv.ts';
import type { Provenance } from './taken-along.ts';

/** The columns that say what was searched. */
export const SEARCH_COLUMNS = ['query', 'reading', 'searched_for', 'filters'] as const;

/** The columns that say in what, and when. */
export const CORPUS_COLUMNS = ['exported_on', 'corpus', 'corpus_hash'] as const;

/** The cells of {@link SEARCH_COLUMNS}. */
export function searchCells({ state, query, mode, filters }: Provenance): Cell[] {
  return [state.q, mode, queryText(query), filtersText(filters)];
}

/** The cells of {@link CORPUS_COLUMNS}. */
export function corpusCells(from: Provenance): Cell[] {
  return [from.access.day, corpusText(from), from.corpusHash];
}

/** What the collection holds, in words. */
export function corpusText({ corpus }: Pick<Provenance, 'corpus'>): string {
  return `${formatCount(corpus.reports)} 份报告，${formatCount(corpus.blocks)} 段`;
}

/** Filters as addresses write them. */
export function filterValues(filters: Filters) {
  const years = filters.year.map(({ from, to }) => (from === to ? String(from) : `${from}..${to}`));
  return { ...filters, year: years };
}

/** Filters in one line, as an address has them, but legible: city=510300&year=2020..2025. */
export function filtersText(filters: Filters): string {
  return Object.entries(filterValues(filters))
    .flatMap(([name, values]) => values.map((value) => `${name}=${value}`))
    .join('&');
}
