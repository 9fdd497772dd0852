import { liesIn, NATION, placeByAdcode, placesByName } from '../../report/places.ts';
import type { Block } from '../../report/types.ts';
import { wordsIn } from '../../text/content-words.ts';
import { normalise } from '../../text/normalise.ts';
import { POLICY_TERMS } from '../../text/policy-terms.ts';
import { isStopword } from '../../text/stopwords.ts';
import { groupBy } from '../group-by.ts';
import type { ComparedTerm } from './keyness.ts';

/** Words that could tell two reports apart, and how often jieba cuts each out of both. */
export type Candidates = ReadonlyMap<string, number>;

const KNOWN_TERMS: ReadonlySet<string> = new Set(POLICY_TERMS.map(normalise));

/** Two Han characters and more. */
const WORD = /^\p{Script=Han}{2,}$/u;

/** A figure in Han characters, and what it may count: neither says anything (一个, 二是, 万吨, 百分之五). */
const FIGURE = /^[第约近]?[〇零一二两三四五六七八九十百千万亿几多半]+[余多]?/u;
const COUNTED =
  /^(?:|[年月日天次元岁级类件吨亩届期斤]|[个大条项种批名家]+|亿?元|亿?美元|公里|平方米|分之.*)$/u;

/**
 * Gathers jieba's words of both reports, without those that say nothing or only count, and the policy terms.
 * How often each occurs, `countEachTerm` says.
 */
export function candidatesOf(blocks: readonly Block[]): Candidates {
  const words = new Map([...KNOWN_TERMS].map((term) => [term, 0]));
  for (const { text } of blocks) {
    for (const word of wordsIn(text)) words.set(word, (words.get(word) ?? 0) + 1);
  }
  return new Map([...words].filter(([word]) => isTelling(word)));
}

function isTelling(word: string): boolean {
  if (!WORD.test(word) || isStopword(word)) return false;
  const rest = word.replace(FIGURE, '');
  return rest === word || KNOWN_TERMS.has(word) || !(COUNTED.test(rest) || isStopword(rest));
}

/** A word that jieba cuts out of less than this share of its occurrences isn't one (一步, of 进一步). */
const LEAST_SHARE = 0.05;

/**
 * Leaves out what isn't a word: terms that only ever stand in a longer one (高质 in 高质量), which are as often in
 * both texts as that one, and those that jieba hardly ever takes for a word.
 */
export function withoutFragments(terms: readonly ComparedTerm[], candidates: Candidates): ComparedTerm[] {
  const byCounts = groupBy(terms, ({ before, after }) => `${before} ${after}`);
  return terms.filter(({ term, before, after }) => {
    const alike = byCounts.get(`${before} ${after}`) ?? [];
    if (alike.some(({ term: longer }) => longer !== term && longer.includes(term))) return false;
    return KNOWN_TERMS.has(term) || (candidates.get(term) ?? 0) >= (before + after) * LEAST_SHARE;
  });
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
