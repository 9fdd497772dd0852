import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { allAliases } from '../text/aliases.ts';
import { normalise, SPACE_BETWEEN_HAN } from '../text/normalise.ts';
import { pinyinOf } from '../text/pinyin.ts';
import { POLICY_TERMS } from '../text/policy-terms.ts';
import { isStopword } from '../text/stopwords.ts';
import { countBlocks } from './count-blocks.ts';
import type { ReportDocument } from './document.ts';

/** Something that the collection's texts say. */
export interface VocabularyEntry {
  readonly text: string;
  /** `term`: a word, or a phrase of two words; `heading`: a heading without its number. */
  readonly kind: 'term' | 'heading';
  /** How many blocks a search for it finds. */
  readonly count: number;
  /** Of its Han characters, without tones, syllables separated by spaces. */
  readonly pinyin: string;
}

const MOST_TERMS = 200_000;
const MOST_HEADINGS = 50_000;

/** Pairs of words that stand beside each other less often than this aren't a phrase. */
const LEAST_PAIRS = 3;

/** A word that is cut out of less than this share of the blocks it stands in isn't one. */
const LEAST_SHARE = 0.05;

/** Looked for whether jieba cuts them out or not. */
const KNOWN_TERMS: ReadonlySet<string> = new Set([...POLICY_TERMS, ...allAliases()]);

/** So many words, pairs and headings may be counted at once; then those that were seen least are forgotten. */
const MOST_COUNTED = 1_000_000;

/** Headings longer than this are sentences. */
const LONGEST_HEADING = 40;

/**
 * Gathers the vocabulary of a collection: jieba's words, frequent pairs of neighbouring words, the policy
 * terms and other names that occur, and the headings. Which words there are is known only after the last
 * report, so that it holds on to the texts until then: packed, as millions of paragraphs are gigabytes.
 */
export class VocabularyTally {
  /** One a report. */
  readonly #texts: PackedTexts[] = [];
  readonly #words = new Map<string, number>();
  readonly #pairs = new Map<string, number>();
  readonly #headings = new Map<string, number>();

  add({ report, blocks }: ReportDocument): void {
    this.#texts.push(pack(report.blocks.map(({ text }) => text)));
    for (const heading of report.headings) {
      const text = headingText(heading.text);
      // A copy: a piece of a string holds on to the whole, here the text of the file.
      if (isHeading(text)) countIn(this.#headings, structuredClone(text));
    }
    for (const { words } of blocks) for (const sentence of words) this.#addWords(sentence.split(' '));
  }

  /** The vocabulary, the most frequent first. */
  entries(): VocabularyEntry[] {
    const headings = mostFrequent(this.#headings, MOST_HEADINGS);
    const pairs = [...this.#pairs].filter(([, count]) => count >= LEAST_PAIRS);
    const gathered = mostFrequent(new Map([...pairs, ...this.#words]), MOST_TERMS);
    const terms = distinct([...KNOWN_TERMS, ...gathered]);
    const counts = countBlocks([...terms, ...headings], this.#unpacked());
    return [...terms, ...headings]
      .map((text, i): VocabularyEntry => {
        const kind = i < terms.length ? 'term' : 'heading';
        return { text, kind, count: counts[i] as number, pinyin: pinyinOf(text) };
      })
      .filter(({ text, kind, count }) => count >= (kind === 'term' ? this.#leastCount(text) : 1))
      .filter(({ text, kind, count }) => kind === 'heading' || !this.#isFragment(text, count))
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  }

  #leastCount(term: string): number {
    return this.#words.has(term) || KNOWN_TERMS.has(term) ? 1 : LEAST_PAIRS;
  }

  /** Whether it is a word only where jieba once cut a longer one wrongly (高质, of 高质量). */
  #isFragment(term: string, count: number): boolean {
    const asWord = this.#words.get(term);
    return asWord !== undefined && !KNOWN_TERMS.has(term) && asWord < count * LEAST_SHARE;
  }

  #addWords(words: readonly string[]): void {
    words.forEach((word, i) => {
      if (!isTelling(word)) return;
      countIn(this.#words, word);
      const next = words[i + 1];
      if (next !== undefined && isHan(word) && isHan(next) && isTelling(next))
        countIn(this.#pairs, word + next);
    });
  }

  *#unpacked(): Generator<string> {
    for (const texts of this.#texts) yield* unpack(texts);
  }
}

/** Texts in less than half the memory that strings take, and none of it the heap's. */
type PackedTexts = Buffer;

function pack(texts: readonly string[]): PackedTexts {
  return deflateRawSync(JSON.stringify(texts), { level: 1 });
}

function unpack(packed: PackedTexts): string[] {
  return JSON.parse(inflateRawSync(packed).toString()) as string[];
}

/** Words of two characters and more that aren't figures (5G is none) and say something by themselves. */
function isTelling(word: string): boolean {
  return word.length > 1 && /^\d?\p{L}/u.test(word) && !isStopword(word);
}

function isHan(word: string): boolean {
  return /^\p{Script=Han}+$/u.test(word);
}

const NUMBER =
  /^(?:第?[（(]?[〇零一二三四五六七八九十百\d]{1,4}[）)、.．]|第[一二三四五六七八九十百]+[章节部分]+)\s*/u;

/** A heading as it is looked for: without its number, and without a full stop. */
function headingText(text: string): string {
  return text
    .replace(SPACE_BETWEEN_HAN, '')
    .trim()
    .replace(NUMBER, '')
    .replace(/[。：，；:,;]+$/u, '');
}

/** Whether it can be looked for as one: in one sentence, and without what would end a quotation. */
function isHeading(text: string): boolean {
  return text.length > 1 && text.length <= LONGEST_HEADING && !/[。！？；｜＂!?;|"]/u.test(text);
}

/** Each once, however it is written; the first way of writing it stays. */
function distinct(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const key = normalise(text);
    return !seen.has(key) && seen.add(key);
  });
}

function mostFrequent(counts: ReadonlyMap<string, number>, most: number): string[] {
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([text]) => text);
}

function countIn(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
  for (let rare = 1; counts.size > MOST_COUNTED; rare += 1) {
    for (const [other, seen] of counts) if (seen <= rare) counts.delete(other);
  }
}
