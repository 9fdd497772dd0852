import type { Citations } from './citations.ts';

/** Ways of citing something, as pages list them. */
export interface CitationList {
  /** What is cited, for those who hear one control at a time. */
  readonly subject: string;
  readonly formats: readonly { readonly name: string; readonly text: string }[];
}

/**
 * Presents citations as a list.
 * @param number of the block they cite; null for a whole report.
 */
export function citationList(
  { gbt7714, gbt7714v2015, bibtex, plain, quote }: Citations,
  number: number | null,
): CitationList {
  return {
    subject: number === null ? '本报告' : `第 ${number} 段`,
    formats: [
      { name: 'GB/T 7714—2025', text: gbt7714 },
      { name: 'GB/T 7714—2015', text: gbt7714v2015 },
      { name: 'BibTeX', text: bibtex },
      { name: '纯文本', text: plain },
      ...(quote === null ? [] : [{ name: '原文与出处', text: quote }]),
    ],
  };
}
