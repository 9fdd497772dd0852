import Database from 'better-sqlite3';
import { byId, byNewest, byOldest } from '../../report/order.ts';
import type { Block, Report, ReportSummary } from '../../report/types.ts';
import { locate, match } from '../../text/match.ts';
import { isEmpty, type Query } from '../../text/query.ts';
import type { CorpusState, Hit, SearchRequest, SearchResult, Sort } from '../engine.ts';
import { EngineError } from '../errors.ts';
import { MOST_RANKED, relevance } from '../relevance.ts';
import { planRetrieval, type Retrieval } from '../retrieval.ts';
import { Tally } from '../tally.ts';
import type { VocabularyEntry } from '../vocabulary.ts';
import { type BlockColumns, placesOf, readBlocks } from './block-columns.ts';
import { anyOf, matchExpression } from './match-expression.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** A block below this many characters says little by itself; at this length it counts half. */
const SHORT_BLOCK = 40;

/** A block that matches, and its rank: lower is better. */
interface Candidate {
  readonly block: number;
  readonly rank: number;
}

/** An index file that is open for reading. What facets and ranking need of every block is in memory. */
export class IndexFile {
  readonly corpusState: CorpusState;
  /** Newest first. */
  readonly reports: readonly ReportSummary[];
  readonly #database: Database.Database;
  readonly #statements: ReturnType<typeof prepareStatements>;
  readonly #blocks: BlockColumns;
  /** For each order but relevance, the place of each block in it. */
  readonly #places: Readonly<Record<'newest' | 'oldest' | 'report', Uint32Array>>;

  /** @throws EngineError where the file isn't an index of this version. */
  constructor(file: string) {
    this.#database = open(file);
    try {
      this.corpusState = readCorpusState(this.#database);
      this.#statements = prepareStatements(this.#database);
      const stored = this.#statements.summaries.all().map((json) => JSON.parse(json) as ReportSummary);
      this.reports = [...stored].sort(byNewest);
      this.#blocks = readBlocks(this.#statements.blocks.all(), stored, this.reports);
      this.#places = {
        newest: placesOf(this.#blocks, this.reports, byNewest),
        oldest: placesOf(this.#blocks, this.reports, byOldest),
        report: placesOf(this.#blocks, this.reports, byId),
      };
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }

  report(id: string): Report | null {
    const row = this.#statements.report.get(id);
    if (!row) return null;
    const blocks = this.#statements.blocksBetween
      .all(row.first_block, row.last_block)
      .map((json) => JSON.parse(json) as Block);
    return { ...(JSON.parse(row.body) as Omit<Report, 'blocks'>), blocks };
  }

  vocabulary(): VocabularyEntry[] {
    return this.#statements.vocabulary.all();
  }

  search(request: SearchRequest): SearchResult {
    const tally = new Tally(this.reports, request.filters);
    const { candidates, isExact } = this.#candidates(request.query, request.sort);
    const matches = ({ block }: Candidate) => isExact || match(this.#block(block), request.query) !== null;
    const found = candidates.filter((candidate) => {
      const report = this.#blocks.report[candidate.block] as number;
      const section = this.#blocks.section[candidate.block] as string;
      // To read and check a text takes longer than anything else here.
      return tally.wouldCount(report, section) && matches(candidate) && tally.add(report, section);
    });
    const hits = this.#inOrder(found, request.sort);
    const ranked = request.sort === 'relevance' ? this.#bestInOrder(hits, request.query) : hits;
    const listed = request.onePerReport ? this.#firstOfEachReport(ranked) : ranked;
    const moreOf = (block: number) =>
      request.onePerReport ? tally.hitsOf(this.#blocks.report[block] as number) - 1 : 0;
    return {
      hits: listed
        .slice(request.offset, request.offset + request.limit)
        .map(({ block }) => this.#hit(block, moreOf(block))),
      total: tally.total,
      exact: true,
      hitsByReport: tally.hitsByReport,
      facets: tally.facets,
    };
  }

  /** The blocks that match a query, or may: then their text has to be checked. */
  #candidates(query: Query, sort: Sort): { candidates: Candidate[]; isExact: boolean } {
    if (isEmpty(query)) return { candidates: this.#everything(), isExact: true };
    if (query.clauses.length === 0) return { candidates: [], isExact: true };
    const retrieval = planRetrieval(query);
    return { candidates: this.#admitted(retrieval, sort), isExact: retrieval.isExact };
  }

  #everything(): Candidate[] {
    return Array.from(this.#blocks.report, (_, block) => ({ block, rank: 0 }));
  }

  #admitted({ required, excluded }: Retrieval, sort: Sort): Candidate[] {
    const found = required.length === 0 ? this.#everything() : this.#lookUp(matchExpression(required), sort);
    if (excluded.length === 0) return found;
    const out = new Set(this.#statements.match.all(anyOf(excluded)));
    return found.filter(({ block }) => !out.has(block + 1));
  }

  #lookUp(expression: string, sort: Sort): Candidate[] {
    if (sort !== 'relevance') {
      return this.#statements.match.all(expression).map((number) => ({ block: number - 1, rank: 0 }));
    }
    return this.#statements.matchRanked.all(expression).map(([number, bm25]) => {
      const length = this.#blocks.length[number - 1] as number;
      return { block: number - 1, rank: (bm25 * length) / (length + SHORT_BLOCK) };
    });
  }

  /** Puts the best hits in order by how well they answer; newer ones first where they are equal. */
  #bestInOrder(hits: readonly Candidate[], query: Query): Candidate[] {
    if (isEmpty(query)) return [...hits];
    const best = hits.slice(0, MOST_RANKED);
    const matches = best.map(({ block }) => {
      const hit = this.#hit(block, 0);
      return { ...hit, located: locate(hit.block, query) ?? new Map() };
    });
    const ranks = relevance(matches, query).map((score) => -score);
    const reranked = best.map(({ block }, i) => ({ block, rank: ranks[i] as number }));
    return [...this.#inOrder(reranked, 'relevance'), ...hits.slice(MOST_RANKED)];
  }

  #inOrder(hits: Candidate[], sort: Sort): Candidate[] {
    const place = this.#places[sort === 'relevance' ? 'newest' : sort];
    return hits.sort((a, b) => a.rank - b.rank || (place[a.block] as number) - (place[b.block] as number));
  }

  #block(block: number): Block {
    return JSON.parse(this.#statements.block.get(block + 1) as string) as Block;
  }

  #firstOfEachReport(hits: readonly Candidate[]): Candidate[] {
    const seen = new Set<number>();
    return hits.filter(({ block }) => {
      const report = this.#blocks.report[block] as number;
      return !seen.has(report) && seen.add(report);
    });
  }

  #hit(block: number, more: number): Hit {
    return {
      report: this.reports[this.#blocks.report[block] as number] as ReportSummary,
      block: this.#block(block),
      more,
    };
  }
}

function open(file: string): Database.Database {
  try {
    return new Database(file, { readonly: true, fileMustExist: true });
  } catch (cause) {
    throw new EngineError('no_index', `打不开索引文件 ${file}。请运行 npm run index 建立索引。`, { cause });
  }
}

function readCorpusState(database: Database.Database): CorpusState {
  const rebuild = '请运行 npm run index 重建。';
  try {
    const meta = new Map(database.prepare<[], [string, string]>('SELECT key, value FROM meta').raw().all());
    if (meta.get('schema') === String(SCHEMA_VERSION)) return JSON.parse(meta.get('corpus') ?? '');
  } catch (cause) {
    throw new EngineError('no_index', `索引文件 ${database.name} 已损坏，或者不是索引。${rebuild}`, {
      cause,
    });
  }
  throw new EngineError('no_index', `索引文件 ${database.name} 是另一版本写的。${rebuild}`);
}

function prepareStatements(database: Database.Database) {
  return {
    summaries: database.prepare<[], string>('SELECT summary FROM reports ORDER BY number').pluck(),
    blocks: database
      .prepare<[], [number, string, number]>('SELECT report, section, length FROM blocks ORDER BY number')
      .raw(),
    report: database.prepare<[string], { body: string; first_block: number; last_block: number }>(
      'SELECT body, first_block, last_block FROM reports WHERE id = ?',
    ),
    block: database.prepare<[number], string>('SELECT block FROM contents WHERE number = ?').pluck(),
    blocksBetween: database
      .prepare<[number, number], string>(
        'SELECT block FROM contents WHERE number BETWEEN ? AND ? ORDER BY number',
      )
      .pluck(),
    vocabulary: database.prepare<[], VocabularyEntry>(
      'SELECT text, kind, count, pinyin FROM vocabulary ORDER BY number',
    ),
    match: database.prepare<[string], number>('SELECT rowid FROM terms WHERE terms MATCH ?').pluck(),
    matchRanked: database
      .prepare<[string], [number, number]>(
        'SELECT rowid, bm25(terms, 1.0, 1.0) FROM terms WHERE terms MATCH ?',
      )
      .raw(),
  };
}
