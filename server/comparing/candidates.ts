import { liesIn, NATION, placeByAdcode, placesByName } from '../../report/places.ts';
import { isAdverb, isInDictionary } from '../../text/part-of-speech.ts';
import type { ComparedTerm } from './keyness.ts';
import { isEmptyWord, isPolicyTerm, isTelling, policyTerms } from './telling-words.ts';
import type { WordUses } from './word-uses.ts';

/** Two Han characters and more. */
const WORD = /^\p{Script=Han}{2,}$/u;

/**
 * Words that could tell two reports apart: the policy terms, and jieba's without those that say nothing, only how, or only
 * how much.
 */
export function candidatesOf(uses: WordUses): string[] {
  return [...new Set([...policyTerms(), ...uses.keys()])].filter(
    (word) => WORD.test(word) && isTelling(word) && (isPolicyTerm(word) || !isOnlyAdverb(word, uses)),
  );
}

/** Of what share of its places a word ends what is said that the dictionary has as an adverb, and that is a noun too. */
const LEAST_SHARE_AT_END = 1 / 5;

/** Tells whether an adverb is never more than that: it stands before something. 立法 and 更新 mostly don't. */
function isOnlyAdverb(word: string, uses: WordUses): boolean {
  if (!isAdverb(word)) return false;
  const places = uses.get(word) ?? [];
  const atEnd = places.filter(({ run, at }) => at === run.length - 1).length;
  return atEnd < places.length * LEAST_SHARE_AT_END;
}

/** A term seen once may be there by chance: one must occur so often, in both reports together. */
export const LEAST_OCCURRENCES = 2;

/** Of what share of its occurrences jieba must cut out a word, and what it only guesses to be one. */
const LEAST_SHARE = 1 / 5;
const LEAST_SHARE_OF_GUESS = 2 / 3;

/** A size before a word rather belongs to what is before it, unless it mostly doesn't: 小企业 of 中小企业. */
const SIZED = /^[大小]../u;
const LEAST_SHARE_OF_SIZED = 1 / 2;

/** A figure or what is like one, which at the end of a guess rather belongs to the words around. */
const LOOSE = '[〇零一二两三四五六七八九十百千万亿几多半个号更最均时达于]';
const LOOSE_END = new RegExp(`^${LOOSE}|${LOOSE}$`, 'u');

/**
 * Tells whether a candidate is a word in its own right (一步 of 进一步 isn't). What jieba has guessed, and what begins
 * or ends like the words around it (城等, 以文, 一河), is one where it mostly stands alone (“六稳”).
 */
export function isOwnWord({ term, before, after }: ComparedTerm, uses: WordUses): boolean {
  if (isPolicyTerm(term)) return true;
  const places = uses.get(term) ?? [];
  if (places.length < LEAST_OCCURRENCES) return false;
  const share = places.length / (before + after);
  if (isInDictionary(term)) return share >= (SIZED.test(term) ? LEAST_SHARE_OF_SIZED : LEAST_SHARE);
  const isLoose = LOOSE_END.test(term) || [term.slice(0, 1), term.slice(-1)].some(isEmptyWord);
  const alone = places.filter(({ run }) => run.length === 1).length;
  return share > LEAST_SHARE_OF_GUESS && (!isLoose || 2 * alone > places.length);
}

/** Tells whether a word is the name, official or short, of one of two places or of what lies in them. */
export function isNameIn(adcodes: readonly string[]): (word: string) => boolean {
  const owners = adcodes
    .filter((adcode) => adcode !== NATION.adcode)
    .flatMap((adcode) => placeByAdcode(adcode) ?? []);
  return (word) =>
    placesByName(word).some((place) =>
      owners.some((owner) => place.adcode === owner.adcode || liesIn(place, owner)),
    );
}
