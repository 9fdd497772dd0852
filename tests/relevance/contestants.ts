import type { SearchEngine, SearchRequest, SearchResult } from '../../engine/engine.ts';
import type { Report } from '../../report/types.ts';
import { Catalogue } from '../../server/catalogue.ts';
import { runSearch } from '../../server/search.ts';
import { SearchState } from '../../server/search-state.ts';
import { locate } from '../../text/match.ts';
import { parseQuery, soughtTerms } from '../../text/query.ts';
import { inWords } from '../../text/relax.ts';
import { segment } from '../../text/segment.ts';
import { tokenise } from '../../text/tokens.ts';
import { bm25, type CountedDocument } from './bm25.ts';

/** Something that puts blocks in order for a query. */
export interface Contestant {
  readonly name: string;
  /** The ids of blocks, best first. */
  rank(q: string): Promise<readonly string[]>;
}

/** What readers get: the hits of the first page, then those that follow under a heading of their own. */
export function asReadersSeeIt(name: string, engine: SearchEngine): Contestant {
  return {
    name,
    async rank(q) {
      const { result, related } = await runSearch(engine, new SearchState({ q }), await Catalogue.of(engine));
      const following = related.flatMap(({ hits }) => hits);
      return [...result.hits, ...following].map(({ block }) => block.id);
    },
  };
}

/** What an engine has to beat, all over the same blocks. */
export function baselines(engine: SearchEngine, reports: readonly Report[]): Contestant[] {
  return [inOrderOfCorpus(engine), byPlainBm25(engine, reports), byWordsOnly(reports)];
}

/** The blocks that readers get, in the order of the corpus. */
function inOrderOfCorpus(engine: SearchEngine): Contestant {
  return asReadersSeeIt(
    'order of the corpus',
    searching(engine, (request) => engine.search({ ...request, sort: 'report' })),
  );
}

/** The blocks that readers get, by plain BM25 of the terms that are searched for. */
function byPlainBm25(engine: SearchEngine, reports: readonly Report[]): Contestant {
  const blocks = reports.flatMap((report) => report.blocks);
  const lengths = new Map(blocks.map(({ id, text }) => [id, tokenise(text).length]));
  const all = { offset: 0, limit: blocks.length, sort: 'report' } as const;
  return asReadersSeeIt(
    'plain BM25',
    searching(engine, async (request) => {
      const result = await engine.search({ ...request, ...all });
      const counted = result.hits.map(
        ({ block }): CountedDocument => ({
          length: lengths.get(block.id) as number,
          counts: [...(locate(block, request.query) ?? [])].map(([part, ranges]) => [part, ranges.length]),
        }),
      );
      const hits = best(result.hits, bm25(counted, [...lengths.values()]));
      return { ...result, hits: hits.slice(request.offset, request.offset + request.limit) };
    }),
  );
}

/** An index of jieba's words as many sites have it: all words of the query must be there as words; BM25. */
function byWordsOnly(reports: readonly Report[]): Contestant {
  const blocks = reports.flatMap((report) => report.blocks);
  const words = blocks.map(({ text }) => segment(text));
  const lengths = words.map(({ length }) => length);
  return {
    name: 'words only',
    async rank(q) {
      const sought = soughtTerms(inWords(parseQuery(q))).map(({ text }) => text);
      const found = blocks
        .map(({ id }, i) => ({ id, counts: countsOf(sought, words[i] as string[]), length: lengths[i] ?? 0 }))
        .filter(({ counts }) => counts.length === sought.length);
      return best(found, bm25(found, lengths)).map(({ id }) => id);
    },
  };
}

function countsOf(sought: readonly string[], words: readonly string[]): [string, number][] {
  return sought
    .map((word): [string, number] => [word, words.filter((other) => other === word).length])
    .filter(([, count]) => count > 0);
}

/** Sorts by scores; what scores the same stays in its order. */
function best<Item>(items: readonly Item[], scores: readonly number[]): Item[] {
  return items
    .map((item, i): [Item, number] => [item, scores[i] as number])
    .sort((a, b) => b[1] - a[1])
    .map(([item]) => item);
}

/** An engine that searches in another way. */
function searching(
  engine: SearchEngine,
  search: (request: SearchRequest) => Promise<SearchResult>,
): SearchEngine {
  return Object.assign(Object.create(engine) as SearchEngine, {
    search,
    reports: () => engine.reports(),
  });
}
