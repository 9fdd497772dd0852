import {
  type Filters,
  NO_FILTERS,
  type SearchEngine,
  type SearchRequest,
  type SearchResult,
} from '../engine/engine.ts';
import { type Expansion, expandAliases } from '../text/aliases.ts';
import { isEmpty, type Query } from '../text/query.ts';
import { hasSeveralWords, inAny, inWords, isRelaxable } from '../text/relax.ts';
import type { Catalogue } from './catalogue.ts';
import { readQuery } from './read-query.ts';
import type { SearchState } from './search-state.ts';
import { typedFilters } from './typed-filters.ts';

/** How a search was run: everything (an empty query), what was typed, its words together, one of them. */
export type Mode = 'all' | 'exact' | 'words' | 'any';

/** The readings that go beyond what was typed. */
export type LooserMode = 'words' | 'any';

export function isLooser(mode: Mode): mode is LooserMode {
  return mode === 'words' || mode === 'any';
}

/** A way to read a query, and what is searched for then. */
interface Reading {
  readonly mode: Mode;
  readonly query: Query;
}

/** A reading and what it finds. */
type Found = Reading & { readonly result: SearchResult };

/** A search and its answer, as pages and JSON present it. */
export interface Search {
  readonly state: SearchState;
  /** What was asked. */
  readonly asked: Query;
  /** What was searched for: the same, or its words, or with other names. */
  readonly query: Query;
  readonly mode: Mode;
  readonly expansions: readonly Expansion[];
  /** The filters of the address and those typed, together. */
  readonly filters: Filters;
  readonly notes: readonly string[];
  readonly result: SearchResult;
  /** Where few blocks have what was asked: those that have all words of it, then those that have some. */
  readonly related: readonly RelatedHits[];
  /** Whole milliseconds the engine took. */
  readonly tookMs: number;
}

/** More blocks, which come under a heading of their own and aren't counted among the hits. */
interface RelatedHits {
  readonly mode: LooserMode;
  readonly query: Query;
  readonly hits: SearchResult['hits'];
  readonly total: number;
}

/** A request for the counts alone. */
const COUNT_ONLY = { sort: 'newest', offset: 0, limit: 0 } as const;

/** The readings whose hits follow few hits of another. */
const LOOSER: Readonly<Record<Mode, readonly LooserMode[]>> = {
  all: [],
  exact: ['words', 'any'],
  words: ['any'],
  any: [],
};

/** What is longer is pasted from a text. */
const LONGEST_QUESTION = 60;

/** Where so many blocks or more have what was typed, nothing else is offered below them. */
const FEW = 10;

/** Runs the search a state describes. */
export async function runSearch(
  engine: SearchEngine,
  state: SearchState,
  catalogue: Catalogue,
): Promise<Search> {
  const { asked, wanted, expansions, filters, notes } = read(state, catalogue);
  const started = performance.now();
  const request = { filters, sort: state.sort, onePerReport: state.group === 'report' };
  const { per: limit, page } = state;
  const found = await firstThatFinds(engine, readings(wanted, state.mode), {
    ...request,
    offset: (page - 1) * limit,
    limit,
  });
  const related = await relatedTo(found, wanted, state, (query, limit) =>
    engine.search({ ...request, query, offset: 0, limit }),
  );
  return {
    ...found,
    state,
    asked,
    expansions,
    filters,
    notes: [...asked.notes, ...notes],
    related,
    tookMs: Math.round(performance.now() - started),
  };
}

/**
 * The first reading that finds anything in the whole collection, and what it finds; the first of all where
 * none does. Filters have no say in which: with one more, another reading could find more.
 */
async function firstThatFinds(
  engine: SearchEngine,
  readings: readonly [Reading, ...Reading[]],
  request: Omit<SearchRequest, 'query'>,
): Promise<Found> {
  const tried: Found[] = [];
  for (const reading of readings) {
    const found = { ...reading, result: await engine.search({ ...request, query: reading.query }) };
    if (readings.length === 1 || found.result.total > 0) return found;
    if (isFiltered(request) && (await isAnywhere(engine, reading.query))) return found;
    tried.push(found);
  }
  return tried[0] as Found;
}

function isFiltered({ filters }: Pick<SearchRequest, 'filters'>): boolean {
  return Object.values(filters).some((values) => values.length > 0);
}

async function isAnywhere(engine: SearchEngine, query: Query): Promise<boolean> {
  return (await engine.search({ ...COUNT_ONLY, query, filters: NO_FILTERS })).total > 0;
}

/** What the address of a state would find, without the hits, and by which reading. */
export async function countHits(
  engine: SearchEngine,
  state: SearchState,
  catalogue: Catalogue,
): Promise<SearchResult & Reading & { readonly filters: Filters }> {
  const { wanted, filters } = read(state, catalogue);
  const { mode, query, result } = await firstThatFinds(engine, readings(wanted, state.mode), {
    ...COUNT_ONLY,
    filters,
  });
  return { mode, query, filters, ...result };
}

/** What a state asks for: the query as typed and with other names, the filters of the address and those typed. */
function read(state: SearchState, catalogue: Catalogue) {
  const asked = readQuery(state.q);
  const { query: wanted, expansions } = expandIf(state.expand, asked);
  return { asked, wanted, expansions, ...typedFilters(asked.filters, state.engineFilters, catalogue) };
}

function expandIf(expand: SearchState['expand'], query: Query) {
  return expand === '1' ? expandAliases(query) : { query, expansions: [] };
}

function inMode(query: Query, mode: SearchState['mode']): Query {
  if (mode === 'words') return inWords(query);
  return mode === 'any' ? inAny(query) : query;
}

/** The query that a report's page marks, for what its address says. */
export function queryToMark({ q, mode, expand }: Pick<SearchState, 'q' | 'mode' | 'expand'>): Query {
  return inMode(expandIf(expand, readQuery(q)).query, mode);
}

/** The ways to search for a query, tried in order until one finds something. */
function readings(query: Query, requested: SearchState['mode']): [Reading, ...Reading[]] {
  if (isEmpty(query)) return [{ mode: 'all', query }];
  const reading = (mode: 'exact' | 'words' | 'any') => ({ mode, query: inMode(query, mode) });
  if (requested !== 'auto') return [reading(requested)];
  return isRelaxable(query) ? [reading('exact'), reading('words'), reading('any')] : [reading('exact')];
}

/** A single hit is often too few: what looser modes find follows the last of few hits, until it isn't few. */
async function relatedTo(
  { mode, query: found, result }: Found,
  wanted: Query,
  state: SearchState,
  run: (query: Query, limit: number) => Promise<SearchResult>,
): Promise<readonly RelatedHits[]> {
  const isLastOfFew = result.total < FEW && state.page * state.per >= result.total;
  // Who pastes a paragraph looks for that one.
  const isPasted = state.q.length > LONGEST_QUESTION && result.total > 0;
  if (state.mode !== 'auto' || !isLastOfFew || isPasted || !hasSeveralWords(wanted)) return [];
  const related: RelatedHits[] = [];
  const { hits: few } = result.hits.length === result.total ? result : await run(found, result.total);
  const shown = new Set(few.map(({ block }) => block.id));
  let counted = result.total;
  for (const looser of LOOSER[mode]) {
    if (counted >= FEW) break;
    const query = inMode(wanted, looser);
    const { hits, total } = await run(query, FEW + counted);
    const others = hits.filter(({ block }) => !shown.has(block.id)).slice(0, FEW);
    if (others.length > 0) related.push({ mode: looser, query, hits: others, total: total - counted });
    for (const { block } of others) shown.add(block.id);
    counted = total;
  }
  return related;
}
