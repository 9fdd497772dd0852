import type { Filters } from '../../engine/engine.ts';
import { formatCount, shorten } from '../presenters/page.ts';
import { queryText } from '../presenters/query-text.ts';
import type { Collection } from './collection.ts';
import type { Cell } from './csv.ts';
import type { Provenance } from './taken-along.ts';

/** The columns that say what was searched. */
export const SEARCH_COLUMNS = ['query', 'reading', 'searched_for', 'filters'] as const;

/** The columns that say in what, and when. */
export const CORPUS_COLUMNS = ['exported_on', 'corpus', 'corpus_hash'] as const;

/** The cells of {@link SEARCH_COLUMNS}. */
export function searchCells(from: Provenance): Cell[] {
  return [from.state.q, ...Object.values(readingFields(from))];
}

/** The cells of {@link CORPUS_COLUMNS}. */
export function corpusCells(from: Provenance): Cell[] {
  return Object.values(corpusFields(from, from.access.day));
}

/** How a query was read and under which filters, by the names of columns. */
export function readingFields({ mode, query, filters }: Pick<Provenance, 'mode' | 'query' | 'filters'>) {
  return { reading: mode, searched_for: queryText(query), filters: filtersText(filters) };
}

/** When something was counted and in which collection, by the names of columns. */
export function corpusFields(collection: Collection, day: string) {
  return { exported_on: day, corpus: corpusText(collection), corpus_hash: collection.corpusHash };
}

/** The same as its rows say, of a file that may have none: what is sent before a file. */
export function provenanceFields(from: Provenance): Readonly<Record<string, string>> {
  return {
    query: from.state.q,
    ...readingFields(from),
    total: String(from.total),
    ...corpusFields(from, from.access.day),
  };
}

/** Characters of a field in a header: up to nine bytes each, and proxies refuse headers of many kilobytes. A hash has 64. */
const LONGEST_FIELD = 100;

/** Fields as the value of a header, which takes ASCII only: written as in an address, long ones cut. */
export function headerText(fields: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) text.set(name, shorten(value, LONGEST_FIELD));
  return text.toString();
}

/** What the collection holds, in words. */
export function corpusText({ corpus }: Pick<Collection, 'corpus'>): string {
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
