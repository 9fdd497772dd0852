import type { Block, Report } from '../report/types.ts';
import { headingTerms, indexTerms } from '../text/grams.ts';
import { stretches, type Token, tokenise } from '../text/tokens.ts';

/** A report as the indexer hands it to an engine. */
export interface ReportDocument {
  readonly report: Report;
  /** One for each of the report's blocks, in the same order. */
  readonly blocks: readonly BlockDocument[];
}

/** What an engine indexes of a block. The block itself has section and type, its report the other facets. */
export interface BlockDocument {
  readonly block: Block;
  /** Of its text, one list a stretch (a sentence, a table's cell): they decide what is found. */
  readonly tokens: readonly (readonly Token[])[];
  /** jieba's words, one string a sentence, for whoever searches by word. */
  readonly words: readonly string[];
}

/**
 * Prepares a report for an engine.
 * @param words of each block in order, one string a sentence (`segmentSentences` of `text/segment.ts`).
 */
export function toDocument(report: Report, words: readonly (readonly string[])[]): ReportDocument {
  return {
    report,
    blocks: report.blocks.map((block, i) => ({
      block,
      tokens: stretches(tokenise(block.text)),
      words: words[i] ?? [],
    })),
  };
}

/**
 * What is looked up of a block where terms are indexed: those of its tokens (see `text/grams.ts`), one list a
 * stretch, headings once more in the form of {@link headingTerms}.
 * @param terms makes the terms of a stretch.
 */
export function termsOfBlock(
  { block, tokens }: BlockDocument,
  terms: (stretch: readonly Token[]) => string[] = indexTerms,
): string[][] {
  const all = tokens.map(terms);
  return block.type === 'heading' ? [...all, ...headingTerms(all)] : all;
}
