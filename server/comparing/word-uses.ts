import type { Block } from '../../report/types.ts';
import { normalise } from '../../text/normalise.ts';
import { segment } from '../../text/segment.ts';

/** A place where a word stands: the words of a run of Han characters, and which of them it is. */
interface WordUse {
  readonly run: readonly string[];
  readonly at: number;
}

/** Where each word stands by itself, as jieba cuts the text. */
export type WordUses = ReadonlyMap<string, readonly WordUse[]>;

/** Cuts the texts of some blocks into words, in simplified characters; nothing goes on over punctuation or figures. */
export function wordUsesIn(blocks: readonly Block[]): WordUses {
  const uses = new Map<string, WordUse[]>();
  for (const { text } of blocks) {
    for (const [han] of normalise(text).matchAll(/\p{Script=Han}+/gu)) {
      const run = segment(han);
      run.forEach((word, at) => {
        const known = uses.get(word);
        if (known) known.push({ run, at });
        else uses.set(word, [{ run, at }]);
      });
    }
  }
  return uses;
}
