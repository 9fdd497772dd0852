import type { Filters } from '../../engine/engine.ts';
import type { Query } from '../../text/query.ts';
import type { Catalogue } from '../catalogue.ts';
import { badRequest } from '../problems.ts';
import { readQuery } from '../read-query.ts';
import { typedFilters } from '../typed-filters.ts';

/** Terms that one list may have. */
export const LONGEST_LIST = 500;

/** A line of a list: a query in the whole query language. */
export interface PanelTerm {
  /** As it was written, without the white space around it. */
  readonly text: string;
  readonly query: Query;
  /** Those given for the list and those typed in this line, together. */
  readonly filters: Filters;
}

/** A list as it was read. */
export interface TermList {
  /** In the order they were written, each once. */
  readonly terms: readonly PanelTerm[];
  /** Lines that were left out: those without a character, and repeats of an earlier one. */
  readonly blank: number;
  readonly repeated: readonly string[];
  /** How terms were read that couldn't be taken as they were meant, in Chinese. */
  readonly notes: readonly string[];
}

/**
 * Reads a list of terms, one a line.
 * @param filters that hold for all of them.
 * @throws HttpProblem `bad_request` for no term and for too many, `query_too_long` for a line too long.
 */
export function readTermList(text: string, filters: Filters, catalogue: Catalogue): TermList {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.trim());
  // A final line's end is no blank line.
  if (lines.at(-1) === '') lines.pop();
  const written = lines.filter((line) => line !== '');
  const texts = [...new Set(written)];
  if (texts.length === 0) throw badRequest('词表里没有词。请一行写一个词');
  if (texts.length > LONGEST_LIST) {
    throw badRequest(`词表最多 ${LONGEST_LIST} 个词，这次有 ${texts.length} 个。请分几次统计`);
  }
  const notes: string[] = [];
  const terms = texts.map((line): PanelTerm => {
    const query = readQuery(line);
    const typed = typedFilters(query.filters, filters, catalogue);
    notes.push(...[...query.notes, ...typed.notes].map((note) => `“${line}”：${note}`));
    if (query.unsearchable && query.clauses.length === 0)
      notes.push(`“${line}”里没有可检索的字，按 0 次计。`);
    return { text: line, query, filters: typed.filters };
  });
  return {
    terms,
    blank: lines.length - written.length,
    repeated: [...new Set(written.filter((line, i) => written.indexOf(line) !== i))],
    notes,
  };
}
