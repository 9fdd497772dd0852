import type { TextRange } from './match.ts';

const SENTENCE = /[^。！？；!?;]*[。！？；!?;]*[”’」』）)》】]*/gu;

/**
 * The sentences of a text, each with its final punctuation and the closing marks after it.
 * @returns ranges that cover the text without a gap; none for an empty text.
 */
export function sentences(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    if (sentence.length > 0) ranges.push([index, index + sentence.length]);
  }
  return ranges;
}

/** The first sentence of a text; the text itself if it has no sentence end. */
export function openingSentence(text: string): string {
  const [first] = sentences(text);
  return first ? text.slice(...first) : text;
}
