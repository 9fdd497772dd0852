import type { VocabularyEntry } from '../../../../engine/vocabulary.ts';
import { Lexicon } from '../../../../server/suggestions/lexicon.ts';
import { pinyinOf } from '../../../../text/pinyin.ts';

/** A lexicon of terms with their counts, and of headings. */
export function lexiconOf(
  terms: Readonly<Record<string, number>>,
  headings: readonly string[] = [],
): Lexicon {
  const entry = (kind: VocabularyEntry['kind'], text: string, count: number): VocabularyEntry => ({
    text,
    kind,
    count,
    pinyin: pinyinOf(text),
  });
  const entries = [
    ...Object.entries(terms).map(([text, count]) => entry('term', text, count)),
    ...headings.map((text) => entry('heading', text, 1)),
  ];
  return new Lexicon(entries.sort((a, b) => b.count - a.count));
}
