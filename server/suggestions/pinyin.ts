import type { Lexicon, Named } from './lexicon.ts';

/** Fewer letters stand for too much: as first letters, and as the beginning of a word. */
const SHORTEST = { initials: 2, beginning: 4 } as const;

/** Terms of one pinyin: more are no help. */
const MOST = 3;

/** The longest name, in letters, and the longest row of names that is cut into them. */
const LONGEST = { name: 40, row: 60 } as const;

/**
 * What letters may stand for as pinyin: the terms they are the whole of, the first letters of, or, where
 * there are none, the beginning of; else a row of terms that they are the whole of together.
 * @returns texts to search for, terms of a row separated by spaces.
 */
export function pinyinReadings(letters: string, lexicon: Lexicon): string[] {
  const whole = lexicon.terms.pronounced(letters, MOST);
  const initials = letters.length < SHORTEST.initials ? [] : lexicon.terms.abbreviated(letters, MOST);
  if (whole.length + initials.length > 0) return texts([...whole, ...initials]);
  const row = rowOf(letters, lexicon);
  if (row) return [row.join(' ')];
  return letters.length < SHORTEST.beginning ? [] : texts(lexicon.terms.startingWithLetters(letters, MOST));
}

function texts(terms: readonly Named[]): string[] {
  return [...new Set(terms.map(({ text }) => text))];
}

/** The fewest terms that these letters are the pinyin of, each the most frequent of its pinyin; null for none. */
function rowOf(letters: string, lexicon: Lexicon): string[] | null {
  if (letters.length > LONGEST.row) return null;
  /** For each length, the fewest terms that the letters up to it are. */
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST.name); start < end; start += 1) {
      const before = best[start];
      const fewest = best[end]?.length ?? Number.POSITIVE_INFINITY;
      if (!before || before.length + 1 >= fewest) continue;
      const [term] = lexicon.terms.pronounced(letters.slice(start, end), 1);
      if (term) best[end] = [...before, term.text];
    }
  }
  return best[letters.length] ?? null;
}
