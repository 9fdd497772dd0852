import nodejieba from 'nodejieba';
import { loadDictionary } from './segment.ts';

/**
 * Tells whether jieba's dictionary has a word. Others are guesses, made of characters that are left over between
 * words: mostly new words (算力), sometimes the ends of two others (率达, of 普及率达到).
 */
export function isInDictionary(word: string): boolean {
  return partOfSpeech(word) !== UNKNOWN;
}

/** Tells whether the dictionary has a word as one that holds sentences together (各类, 按照, 等). */
export function isFunctionWord(word: string): boolean {
  return /^(?:[pcryq]|u.?)$/u.test(partOfSpeech(word));
}

/** Tells whether the dictionary has a word as one that says how, before a verb (稳步, 积极) or by itself (扎扎实实). */
export function isAdverb(word: string): boolean {
  return /^(?:ad|d|vd|z)$/u.test(partOfSpeech(word));
}

/** Tells whether the dictionary has a word as a number (两副, 三线). */
export function isNumeral(word: string): boolean {
  return /^mq?$/u.test(partOfSpeech(word));
}

/** What jieba calls a word that it doesn't know. */
const UNKNOWN = 'x';

/** jieba's abbreviation, as in ICTCLAS: n a noun, v a verb, p a preposition. */
function partOfSpeech(word: string): string {
  loadDictionary();
  const [first, ...others] = nodejieba.tag(word);
  return first && others.length === 0 ? first.tag : UNKNOWN;
}
