import { createHash } from 'node:crypto';
import type { ReportDocument } from '../document.ts';
import { type StoredBlock, type StoredReport, storedBlocks, storedReport } from '../stored-documents.ts';
import { termsOf } from './query.ts';
import { BLOCKS_MAPPING } from './settings.ts';

/** A block as OpenSearch keeps it. */
interface OpenSearchBlock extends StoredBlock {
  /** That of its report. */
  readonly digest: string;
  readonly type: string;
  /** One element a sentence, terms separated by spaces: a phrase never crosses from one to the next. */
  readonly tokens: readonly string[];
  /** jieba's words, likewise. */
  readonly words: readonly string[];
}

/** A report as OpenSearch keeps it. */
export interface OpenSearchReport extends StoredReport {
  /** The same for two reports all of whose blocks are stored the same. */
  readonly digest: string;
}

/** What is to be stored of a report. */
export function openSearchDocuments(document: ReportDocument): {
  readonly blocks: readonly OpenSearchBlock[];
  readonly report: OpenSearchReport;
} {
  const blocks = storedBlocks(document).map((stored, i) => ({
    ...stored,
    type: stored.block.type,
    tokens: (document.blocks[i]?.tokens ?? []).map(termsOf),
    words: document.blocks[i]?.words ?? [],
  }));
  const digest = createHash('sha256')
    .update(JSON.stringify([BLOCKS_MAPPING, blocks]))
    .digest('base64url');
  return {
    blocks: blocks.map((block) => ({ ...block, digest })),
    report: { ...storedReport(document), digest },
  };
}
