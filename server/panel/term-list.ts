import { type Filters, NO_FILTERS } from '../../engine/engine.ts';
import { admitsReport } from '../../engine/tally.ts';
import type { ReportSummary } from '../../report/types.ts';
import type { Query } from '../../text/query.ts';
import type { Catalogue } from '../catalogue.ts';
import { badRequest } from '../problems.ts';
import { readQuery } from '../read-query.ts';
import { SearchState } from '../search-state.ts';
import { narrowedByTypedFilters, typedFilters } from '../typed-filters.ts';

/** Terms that one list may have. */
export const LONGEST_LIST = 500;

/** A line of a list: a query in the whole query language. */
export interface PanelTerm {
  /** As it was written, without the white space around it. */
  readonly text: string;
  readonly query: Query;
  /** The search that finds what is counted: to the letter, within the list's filters and this line's own. */
  readonly search: SearchState;
  /** The filters of that search, as engines take them. */
  readonly filters: Filters;
}

/** Whether a term is looked for in a report: a line with filters of its own isn't, where they exclude it. */
export function isLookedFor({ filters }: PanelTerm, report: ReportSummary): boolean {
  return admitsReport(report, filters);
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
 * @param scope whose filters hold for all of them.
 * @throws HttpProblem `bad_request` for no term, for too many and for what is no text, `query_too_long` for a
 *   line too long.
 */
export function readTermList(text: string, scope: SearchState, catalogue: Catalogue): TermList {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.trim());
  // A final line's end is no blank line.
  if (lines.at(-1) === '') lines.pop();
  const binary = lines.findIndex((line) => line.includes('\0'));
  if (binary >= 0) throw badRequest(`词表第 ${binary + 1} 行有空字符（NUL），不是纯文本。请另存为纯文本再试`);
  const written = lines.filter((line) => line !== '');
  const texts = [...new Set(written)];
  if (texts.length === 0) throw badRequest('词表里没有词。请一行写一个词');
  if (texts.length > LONGEST_LIST) {
    throw badRequest(`词表最多 ${LONGEST_LIST} 个词，这次有 ${texts.length} 个。请分几次统计`);
  }
  const notes: string[] = [];
  const terms = texts.map((line): PanelTerm => {
    const query = readQuery(line);
    const { notes: unknown } = typedFilters(query.filters, NO_FILTERS, catalogue);
    notes.push(...[...query.notes, ...unknown].map((note) => `“${line}”：${note}`));
    if (query.unsearchable && query.clauses.length === 0)
      notes.push(`“${line}”里没有可检索的字，按 0 次计。`);
    return { text: line, query, ...searchFor(line, scope, catalogue) };
  });
  return {
    terms,
    blank: lines.length - written.length,
    repeated: [...new Set(written.filter((line, i) => written.indexOf(line) !== i))],
    notes,
  };
}

/** Where and how a line is counted. */
function searchFor(line: string, scope: SearchState, catalogue: Catalogue) {
  const search = narrowedByTypedFilters(
    new SearchState({ q: line, filters: scope.filters, mode: 'exact' }),
    catalogue,
  );
  // What is left among the words are exclusions.
  const { filters } = typedFilters(readQuery(search.q).filters, search.engineFilters, catalogue);
  return { search, filters };
}
