import type { Client } from '@opensearch-project/opensearch';
import type { Block, ReportSummary } from '../../report/types.ts';
import type { Sendable } from '../batches.ts';
import type { ReportDocument } from '../document.ts';
import type { SearchRequest, SearchResult } from '../engine.ts';
import type { EngineError } from '../errors.ts';
import type { Contents, Pair, StoredDocuments } from '../rebuild.ts';
import { type Answer, type LiveCollection, type SearchServer, ServerEngine } from '../server-engine.ts';
import {
  STATE_ID,
  STORED_REPORT_KIND,
  STORED_VOCABULARY_KIND,
  type StoredBlock,
  type StoredReport,
  type StoredState,
  type StoredVocabulary,
} from '../stored-documents.ts';
import { refuseWriter } from './access.ts';
import { allOf, ask, atOnce, pagesOf } from './ask.ts';
import { asEngineError, type Connection, checkVersion, connect, errorType, strangeAnswer } from './client.ts';
import { type OpenSearchReport, openSearchDocuments } from './documents.ts';
import {
  applyReplicas,
  changedMappings,
  createPair,
  isMissing,
  patiently,
  removeDocuments,
  removeLeftovers,
  type Spread,
  store,
  swapPairs,
} from './next-pair.ts';
import { search } from './search.ts';
import { aliases, indexNames, versionOf } from './settings.ts';

export interface OpenSearchOptions extends Connection {
  /** What the names of the indexes begin with. */
  readonly prefix: string;
  /** Whether the user is meant to write. One that isn't, but could, is refused. */
  readonly purpose: 'read' | 'write';
  readonly spread: Spread;
}

/** The engine on a cluster of OpenSearch. */
export class OpenSearchEngine extends ServerEngine {
  constructor(options: OpenSearchOptions) {
    super(new OpenSearchServer(options));
  }
}

class OpenSearchServer implements SearchServer {
  readonly name = 'OpenSearch';
  readonly #options: OpenSearchOptions;
  readonly #searching: Client;
  readonly #writing: Client;
  #isReader: boolean;
  /** Of the live collection, what tells whether a report has changed; empty where the next one is filled from nothing. */
  #liveDigests: ReadonlyMap<string, string> = new Map();
  /** Of those reports, the ones whose blocks in the next collection aren't the same. */
  #changed = new Map<string, string>();

  constructor(options: OpenSearchOptions) {
    this.#options = options;
    this.#searching = connect(options, 'search');
    this.#writing = connect(options, 'write');
    // Without credentials there is nobody to refuse; `warnings` says so.
    this.#isReader = options.purpose === 'write' || options.credentials === null;
  }

  asEngineError(error: unknown): EngineError | null {
    return asEngineError(this.#options.urls, error);
  }

  strangeAnswer(cause: unknown): EngineError {
    return strangeAnswer(this.#options.urls, cause);
  }

  async readState() {
    try {
      const { body } = await atOnce(() => this.#searching.get({ index: this.#live.reports, id: STATE_ID }));
      return {
        stored: body._source as unknown as StoredState,
        version: versionOf(this.#options.prefix, body._index),
      };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async countBlocks(): Promise<number> {
    try {
      return await countOf(this.#searching, this.#live.blocks);
    } catch (error) {
      if (isMissing(error)) return 0;
      throw error;
    }
  }

  changedSettings(): Promise<string[]> {
    return changedMappings(this.#searching, this.#options.prefix);
  }

  async summaries(): Promise<ReportSummary[]> {
    const reports = await this.#storedReports(this.#live.reports, ['summary']);
    return reports.map(({ summary }) => summary);
  }

  search(collection: LiveCollection, request: SearchRequest): Promise<Answer<SearchResult>> {
    return this.#unlessReplaced(collection, ({ blocks }) =>
      search({ ...collection, client: this.#searching, index: blocks }, request),
    );
  }

  storedReport(collection: LiveCollection, id: string): Promise<Answer<StoredReport | null>> {
    return this.#unlessReplaced(collection, async ({ reports: index }) => {
      const [stored] = await allOf<StoredReport>(this.#searching, index, {
        query: { bool: { filter: [{ term: { id } }, { term: { stored: STORED_REPORT_KIND } }] } },
        sort: [{ id: 'asc' }],
      });
      return stored ?? null;
    });
  }

  blocksOf(collection: LiveCollection, id: string): Promise<Answer<Block[]>> {
    return this.#unlessReplaced(collection, async ({ blocks: index }) => {
      const stored = await allOf<Pick<StoredBlock, 'block'>>(this.#searching, index, {
        query: { term: { report: id } },
        sort: [{ number: 'asc' }],
        _source: ['block'],
      });
      return stored.map(({ block }) => block);
    });
  }

  vocabularyParts(collection: LiveCollection): Promise<Answer<StoredVocabulary[]>> {
    return this.#unlessReplaced(collection, ({ reports: index }) =>
      allOf<StoredVocabulary>(this.#searching, index, {
        query: { term: { stored: STORED_VOCABULARY_KIND } },
        sort: [{ part: 'asc' }],
      }),
    );
  }

  /** Once is enough; where the cluster was away at the start, it is the first thing when it is back. */
  async refuseWriter(): Promise<void> {
    if (this.#isReader) return;
    await refuseWriter(this.#searching, this.#options.prefix);
    this.#isReader = true;
  }

  async warnings(): Promise<string[]> {
    const { credentials, urls } = this.#options;
    if (credentials === null) {
      return [
        'OpenSearch 没有要求用户名和密码：凡是连得上的都能改写索引。请只让本机或内网连接，或启用它的安全插件。',
      ];
    }
    const isPlain = urls.some((url) => new URL(url).protocol === 'http:');
    return isPlain ? ['OpenSearch 的用户名和密码以明文传送。请改用 https，见 docs/operations.md。'] : [];
  }

  prepare(): Promise<string[]> {
    return patiently(async () => {
      const { body } = await this.#writing.info();
      checkVersion(body.version);
      const { prefix, spread } = this.#options;
      const isApplied = await applyReplicas(this.#writing, prefix, spread);
      return isApplied ? [`OpenSearch 索引的副本数已改为 ${spread.replicas}。`] : [];
    });
  }

  removeLeftovers(): Promise<void> {
    return removeLeftovers(this.#writing, this.#options.prefix);
  }

  async createNext(): Promise<void> {
    const { prefix, spread } = this.#options;
    this.#changed = new Map();
    const isWhole = async () => (await this.readState())?.stored.blocks === (await this.countBlocks());
    const isClone = await createPair(this.#writing, prefix, spread, isWhole);
    const stored = isClone
      ? await patiently(() => this.#storedReports(this.#live.reports, ['id', 'digest']))
      : [];
    this.#liveDigests = new Map(stored.map(({ id, digest }) => [id, digest]));
    // Until they turn up in the next collection they are taken for gone.
    for (const { id } of stored) this.#changed.set(id, '');
  }

  stored(document: ReportDocument): StoredDocuments {
    const { blocks, report } = openSearchDocuments(document);
    const isKept = this.#liveDigests.get(report.id) === report.digest;
    if (isKept) this.#changed.delete(report.id);
    else if (this.#liveDigests.has(report.id)) this.#changed.set(report.id, report.digest);
    return { blocks: isKept ? [] : blocks, report };
  }

  sendBlocks(batch: readonly Sendable[]): Promise<void> {
    return store(this.#writing, this.#next.blocks, batch);
  }

  sendReports(batch: readonly Sendable[]): Promise<void> {
    return store(this.#writing, this.#next.reports, batch);
  }

  /** Removes the blocks that only the collection before had. */
  async finishNext(): Promise<void> {
    const { blocks, reports } = this.#next;
    await patiently(() => this.#writing.indices.refresh({ index: [blocks, reports] }));
    for (const [report, digest] of this.#changed) {
      const old = {
        query: { bool: { filter: { term: { report } }, must_not: { term: { digest } } } },
        sort: [{ number: 'asc' }],
        _source: false,
      };
      await patiently(async () => {
        for await (const page of pagesOf(this.#writing, blocks, old)) {
          await removeDocuments(
            this.#writing,
            blocks,
            page.map(({ _id }) => _id),
          );
        }
      });
    }
    await patiently(() => this.#writing.indices.refresh({ index: blocks }));
  }

  contentsOf(pair: Pair): Promise<Contents> {
    const { blocks, reports } = aliases(this.#options.prefix)[pair];
    return patiently(async () => {
      const { body } = await this.#writing.get({ index: reports, id: STATE_ID });
      return {
        blocks: await countOf(this.#writing, blocks),
        reports: await countOf(this.#writing, reports),
        fingerprint: (body._source as unknown as StoredState).state.fingerprint,
      };
    });
  }

  swap(): Promise<void> {
    return swapPairs(this.#writing, this.#options.prefix);
  }

  get #live() {
    return aliases(this.#options.prefix).live;
  }

  get #next() {
    return aliases(this.#options.prefix).next;
  }

  #storedReports(index: string, fields: (keyof OpenSearchReport)[]): Promise<OpenSearchReport[]> {
    const query = { term: { stored: STORED_REPORT_KIND } };
    const client = this.#options.purpose === 'write' ? this.#writing : this.#searching;
    return allOf<OpenSearchReport>(client, index, { query, sort: [{ id: 'asc' }], _source: fields });
  }

  /** Reads from the indexes of one version of the collection, unless they have been replaced and removed. */
  async #unlessReplaced<Result>(
    { version }: LiveCollection,
    read: (names: ReturnType<typeof indexNames>) => Promise<Result>,
  ): Promise<Answer<Result>> {
    try {
      return await read(indexNames(this.#options.prefix, version));
    } catch (error) {
      if (errorType(error) === 'index_not_found_exception') return 'collection changed';
      throw error;
    }
  }
}

/** How many documents an index holds. */
async function countOf(client: Client, index: string): Promise<number> {
  const [found] = await ask(client, index, [{ query: { match_all: {} }, size: 0, track_total_hits: true }]);
  return found?.hits.total?.value ?? 0;
}
