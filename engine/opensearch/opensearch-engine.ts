import type { Client } from '@opensearch-project/opensearch';
import type { Block, ReportSummary } from '../../report/types.ts';
import type { SearchRequest, SearchResult } from '../engine.ts';
import type { EngineError } from '../errors.ts';
import { type IndexNames, pairNames, patiently, type RebuildTarget } from '../rebuild.ts';
import { type Answer, type LiveCollection, type SearchServer, ServerEngine } from '../server-engine.ts';
import {
  STORED_REPORT_KIND,
  STORED_VOCABULARY_KIND,
  type StoredBlock,
  type StoredReport,
  type StoredVocabulary,
} from '../stored-documents.ts';
import { refuseWriter } from './access.ts';
import { allOf, atOnce, countOf } from './ask.ts';
import {
  asEngineError,
  type Connection,
  checkVersion,
  connect,
  errorType,
  isMissing,
  strangeAnswer,
} from './client.ts';
import { applySettings, changedMappings, changedShards, type Spread } from './pairs.ts';
import { search } from './search.ts';
import { indexNames, versionOf } from './settings.ts';
import { OpenSearchTarget, stateIn, storedReports } from './target.ts';

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
  readonly target: RebuildTarget;
  readonly #options: OpenSearchOptions;
  readonly #searching: Client;
  readonly #writing: Client;

  constructor(options: OpenSearchOptions) {
    this.#options = options;
    this.#searching = connect(options, 'search');
    this.#writing = connect(options, 'write');
    this.target = new OpenSearchTarget(this.#writing, options.prefix, options.spread);
  }

  asEngineError(error: unknown): EngineError | null {
    return asEngineError(this.#options.urls, error);
  }

  strangeAnswer(cause: unknown): EngineError {
    return strangeAnswer(this.#options.urls, cause);
  }

  async readState() {
    try {
      const { stored, index } = await atOnce(() => stateIn(this.#searching, this.#live.reports));
      return { stored, version: versionOf(this.#options.prefix, index) };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async countDocuments(of: keyof IndexNames): Promise<number> {
    try {
      return await countOf(this.#searching, this.#live[of]);
    } catch (error) {
      if (isMissing(error)) return 0;
      throw error;
    }
  }

  changedSettings(): Promise<string[]> {
    const { prefix, purpose, spread } = this.#options;
    return atOnce(async () => [
      ...(await changedMappings(this.#searching, prefix)),
      // How many are wanted is the indexer's to know.
      ...(purpose === 'write' ? await changedShards(this.#searching, prefix, spread) : []),
    ]);
  }

  async summaries(): Promise<ReportSummary[]> {
    return (await storedReports(this.#searching, this.#live.reports, ['summary'])).map(
      ({ summary }) => summary,
    );
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

  async refuseWriter(): Promise<void> {
    const { credentials, prefix, purpose } = this.#options;
    // Without credentials there is nobody to refuse; `warnings` says so.
    if (purpose === 'read' && credentials !== null) await refuseWriter(this.#searching, prefix);
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

  async prepare(): Promise<string[]> {
    // Who has written the address wrong is told at once.
    const { body } = await atOnce(() => this.#writing.info()).catch((error) => {
      // It takes what follows the host in an address for the name of an index.
      throw isMissing(error) ? this.strangeAnswer(error) : error;
    });
    checkVersion(body.version);
    const { prefix, spread } = this.#options;
    const isApplied = await patiently(this.target, () => applySettings(this.#writing, prefix, spread));
    return isApplied ? [`OpenSearch 索引的副本数已改为 ${spread.replicas}。`] : [];
  }

  get #live() {
    return pairNames(this.#options.prefix).live;
  }

  /** Reads from the indexes of one version of the collection, unless they have been replaced and removed. */
  async #unlessReplaced<Result>(
    { version }: LiveCollection,
    read: (names: IndexNames) => Promise<Result>,
  ): Promise<Answer<Result>> {
    try {
      return await read(indexNames(this.#options.prefix, version));
    } catch (error) {
      if (errorType(error) === 'index_not_found_exception') return 'collection changed';
      throw error;
    }
  }
}
