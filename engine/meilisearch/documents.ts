import { type BlockDocument, type ReportDocument, termsOfBlock } from '../document.ts';
import { type StoredBlock, storedBlocks } from '../stored-documents.ts';
import { encodeTerms } from './encode.ts';

/** From this length on a block counts as body text, which comes before headings. */
const BODY_LENGTH = 40;

/** A block as Meilisearch keeps it. */
interface MeilisearchBlock extends StoredBlock {
  /** 1 for body text, 0 for what is short. */
  readonly body: 0 | 1;
  /** Encoded index terms, one element a sentence: a phrase never crosses from one to the next. */
  readonly terms: readonly string[];
  /** Encoded single Han characters. */
  readonly characters: string;
  /** jieba's words, one element a sentence. */
  readonly words: readonly string[];
}

export function meilisearchBlocks(document: ReportDocument): MeilisearchBlock[] {
  const stored = storedBlocks(document);
  return document.blocks.map((block, i) => ({
    ...(stored[i] as StoredBlock),
    body: block.block.text.length >= BODY_LENGTH ? 1 : 0,
    terms: termsOfBlock(block).map(encodeTerms),
    characters: singleCharacters(block),
    words: block.words,
  }));
}

function singleCharacters(block: BlockDocument): string {
  const terms = termsOfBlock(block, (tokens) =>
    tokens.flatMap(({ kind, text }) => (kind === 'han' ? [text] : [])),
  );
  return encodeTerms([...new Set(terms.flat())]);
}
