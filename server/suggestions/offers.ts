import { NO_FILTERS, type SearchEngine } from '../../engine/engine.ts';
import { aliasesOf } from '../../text/aliases.ts';
import { pinyinOf } from '../../text/pinyin.ts';
import { parseQuery, type Query } from '../../text/query.ts';
import type { Catalogue } from '../catalogue.ts';
import { countHits, type Mode, type Search } from '../search.ts';
import type { SearchState } from '../search-state.ts';
import { type KnownPlace, placeBefore, placeNamed } from './known-places.ts';
import { Lexicon } from './lexicon.ts';
import { pinyinReadings } from './pinyin.ts';
import { likelyMeant, likelyMeantWithin } from './spelling.ts';
import { asTerm, lettersOf, pinyinRun, type Stretch, withTerm } from './typed-text.ts';

/** Another search that a reader may have meant, or may want as well. Nothing of it is done unasked. */
export interface Suggestion {
  /**
   * `alias`: another name of the same; `place`: only the reports of a place that was named; `pinyin`: what the
   * letters may stand for; `spelling`: 您是不是要找.
   */
  readonly kind: 'alias' | 'place' | 'pinyin' | 'spelling';
  /** The words that are searched for instead; 只看 and the place. */
  readonly label: string;
  /** How many blocks the search finds. */
  readonly count: number;
  readonly state: SearchState;
}

type Uncounted = Omit<Suggestion, 'count'>;

/** Each costs a search. */
const MOST = 8;

/** Of one kind for one word. */
const MOST_OF_A_KIND = 3;

/** The terms of a query, from the first, that suggestions are made for: a pasted page has hundreds. */
const MOST_TERMS = 6;

/** A word in fewer blocks than this may be mistyped. */
const RARE = 3;

/** What was meant is in more than so many times as many blocks as what was typed. */
const TIMES_MORE = 10;

/**
 * What else could be searched: what a mistyped word may have meant, what is written in pinyin, the reports of
 * a place that was named, other names of the same thing. Each finds something, under the same filters.
 * Suggestions never make a search fail: where they can't be made there are none.
 */
export async function suggestionsFor(
  search: Search,
  engine: SearchEngine,
  catalogue: Catalogue,
): Promise<Suggestion[]> {
  try {
    const lexicon = await Lexicon.of(engine, catalogue);
    const terms = plainTerms(search.asked).slice(0, MOST_TERMS);
    const wanted = [
      ...inPinyin(search, lexicon),
      ...(await respelled(search, terms, lexicon, engine)),
      ...terms.flatMap((term) => onlyThere(search, term, catalogue)),
      ...terms.flatMap((term) => otherNames(search, term, lexicon)),
    ];
    return await counted(wanted.slice(0, MOST), search, engine, catalogue);
  } catch (error) {
    console.error('没有做出检索建议：', error);
    return [];
  }
}

/** A term that stands by itself in a query, and where. */
interface PlainTerm {
  readonly text: string;
  readonly typed: Stretch;
}

function plainTerms({ clauses }: Query): PlainTerm[] {
  return clauses.flatMap(({ alternatives, excluded, typed }) => {
    const [operand] = alternatives;
    const [term] = operand?.terms ?? [];
    const isPlain = !excluded && alternatives.length === 1 && operand?.kind === 'term' && term;
    return isPlain ? [{ text: term.text, typed }] : [];
  });
}

/** Offered only where the letters themselves aren't found. */
function inPinyin({ state, mode, result }: Search, lexicon: Lexicon): Uncounted[] {
  if (mode === 'all' || (mode === 'exact' && result.total > 0)) return [];
  const run = pinyinRun(state.q);
  const letters = run && lettersOf(state.q.slice(...run));
  if (!run || letters === null) return [];
  return pinyinReadings(letters, lexicon)
    .slice(0, MOST_OF_A_KIND)
    .map((text) => ({
      kind: 'pinyin',
      label: text,
      state: state.withQuery(state.q.slice(0, run[0]) + text + state.q.slice(run[1])),
    }));
}

async function respelled(
  { state }: Search,
  terms: readonly PlainTerm[],
  lexicon: Lexicon,
  engine: SearchEngine,
): Promise<Uncounted[]> {
  const offers = await Promise.all(
    terms.map(async ({ text, typed }) => {
      const meant = await meantBy(text, lexicon, engine);
      return meant.slice(0, MOST_OF_A_KIND).map(
        (label): Uncounted => ({
          kind: 'spelling',
          label,
          state: state.withQuery(withTerm(state.q, typed, label)),
        }),
      );
    }),
  );
  return offers.flat();
}

/** What a term may have meant that the collection hardly has. */
async function meantBy(text: string, lexicon: Lexicon, engine: SearchEngine): Promise<string[]> {
  if ((lexicon.terms.get(text)?.count ?? 0) >= RARE) return [];
  const words = likelyMeant(text, lexicon);
  const within = words.length > 0 ? [] : likelyMeantWithin(text, lexicon);
  if (words.length + within.length === 0) return [];
  const count = await countEverywhere(text, engine);
  if (count >= RARE) return [];
  if (count === 0) return [...words.map((term) => term.text), ...within];
  // What is there, if rarely, may be meant: only what sounds just the same is likelier.
  const sound = pinyinOf(text);
  return words
    .filter((term) => term.pinyin === sound && term.count > count * TIMES_MORE)
    .map((term) => term.text);
}

/** How many blocks of the whole collection have a text: under filters every word may be rare. */
async function countEverywhere(text: string, engine: SearchEngine): Promise<number> {
  const query = parseQuery(asTerm(text));
  const { total } = await engine.search({ query, filters: NO_FILTERS, sort: 'newest', offset: 0, limit: 0 });
  return total;
}

/** Where a term names a place, or begins with one: the query without it, in that place's reports. */
function onlyThere(
  { state, asked, filters }: Search,
  { text, typed }: PlainTerm,
  catalogue: Catalogue,
): Uncounted[] {
  const named = placeNamed(text, catalogue);
  const { place, rest } = named ? { place: named, rest: '' } : (placeBefore(text, catalogue) ?? {});
  if (!place || isFilteredBy(place, filters, asked)) return [];
  const q = state.q.slice(0, typed[0]) + (rest ? asTerm(rest) : '') + state.q.slice(typed[1]);
  const there = state.withQuery(q.replace(/\s+/gu, ' ').trim()).withFilter(place.filter, place.codes);
  return [{ kind: 'place', label: `只看 ${place.text}`, state: there }];
}

function isFilteredBy({ filter, codes }: KnownPlace, filters: Search['filters'], asked: Query): boolean {
  return (
    asked.filters.some(({ field }) => field === filter) ||
    codes.some((code) => filters[filter].includes(code))
  );
}

function otherNames({ state }: Search, { text, typed }: PlainTerm, lexicon: Lexicon): Uncounted[] {
  if (state.expand === '1') return [];
  return aliasesOf(text)
    .filter((name) => lexicon.terms.get(name))
    .map((name) => ({
      kind: 'alias',
      label: name,
      state: state.withQuery(withTerm(state.q, typed, name)),
    }));
}

/** Those that find something, with how much. */
async function counted(
  wanted: readonly Uncounted[],
  search: Search,
  engine: SearchEngine,
  catalogue: Catalogue,
): Promise<Suggestion[]> {
  const count = async (one: Uncounted): Promise<Suggestion> => {
    const { mode, total } = await countHits(engine, one.state, catalogue);
    return { ...one, count: isWorthOffering(one, mode, search) ? total : 0 };
  };
  const suggestions = await Promise.all(
    wanted.map(async (one) => {
      const asItIs = await count(one);
      const isLoosePlace = asItIs.count === 0 && one.kind === 'place' && search.mode === 'any';
      return isLoosePlace ? count({ ...one, state: one.state.withMode('any') }) : asItIs;
    }),
  );
  return suggestions.filter((one) => one.count > 0);
}

/**
 * Whether a suggestion helps that is answered in a mode: not where it is looser than the search itself, but
 * for all words where that has found nothing, and for one of the words only in a place.
 */
function isWorthOffering({ kind, state }: Uncounted, mode: Mode, { mode: own, result }: Search): boolean {
  if (state.mode !== 'auto' || mode === 'all' || mode === 'exact') return true;
  if (mode === 'words') return own !== 'exact' || result.total === 0;
  return own === 'any' && kind === 'place';
}
