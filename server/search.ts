import type { Filters, SearchEngine, SearchResult } from '../engine/engine.ts';
import { type Expansion, expandAliases } from '../text/aliases.ts';
import { isEmpty, parseQuery, type Query } from '../text/query.ts';
import { inAny, inWords, isRelaxable } from '../text/relax.ts';
import type { Catalogue } from './catalogue.ts';
import { HttpProblem } from './problems.ts';
import { LIMITS, type SearchState } from './search-state.ts';
import { typedFilters } from './typed-filters.ts';

/** How a search was run: everything (an empty query), what was typed, its words together, one of them. */
export type Mode = 'all' | 'exact' | 'words' | 'any';

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
  /** Blocks that have all words of the query but not the query itself, where that found few. */
  readonly related: RelatedHits | null;
  /** Whole milliseconds the engine took. */
  readonly tookMs: number;
}

/** More blocks, not counted among the hits. */
export interface RelatedHits {
  readonly query: Query;
  readonly hits: SearchResult['hits'];
  readonly total: number;
}

const MODES = ['exact', 'words', 'any'] as const;

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
  const run = (query: Query, offset: number, limit: number) =>
    engine.search({
      query,
      filters,
      sort: state.sort,
      onePerReport: state.group === 'report',
      offset,
      limit,
    });
  const offset = (state.page - 1) * state.per;

  let found: Pick<Search, 'mode' | 'query' | 'result'> | undefined;
  for (const [mode, query] of readings(wanted, state.mode)) {
    found = { mode, query, result: await run(query, offset, state.per) };
    if (found.result.total > 0) break;
  }
  if (!found) throw new Error('a query has at least one reading');
  const related = await relatedTo(found, state, (query, limit) => run(query, 0, limit));
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

/** Counts what a search finds in just the way its state names, without relaxing it. */
export async function countHits(
  engine: SearchEngine,
  state: SearchState,
  catalogue: Catalogue,
): Promise<SearchResult> {
  const { wanted, filters } = read(state, catalogue);
  return engine.search({ query: inMode(wanted, state.mode), filters, sort: 'newest', offset: 0, limit: 0 });
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
function readings(query: Query, requested: SearchState['mode']): [Mode, Query][] {
  if (isEmpty(query)) return [['all', query]];
  const modes = requested === 'auto' ? (isRelaxable(query) ? MODES : (['exact'] as const)) : [requested];
  return modes.map((mode) => [mode, inMode(query, mode)]);
}

/** A single exact hit is often too few: those that have all the words follow the last of few hits. */
async function relatedTo(
  { mode, query, result }: Pick<Search, 'mode' | 'query' | 'result'>,
  state: SearchState,
  run: (query: Query, limit: number) => Promise<SearchResult>,
): Promise<RelatedHits | null> {
  const isLastPage = state.page * state.per >= result.total;
  const isFew = result.total > 0 && result.total < FEW && isLastPage;
  if (mode !== 'exact' || state.mode !== 'auto' || !isFew || !isRelaxable(query)) return null;
  const words = inWords(query);
  const { hits, total } = await run(words, FEW + result.total);
  const exact = new Set(result.hits.map(({ block }) => block.id));
  const others = hits.filter(({ block }) => !exact.has(block.id)).slice(0, FEW);
  return others.length === 0 ? null : { query: words, hits: others, total: total - result.total };
}

/** @throws HttpProblem for a query over the limit. */
export function readQuery(text: string): Query {
  if (text.length > LIMITS.query) {
    throw new HttpProblem(
      400,
      'query_too_long',
      `检索词最长 ${LIMITS.query} 个字符，这次有 ${text.length} 个。请取其中一两句再试`,
    );
  }
  return parseQuery(text);
}
