import type { RecordAny } from 'meilisearch';
import { provinceCode, summarise } from '../../report/summary.ts';
import type { Block, Report, ReportSummary } from '../../report/types.ts';
import { headingTerms } from '../../text/grams.ts';
import { tokenise } from '../../text/tokens.ts';
import type { ReportDocument } from '../document.ts';
import type { CorpusState } from '../engine.ts';
import type { VocabularyEntry } from '../vocabulary.ts';
import { encodeTerms } from './encode.ts';
import { STATE_ID } from './settings.ts';

/** From this length on a block counts as body text, which comes before headings. */
const BODY_LENGTH = 40;

/** A block as Meilisearch keeps it. */
export interface StoredBlock extends RecordAny {
  readonly id: string;
  readonly report: string;
  readonly number: number;
  readonly section: string;
  readonly city: string;
  readonly province: string | null;
  readonly year: number;
  readonly kind: string;
  /** 1 for body text, 0 for what is short. */
  readonly body: 0 | 1;
  /** Encoded index terms, one element a sentence: a phrase never crosses from one to the next. */
  readonly terms: readonly string[];
  /** Encoded single Han characters. */
  readonly characters: string;
  /** jieba's words, one element a sentence. */
  readonly words: readonly string[];
  readonly block: Block;
}

/** Tells reports from the state that is kept beside them. */
export const STORED_REPORT_KIND = 'report';

/** A report as Meilisearch keeps it; `body` is the report without its blocks. */
export interface StoredReport extends RecordAny {
  readonly id: string;
  readonly stored: typeof STORED_REPORT_KIND;
  readonly summary: ReportSummary;
  readonly body: Omit<Report, 'blocks'>;
}

/** Tells the vocabulary from what else is kept beside it. */
export const STORED_VOCABULARY_KIND = 'vocabulary';

/** A part of the vocabulary. */
export interface StoredVocabulary extends RecordAny {
  readonly id: string;
  readonly stored: typeof STORED_VOCABULARY_KIND;
  /** Its place among the parts. */
  readonly part: number;
  readonly entries: readonly VocabularyEntry[];
}

export interface StoredState extends RecordAny {
  readonly id: typeof STATE_ID;
  readonly stored: 'state';
  readonly state: CorpusState;
  /** How many blocks the collection has: an index with another number of them is not whole. */
  readonly blocks: number;
}

export function storedBlocks({ report, blocks }: ReportDocument): StoredBlock[] {
  return blocks.map(({ block, terms, words }) => ({
    id: block.id,
    report: report.id,
    number: block.number,
    section: block.section,
    city: report.adcode,
    province: provinceCode(report.adcode),
    year: report.year,
    kind: report.kind,
    body: block.text.length >= BODY_LENGTH ? 1 : 0,
    terms: terms.map(encodeTerms),
    characters: singleCharacters(block),
    words,
    block,
  }));
}

function singleCharacters({ type, text }: Block): string {
  const han = tokenise(text).flatMap(({ kind, text: character }) => (kind === 'han' ? [[character]] : []));
  const terms = type === 'heading' ? [...han, ...headingTerms(han)] : han;
  return [...new Set(terms.map(encodeTerms))].join(' ');
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

export function storedState(state: CorpusState, blocks: number): StoredState {
  return { id: STATE_ID, stored: 'state', state, blocks };
}
