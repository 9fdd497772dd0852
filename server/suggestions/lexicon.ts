import type { SearchEngine } from '../../engine/engine.ts';
import type { VocabularyEntry } from '../../engine/vocabulary.ts';
import { normalise } from '../../text/normalise.ts';
import { initialsOf } from '../../text/pinyin.ts';
import type { Catalogue } from '../catalogue.ts';
import { PrefixIndex } from './prefix-index.ts';

/** Something with a name that people look for. */
export interface Named {
  readonly text: string;
  /** Syllables separated by spaces. */
  readonly pinyin: string;
}

/** Names by what people type of them: their characters, their pinyin, its first letters. */
export class Names<Item extends Named> {
  readonly #items: readonly Item[];
  readonly #byText: PrefixIndex;
  readonly #byPinyin: PrefixIndex;
  readonly #byInitials: PrefixIndex;

  /** @param items those that matter most first; so are those that are found. */
  constructor(items: readonly Item[]) {
    this.#items = items;
    this.#byText = new PrefixIndex(items.map(({ text }) => normalise(text)));
    this.#byPinyin = new PrefixIndex(items.map(({ pinyin }) => pinyin.replaceAll(' ', '')));
    this.#byInitials = new PrefixIndex(items.map(({ pinyin }) => initialsOf(pinyin)));
  }

  /** The name that is just this text. */
  get(text: string): Item | undefined {
    return this.#at(this.#byText.equalTo(normalise(text), 1))[0];
  }

  /** Names that begin so, in characters. */
  startingWith(prefix: string, most: number): Item[] {
    return this.#at(this.#byText.startingWith(normalise(prefix), most));
  }

  /** Names whose pinyin, or whose first letters of it, begin with these letters. */
  startingWithLetters(letters: string, most: number): Item[] {
    const whole = this.#byPinyin.startingWith(letters, most);
    const initials = this.#byInitials.startingWith(letters, most);
    const both = [...new Set([...whole, ...initials])].sort((a, b) => a - b);
    return this.#at(both.slice(0, most));
  }

  /** Names of which this is the whole pinyin. */
  pronounced(letters: string, most: number): Item[] {
    return this.#at(this.#byPinyin.equalTo(letters, most));
  }

  /** Names of which these are the first letters of all syllables. */
  abbreviated(letters: string, most: number): Item[] {
    return this.#at(this.#byInitials.equalTo(letters, most));
  }

  #at(places: readonly number[]): Item[] {
    return places.map((place) => this.#items[place] as Item);
  }
}

/** A term, and what it is compared by. */
interface KeyedTerm {
  readonly key: string;
  readonly term: VocabularyEntry;
}

/** What the texts of a collection say, as suggestions need it. */
export class Lexicon {
  readonly terms: Names<VocabularyEntry>;
  readonly headings: Names<VocabularyEntry>;
  readonly #byLength = new Map<number, KeyedTerm[]>();

  /** @param vocabulary the most frequent first. */
  constructor(vocabulary: readonly VocabularyEntry[]) {
    const terms = vocabulary.filter(({ kind }) => kind === 'term');
    this.terms = new Names(terms);
    this.headings = new Names(vocabulary.filter(({ kind }) => kind === 'heading'));
    for (const term of terms) {
      const key = normalise(term.text);
      const same = this.#byLength.get(key.length);
      if (same) same.push({ key, term });
      else this.#byLength.set(key.length, [{ key, term }]);
    }
  }

  /** The terms of so many characters, the most frequent first. */
  ofLength(length: number): readonly KeyedTerm[] {
    return this.#byLength.get(length) ?? [];
  }

  /** The lexicon of an engine's collection, made anew only when the catalogue was. */
  static of(engine: SearchEngine, catalogue: Catalogue): Promise<Lexicon> {
    const known = LEXICONS.get(catalogue);
    if (known) return known;
    const made = engine.vocabulary().then((vocabulary) => new Lexicon(vocabulary));
    LEXICONS.set(catalogue, made);
    // An engine that was away may be back the next time.
    made.catch(() => LEXICONS.delete(catalogue));
    return made;
  }
}

const LEXICONS = new WeakMap<Catalogue, Promise<Lexicon>>();
