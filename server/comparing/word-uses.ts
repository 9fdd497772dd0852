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

/** Han characters; 年 behind a figure belongs to that: 2020年收入 doesn't have 年收入. */
const HAN = /(?<=\d)[年月日]|\p{Script=Han}+/gu;

/** Cuts the texts of some blocks into words, in simplified characters; nothing goes on over punctuation or figures. */
export function wordUsesIn(blocks: readonly Block[]): WordUses {
  const uses = new Map<string, WordUse[]>();
  for (const { text } of blocks) {
    for (const [han] of normalise(text).matchAll(HAN)) {
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
