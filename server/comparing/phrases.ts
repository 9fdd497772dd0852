import { groupBy } from '../group-by.ts';
import type { ComparedTerm } from './keyness.ts';
import { isPlainWord } from './plain-words.ts';
import { isTelling } from './telling-words.ts';
import type { WordUses } from './word-uses.ts';

/** Of what share of its occurrences a term must be in a longer one to say nothing besides it. */
const NEARLY_ALL = 0.8;

/** Characters: what is repeated at greater length is a sentence. */
const LONGEST = 12;

/** Belongs to what stands before it, or begins what stands behind it. */
const LOCATIVE = /^[上下中内外里前后]$/u;

/** Asks for what stands behind it, and so ends nothing; and of that, what begins nothing either. */
const OPEN = /^[抓做搞促办建使让给将更最]$/u;
const OPENING = /^[使让给将]$/u;

/** Tells whether a term that occurs so often nearly always stands in a longer one, which occurs so often. */
export function isMostlyIn(longer: number, occurrences: number): boolean {
  return longer >= occurrences * NEARLY_ALL;
}

/** Some words of a run. */
interface Span {
  readonly run: readonly string[];
  readonly from: number;
  readonly to: number;
}

/**
 * The longest phrase that nearly all occurrences of a word stand in (勇毅前行 of 勇毅), without words at its ends
 * that say nothing; the word itself where there is none.
 * @param occurrences of the word, also those where jieba cuts out another.
 */
export function phraseAround(word: string, occurrences: number, uses: WordUses): string {
  let spans: Span[] = (uses.get(word) ?? []).map(({ run, at }) => ({ run, from: at, to: at + 1 }));
  let phrase = word;
  while (spans.length > 0) {
    spans = commonest(spans);
    const [first] = spans;
    if (!first || !isMostlyIn(spans.length, occurrences)) break;
    if (wordsOf(first).join('').length > LONGEST) break;
    phrase = trimmed(wordsOf(first), word);
  }
  return phrase;
}

/** The spans with that word beside them that most of them have there, and with it. */
function commonest(spans: readonly Span[]): Span[] {
  const left = groupBy(
    spans.filter(({ run, from }) => isPart(run[from - 1])),
    ({ run, from }) => run[from - 1],
  );
  const right = groupBy(
    spans.filter(({ run, to }) => isPart(run[to])),
    ({ run, to }) => run[to],
  );
  const longer = [
    ...[...left.values()].map((group) => group.map((span) => ({ ...span, from: span.from - 1 }))),
    ...[...right.values()].map((group) => group.map((span) => ({ ...span, to: span.to + 1 }))),
  ];
  return longer.reduce((most, group) => (group.length > most.length ? group : most), []);
}

/** Tells whether a word, if there is one, can be part of a phrase; a verb of any task (高于, 加快) makes it a sentence. */
function isPart(word: string | undefined): boolean {
  return word !== undefined && !isPlainWord(word);
}

function wordsOf({ run, from, to }: Span): readonly string[] {
  return run.slice(from, to);
}

/** What is left of a phrase around a word without the words at its ends that say nothing. */
function trimmed(words: readonly string[], around: string): string {
  const stays = (word: string) => word === around || (isTelling(word) && !LOCATIVE.test(word));
  const begins = (word: string) => stays(word) && !OPENING.test(word);
  const ends = (word: string) => stays(word) && !OPEN.test(word);
  return words.slice(words.findIndex(begins), words.findLastIndex(ends) + 1).join('');
}

/**
 * Leaves out terms that nearly always stand in one of some that are longer (人工 in 人工智能): statistical substring
 * reduction, after Lü, Zhang and Hu, Statistical substring reduction in linear time (IJCNLP 2004), who ask for all occurrences.
 */
export function withoutParts(
  terms: readonly ComparedTerm[],
  longer: readonly ComparedTerm[],
): ComparedTerm[] {
  const most = new Map<string, number>();
  for (const { term, before, after } of longer) {
    for (const part of properParts(term)) most.set(part, Math.max(most.get(part) ?? 0, before + after));
  }
  return terms.filter(({ term, before, after }) => !isMostlyIn(most.get(term) ?? 0, before + after));
}

/** The parts of a term that have two characters and more. */
function properParts(term: string): string[] {
  const parts: string[] = [];
  for (let length = 2; length < term.length; length += 1) {
    for (let from = 0; from + length <= term.length; from += 1) parts.push(term.slice(from, from + length));
  }
  return parts;
}
