import type { ReportSummary } from '../../report/types.ts';
import { normalise } from '../../text/normalise.ts';
import { pinyinOf } from '../../text/pinyin.ts';
import type { Catalogue } from '../catalogue.ts';
import { reportUrl } from '../presenters/addresses.ts';
import { SearchState } from '../search-state.ts';
import { type KnownPlace, knownPlaces } from './known-places.ts';
import { type Lexicon, type Named, Names } from './lexicon.ts';
import { asTerm, lettersOf, type Typing, typingsOf } from './typed-text.ts';

/** How the word that is being typed could go on. */
export interface Completion {
  readonly text: string;
  readonly kind: 'term' | 'heading' | 'report' | 'place';
  /** How many blocks have it, of terms and headings. */
  readonly count?: number;
  /** Where it leads: a search for all of the query with the word completed; a report's page. */
  readonly url: string;
}

const MOST = 10;

/** Of each kind as many are listed, where there are, before another fills the list. */
const OF_EACH_KIND = 2;

/** A longer word is a pasted text. */
const LONGEST_TYPED = 40;

/** Completes the last word of a query: with terms, then headings, reports and places. Never fails. */
export function completionsOf(q: string, lexicon: Lexicon, catalogue: Catalogue): Completion[] {
  for (const typing of typingsOf(q)) {
    if (typing.text.length > LONGEST_TYPED || normalise(typing.text) === '') continue;
    const found = complete(typing, lexicon, namesIn(catalogue));
    if (found.length > 0) return found;
  }
  return [];
}

function complete(
  { kept, text }: Typing,
  lexicon: Lexicon,
  { reports, places }: CatalogueNames,
): Completion[] {
  const search = (found: string) => new SearchState({ q: kept + asTerm(found) }).url();
  // Beside other words, or behind a minus or a field, a search for the word finds another number of blocks.
  const counted = (count: number) => (kept === '' ? { count } : {});
  const terms = namesLike(text, lexicon.terms).map(
    (term): Completion => ({ text: term.text, kind: 'term', ...counted(term.count), url: search(term.text) }),
  );
  const headings = namesLike(text, lexicon.headings).map(
    (one): Completion => ({ text: one.text, kind: 'heading', ...counted(one.count), url: search(one.text) }),
  );
  const titled = reports.flatMap((names) => namesLike(text, names)).map(({ report }) => report);
  const titles = [...new Set(titled)].map(
    (report): Completion => ({ text: nameOf(report), kind: 'report', url: reportUrl(report.id) }),
  );
  const placed = namesLike(text, places).map(
    (place): Completion => ({
      text: place.text,
      kind: 'place',
      url: new SearchState({ q: kept.trim() }).withFilter(place.filter, place.codes).url(),
    }),
  );
  return shared([terms, headings, titles, placed]);
}

/** A report's title, with what it doesn't say of place and year. */
function nameOf({ title, city, year }: ReportSummary): string {
  const missing = [city, `${year}年`].filter((name) => !title.includes(name));
  return missing.length === 0 ? title : `${title}（${missing.join('')}）`;
}

/** The first of the names that begin like what is typed, in characters or in pinyin. */
function namesLike<Item extends Named>(text: string, names: Names<Item>): Item[] {
  const letters = lettersOf(text);
  const written = names.startingWith(text, MOST);
  const spoken = letters === null ? [] : names.startingWithLetters(letters, MOST);
  return [...new Set([...written, ...spoken])].slice(0, MOST);
}

/** Ten of several lists, in order: a few of each, and then more of the first ones. */
function shared(lists: readonly (readonly Completion[])[]): Completion[] {
  const lengths = lists.map((list) => Math.min(list.length, OF_EACH_KIND));
  let free = MOST - lengths.reduce((sum, length) => sum + length, 0);
  return lists.flatMap((list, i) => {
    const more = Math.min(free, list.length - (lengths[i] as number));
    free -= more;
    return list.slice(0, (lengths[i] as number) + more);
  });
}

interface NamedReport extends Named {
  readonly report: ReportSummary;
}

interface CatalogueNames {
  /** Reports by their titles, and by their places. */
  readonly reports: readonly Names<NamedReport>[];
  readonly places: Names<KnownPlace>;
}

const CATALOGUE_NAMES = new WeakMap<Catalogue, CatalogueNames>();

function namesIn(catalogue: Catalogue): CatalogueNames {
  const known = CATALOGUE_NAMES.get(catalogue);
  if (known) return known;
  const named = (nameOf: (report: ReportSummary) => string) =>
    new Names(
      catalogue.reports.map((report) => ({ text: nameOf(report), pinyin: pinyinOf(nameOf(report)), report })),
    );
  const names = {
    reports: [named(({ title }) => title), named(({ city }) => city)],
    places: new Names(knownPlaces(catalogue)),
  };
  CATALOGUE_NAMES.set(catalogue, names);
  return names;
}
