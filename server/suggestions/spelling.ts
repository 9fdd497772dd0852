import type { VocabularyEntry } from '../../engine/vocabulary.ts';
import { normalise } from '../../text/normalise.ts';
import { pinyinOf } from '../../text/pinyin.ts';
import type { Lexicon } from './lexicon.ts';

/** Words shorter than this are one character from too many others. */
const SHORTEST_EDITED = 3;

/** Terms of one pinyin that are considered. */
const MOST = 10;

/** A longer run of characters is a sentence. */
const LONGEST = 20;

/**
 * What somebody who typed a word that is rare may have meant: terms of the same pinyin, then those that
 * differ in one character (another, one more, one less, two swapped); of each the most frequent first.
 */
export function likelyMeant(word: string, lexicon: Lexicon): VocabularyEntry[] {
  const typed = normalise(word);
  if (!isWord(typed)) return [];
  const lengths = [typed.length, typed.length - 1, typed.length + 1].filter(
    (length) => Math.min(length, typed.length) >= SHORTEST_EDITED,
  );
  const similar = lengths
    .flatMap((length) => lexicon.ofLength(length))
    .filter(({ key }) => isOneEdit(key, typed))
    .map(({ term }) => term)
    .sort((a, b) => b.count - a.count);
  return [...new Set([...soundingLike(typed, lexicon), ...similar])];
}

/**
 * The ways to write a run of characters with a part of it replaced by a term of the same pinyin: where
 * several words were typed without a space, and one of them wrongly.
 */
export function likelyMeantWithin(run: string, lexicon: Lexicon): string[] {
  const typed = normalise(run);
  if (!isWord(typed)) return [];
  const found: string[] = [];
  for (let length = typed.length - 1; length >= SHORTEST_EDITED; length -= 1) {
    for (let start = 0; start + length <= typed.length; start += 1) {
      const part = typed.slice(start, start + length);
      if (lexicon.terms.get(part)) continue;
      const [term] = soundingLike(part, lexicon);
      if (term) found.push(typed.slice(0, start) + term.text + typed.slice(start + length));
    }
  }
  return [...new Set(found)];
}

function isWord(text: string): boolean {
  return text.length > 1 && text.length <= LONGEST && /^\p{Script=Han}+$/u.test(text);
}

/** The other terms of the same pinyin. */
function soundingLike(typed: string, lexicon: Lexicon): VocabularyEntry[] {
  const letters = pinyinOf(typed).replaceAll(' ', '');
  return lexicon.terms.pronounced(letters, MOST).filter(({ text }) => normalise(text) !== typed);
}

/** Whether one text is the other with one character changed, added or taken away, or two neighbours swapped. */
export function isOneEdit(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let before = 0;
  while (before < shorter && a[before] === b[before]) before += 1;
  let after = 0;
  while (after < shorter - before && a[a.length - 1 - after] === b[b.length - 1 - after]) after += 1;
  const left = shorter - before - after;
  if (a.length !== b.length) return Math.abs(a.length - b.length) === 1 && left === 0;
  return left === 1 || (left === 2 && a[before] === b[before + 1] && a[before + 1] === b[before]);
}
