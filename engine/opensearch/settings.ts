import { randomBytes } from 'node:crypto';
import type { IndexNames } from '../rebuild.ts';

/** A search is given up after this time. */
export const SEARCH_TIMEOUT_MS = 5_000;

/** Hits beyond so many aren't asked for by their place; they are reached from one to the next. */
export const RESULT_WINDOW = 10_000;

/** Blocks that are looked up by a part of a query at once: a second or two. OpenSearch has to be told that it may. */
export const MOST_LOOKED_UP = 400_000;

/** Of a query with more clauses than 1,024 OpenSearch takes nothing; some are left for filters. */
export const MOST_CLAUSES = 1_000;

/** Between the positions of two sentences; no sentence is as long as half of it. */
const SENTENCE_GAP = 100_000;

/** Terms this far apart are in one sentence; those of two sentences are farther. */
export const WITHIN_SENTENCE = SENTENCE_GAP / 2;

/** The name of a version that there hasn't been. */
export function newVersion(): string {
  return `${Date.now().toString(36)}-${randomBytes(3).toString('hex')}`;
}

/** Whether an index is one of a version. */
export function isIndexName(prefix: string, index: string): boolean {
  const { blocks, reports } = indexNames(prefix, '');
  return [blocks, reports].some(
    (begin) => index.startsWith(begin) && VERSION.test(index.slice(begin.length)),
  );
}

const VERSION = /^[a-z0-9]+-[0-9a-f]{6}$/;

/** The indexes of one version of the collection. */
export function indexNames(prefix: string, version: string): IndexNames {
  return { blocks: `${prefix}blocks-${version}`, reports: `${prefix}reports-${version}` };
}

/** Matches the indexes of all versions. */
export function indexPatterns(prefix: string): string[] {
  const { blocks, reports } = indexNames(prefix, '*');
  return [blocks, reports];
}

/** The version an index of reports belongs to. */
export function versionOf(prefix: string, reportsIndex: string): string {
  return reportsIndex.slice(indexNames(prefix, '').reports.length);
}

const keyword = { type: 'keyword' } as const;
const integer = { type: 'integer' } as const;
/** Kept as it came, and never looked into. */
const kept = { type: 'object', enabled: false } as const;

/**
 * `tokens` has one element a sentence and one term a token (`text/tokens.ts`); `index_phrases` adds the pairs
 * of neighbours, so that phrases of Han characters are as quick as words.
 */
export const BLOCKS_MAPPING = {
  dynamic: 'strict',
  // What is only searched needn't be stored once more.
  _source: { excludes: ['tokens', 'words'] },
  properties: {
    id: { type: 'keyword', index: false, doc_values: false },
    report: keyword,
    number: integer,
    section: keyword,
    city: keyword,
    province: keyword,
    year: integer,
    kind: keyword,
    type: keyword,
    digest: keyword,
    tokens: {
      type: 'text',
      analyzer: 'whitespace',
      index_phrases: true,
      position_increment_gap: SENTENCE_GAP,
    },
    words: { type: 'text', analyzer: 'whitespace', index_options: 'docs', norms: false },
    block: kept,
  },
} as const;

export const REPORTS_MAPPING = {
  dynamic: 'strict',
  properties: {
    id: keyword,
    stored: keyword,
    digest: keyword,
    part: integer,
    blocks: integer,
    reports: integer,
    summary: kept,
    body: kept,
    entries: kept,
    state: kept,
  },
} as const;

/** As our own score discounts length (ADR 7): it chooses the hits that are put in order by that. As OpenSearch tells it. */
export const SIMILARITY = { default: { type: 'BM25', b: '0.15', k1: '1.2' } } as const;
