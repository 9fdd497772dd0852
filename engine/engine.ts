import type { Block, Report, ReportSummary } from '../report/types.ts';
import type { Query } from '../text/query.ts';
import type { ReportDocument } from './document.ts';
import type { VocabularyEntry } from './vocabulary.ts';

/**
 * The port: all that the indexer and the server ask of a search engine. One folder an adapter;
 * `open.ts` chooses. What matches is defined by `text/match.ts`, and every adapter must agree with it:
 * `tests/contract/engine-contract.ts` is the suite that says so.
 *
 * Every call may throw an {@link EngineError}.
 */
export interface SearchEngine {
  /**
   * Finds blocks.
   *
   * - A block is a hit when the query matches its text and every filter admits it.
   * - `total`, `hitsByReport` and the facet counts are exact wherever `exact` is true.
   * - Hits of equal rank come by newer report, report id, number, so that pages never overlap.
   */
  search(request: SearchRequest): Promise<SearchResult>;

  /** A whole report, or null where there is none of that id. */
  report(id: string): Promise<Report | null>;

  /** All reports without their bodies: newest first, then by id. */
  reports(): Promise<readonly ReportSummary[]>;

  /** What the texts of the collection say, the most frequent first: for suggestions. */
  vocabulary(): Promise<readonly VocabularyEntry[]>;

  /** What {@link replace} was last told about the corpus, or null where nothing is indexed. */
  corpusState(): Promise<CorpusState | null>;

  /**
   * Replaces the whole collection, all or nothing: readers see the old one or the new one, never a half.
   * Where the source of reports throws, the old collection stays.
   *
   * @param reports in any order; each is read once.
   * @param state of the corpus that the reports were read from, see {@link corpusState}. It is looked at
   *   after the last report: what could not be read is known only then.
   */
  replace(reports: AsyncIterable<ReportDocument>, state: CorpusState): Promise<void>;

  /**
   * Whoever serves asks this at the start.
   * @returns warnings for the operator.
   * @throws EngineError `unsafe` where serving with these settings would be dangerous.
   */
  check(): Promise<readonly string[]>;

  /**
   * Whoever indexes asks this first: brings into order all but the collection itself. Removes what runs
   * that were killed have left, applies settings that have changed, makes what readers need.
   * @returns what was done, for the operator; nothing where all was in order.
   */
  prepare(): Promise<readonly string[]>;

  /** Gives back what the engine holds. No call may follow. */
  close(): Promise<void>;
}

/** What an index was made from. */
export interface CorpusState {
  /** Changes whenever indexing again could give another index. */
  readonly fingerprint: string;
  /** The files that could not be read, and why: they are told again until they are mended. */
  readonly problems: readonly FileProblem[];
}

export interface FileProblem {
  readonly file: string;
  /** What happened and what to do, in Chinese. */
  readonly message: string;
}

export interface SearchRequest {
  readonly query: Query;
  readonly filters: Filters;
  readonly sort: Sort;
  /** Whether only the first hit of each report is returned. Totals and facets stay those of all hits. */
  readonly onePerReport?: boolean;
  /** How many hits to leave out, and how many to return after them. */
  readonly offset: number;
  readonly limit: number;
}

export const SORTS = ['relevance', 'newest', 'oldest', 'report'] as const;
export type Sort = (typeof SORTS)[number];

/** The facets, in the order readers see them. */
export const FACETS = ['city', 'province', 'year', 'section', 'kind'] as const;
export type Facet = (typeof FACETS)[number];

/**
 * The values of one filter are alternatives; filters narrow each other. An empty list admits everything;
 * a value that no report has admits nothing.
 */
export interface Filters {
  /** Adcodes of the reports' own places. */
  readonly city: readonly string[];
  /** Adcodes of provinces. */
  readonly province: readonly string[];
  readonly year: readonly YearRange[];
  /** Section ids. */
  readonly section: readonly string[];
  readonly kind: readonly string[];
  /** Report ids. Not a facet: every facet keeps it. */
  readonly report: readonly string[];
}

/** Years from `from` to `to`, both included. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

export const NO_FILTERS: Filters = { city: [], province: [], year: [], section: [], kind: [], report: [] };

export interface SearchResult {
  /** The hits of the page asked for, in order. */
  readonly hits: readonly Hit[];
  readonly total: number;
  /** False where the engine couldn't vouch for the numbers. */
  readonly exact: boolean;
  /** How many hits each report has, by its id; those without a hit are not in it. */
  readonly hitsByReport: ReadonlyMap<string, number>;
  /** For each facet, its values with how many hits they would have if the facet's own filter were off. */
  readonly facets: FacetCounts;
}

export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

export interface Hit {
  readonly report: ReportSummary;
  readonly block: Block;
  /** How many more hits its report has, where only the first is returned; else 0. */
  readonly more: number;
}
