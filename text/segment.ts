import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nodejieba from 'nodejieba';
import { sentences } from './sentences.ts';

const POLICY_TERMS = fileURLToPath(new URL('./dictionary.txt', import.meta.url));

/**
 * Runs that jieba may cut; it would tear numbers, Latin words and lone surrogates to pieces. What isn't Han
 * ends where Han begins: 5G基站 is two runs.
 */
const WORD = /(?<han>\p{Script=Han}+)|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.\p{N}+)*%?/gu;

let isLoaded = false;

/** A digest of our terms, of this code and of jieba: with others, the same text may be cut differently. */
export function segmenterHash(): string {
  const digest = createHash('sha256');
  for (const name of [
    './dictionary.txt',
    './segment.ts',
    './sentences.ts',
    '../node_modules/nodejieba/package.json',
  ]) {
    digest.update(readFileSync(new URL(name, import.meta.url)));
  }
  return digest.digest('hex');
}

/**
 * Loads jieba's dictionary with the project's policy terms: once a process, 1 to 2 seconds and about
 * 270 MB. The first {@link segment} does it where nobody has.
 */
export function loadDictionary(): void {
  if (isLoaded) return;
  nodejieba.load({ userDict: POLICY_TERMS });
  isLoaded = true;
}

/**
 * Cuts a text into words with jieba.
 * @returns the words in reading order, without punctuation.
 */
export function segment(text: string): string[] {
  loadDictionary();
  const words: string[] = [];
  for (const { 0: run, groups } of text.matchAll(WORD)) {
    if (groups?.han === undefined) words.push(run);
    // The second argument keeps runs whole where jieba's own rules would cut them up by character.
    else words.push(...nodejieba.cut(run, true));
  }
  return words;
}

/** The words of a text, one string a sentence, words separated by spaces. */
export function segmentSentences(text: string): string[] {
  return sentences(text)
    .map((range) => segment(text.slice(...range)).join(' '))
    .filter((words) => words.length > 0);
}
