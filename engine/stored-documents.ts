import { provinceCode, summarise } from '../report/summary.ts';
import type { Block, Report, ReportSummary } from '../report/types.ts';
import type { ReportDocument } from './document.ts';
import type { CorpusState } from './engine.ts';
import type { VocabularyEntry } from './vocabulary.ts';

/**
 * What search servers keep of a collection, in two indexes: one of blocks, and one of whatever else there is,
 * a document a report, a few with the vocabulary, and one that says what it all was made from.
 */

/** What hits and facets need of a block; each server's own fields are added to it. */
export interface StoredBlock {
  readonly id: string;
  readonly report: string;
  readonly number: number;
  readonly section: string;
  readonly city: string;
  readonly province: string | null;
  readonly year: number;
  readonly kind: string;
  readonly block: Block;
}

/** What a server gives back of a block. */
export type StoredHit = Pick<StoredBlock, 'report' | 'block'>;

/** Tells reports from what else is kept beside them. */
export const STORED_REPORT_KIND = 'report';

/** A report as servers keep it; `body` is the report without its blocks. */
export interface StoredReport {
  readonly id: string;
  readonly stored: typeof STORED_REPORT_KIND;
  readonly summary: ReportSummary;
  readonly body: Omit<Report, 'blocks'>;
}

/** Tells the vocabulary from what else is kept beside it. */
export const STORED_VOCABULARY_KIND = 'vocabulary';

/** A part of the vocabulary. */
export interface StoredVocabulary {
  readonly id: string;
  readonly stored: typeof STORED_VOCABULARY_KIND;
  /** Its place among the parts. */
  readonly part: number;
  readonly entries: readonly VocabularyEntry[];
}

export const STATE_ID = 'corpus-state';

export interface StoredState {
  readonly id: typeof STATE_ID;
  readonly stored: 'state';
  readonly state: CorpusState;
  /** How many documents each index of the pair has: one with another number of them is not whole. */
  readonly blocks: number;
  readonly reports: number;
}

/** The fields of a report's blocks that all servers keep, in order. */
export function storedBlocks({ report, blocks }: ReportDocument): StoredBlock[] {
  return blocks.map(({ block }) => ({
    id: block.id,
    report: report.id,
    number: block.number,
    section: block.section,
    city: report.adcode,
    province: provinceCode(report.adcode),
    year: report.year,
    kind: report.kind,
    block,
  }));
}

export function storedReport({ report }: ReportDocument): StoredReport {
  const { blocks: _, ...body } = report;
  return { id: report.id, stored: STORED_REPORT_KIND, summary: summarise(report), body };
}

/** Entries of a document of the vocabulary: of more, a document would be a heavy one. */
const ENTRIES = 20_000;

export function storedVocabulary(entries: readonly VocabularyEntry[]): StoredVocabulary[] {
  return Array.from({ length: Math.ceil(entries.length / ENTRIES) }, (_, part) => ({
    id: `vocabulary-${part}`,
    stored: STORED_VOCABULARY_KIND,
    part,
    entries: entries.slice(part * ENTRIES, (part + 1) * ENTRIES),
  }));
}

/** Puts the vocabulary together again, whatever the order its parts come in. */
export function vocabularyOf(parts: readonly StoredVocabulary[]): VocabularyEntry[] {
  return [...parts].sort((a, b) => a.part - b.part).flatMap(({ entries }) => entries);
}

/** @param reports documents of the index of reports, the state among them. */
export function storedState(state: CorpusState, blocks: number, reports: number): StoredState {
  return { id: STATE_ID, stored: 'state', state, blocks, reports };
}
