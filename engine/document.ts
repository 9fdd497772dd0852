import type { Block, Report } from '../report/types.ts';
import { headingTerms, indexTerms } from '../text/grams.ts';
import { openingSentence } from '../text/sentences.ts';

/** A report as the indexer hands it to an engine. */
export interface ReportDocument {
  readonly report: Report;
  /** One for each of the report's blocks, in the same order. */
  readonly blocks: readonly BlockDocument[];
}

/** What an engine indexes of a block. The block itself has section and type, its report the other facets. */
export interface BlockDocument {
  readonly block: Block;
  /** Index terms, one list a sentence (see `text/grams.ts`), those of headings twice: they decide what is found. */
  readonly terms: readonly (readonly string[])[];
  /** Index terms of the opening sentence, likewise: hits there count more. */
  readonly opening: readonly (readonly string[])[];
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
      terms: termsOf(block),
      opening: indexTerms(openingSentence(block.text)),
      words: words[i] ?? [],
    })),
  };
}

function termsOf({ type, text }: Block): string[][] {
  const terms = indexTerms(text);
  return type === 'heading' ? [...terms, ...headingTerms(terms)] : terms;
}
