import type { Meilisearch } from 'meilisearch';
import type { Block, ReportSummary } from '../../report/types.ts';
import { NO_FILTERS, type SearchRequest } from '../engine.ts';
import type { EngineError } from '../errors.ts';
import { type IndexNames, pairNames, type RebuildTarget } from '../rebuild.ts';
import { type LiveCollection, type SearchServer, ServerEngine } from '../server-engine.ts';
import { differences } from '../settings-differences.ts';
import {
  STATE_ID,
  STORED_REPORT_KIND,
  STORED_VOCABULARY_KIND,
  type StoredBlock,
  type StoredReport,
  type StoredState,
  type StoredVocabulary,
} from '../stored-documents.ts';
import {
  apiErrorCode,
  asEngineError,
  type Connection,
  checkVersion,
  connect,
  strangeAnswer,
} from './client.ts';
import { filterExpression } from './filter.ts';
import { provideReaderKey, refuseWritingKey } from './keys.ts';
import { search } from './search.ts';
import { BLOCKS_SETTINGS, REPORTS_SETTINGS } from './settings.ts';
import { done, MeilisearchTarget } from './target.ts';

/** More than a report has blocks, or a collection reports. */
const ALL = 1_000_000;

export interface MeilisearchOptions extends Connection {
  /** What the names of the indexes begin with. */
  readonly prefix: string;
  /** Whether the key is meant to write. One that isn't, but could, is refused. */
  readonly purpose: 'read' | 'write';
  /** Where an indexer leaves the key it makes for the web server. */
  readonly readerKeyFile: string;
}

/** The engine on a Meilisearch server. */
export class MeilisearchEngine extends ServerEngine {
  constructor(options: MeilisearchOptions) {
    super(new MeilisearchServer(options));
  }
}

class MeilisearchServer implements SearchServer {
  readonly name = 'Meilisearch';
  readonly target: RebuildTarget;
  readonly #options: MeilisearchOptions;
  readonly #searching: Meilisearch;
  readonly #writing: Meilisearch;

  constructor(options: MeilisearchOptions) {
    this.#options = options;
    this.#searching = connect(options, 'search');
    this.#writing = connect(options, 'write');
    this.target = new MeilisearchTarget(this.#writing, options.prefix);
  }

  asEngineError(error: unknown): EngineError | null {
    return asEngineError(this.#options.url, error);
  }

  strangeAnswer(cause: unknown): EngineError {
    return strangeAnswer(this.#options.url, cause);
  }

  async readState() {
    const stored = await this.#readDocument<StoredState>(STATE_ID);
    return stored && { stored, version: stored.state.fingerprint };
  }

  async countDocuments(of: keyof IndexNames): Promise<number> {
    try {
      const { totalHits } = await this.#searching
        .index(this.#live[of])
        .search('', { page: 1, hitsPerPage: 0 });
      return totalHits;
    } catch (error) {
      if (apiErrorCode(error) === 'index_not_found') return 0;
      throw error;
    }
  }

  async changedSettings(): Promise<string[]> {
    const { purpose } = this.#options;
    const client = purpose === 'write' ? this.#writing : this.#searching;
    try {
      const [blocks, reports] = await Promise.all([
        client.index(this.#live.blocks).getSettings(),
        client.index(this.#live.reports).getSettings(),
      ]);
      return [...differences(BLOCKS_SETTINGS, blocks), ...differences(REPORTS_SETTINGS, reports)];
    } catch (error) {
      if (apiErrorCode(error) === 'index_not_found') return [];
      throw error;
    }
  }

  async summaries(): Promise<ReportSummary[]> {
    const { results } = await this.#searching
      .index<StoredReport>(this.#live.reports)
      .getDocuments({ fields: ['summary'], filter: `stored = ${STORED_REPORT_KIND}`, limit: ALL });
    return results.map(({ summary }) => summary);
  }

  search(collection: LiveCollection, request: SearchRequest) {
    return search({ ...collection, client: this.#searching, index: this.#live.blocks }, request);
  }

  async storedReport(_: LiveCollection, id: string): Promise<StoredReport | null> {
    const stored = await this.#readDocument<StoredReport>(id);
    return stored?.stored === STORED_REPORT_KIND ? stored : null;
  }

  async blocksOf(_: LiveCollection, id: string): Promise<Block[]> {
    const { hits } = await this.#searching.index<StoredBlock>(this.#live.blocks).search('', {
      filter: filterExpression({ ...NO_FILTERS, report: [id] }),
      sort: ['number:asc'],
      attributesToRetrieve: ['block'],
      limit: ALL,
    });
    return hits.map(({ block }) => block);
  }

  async vocabularyParts(): Promise<StoredVocabulary[]> {
    const { results } = await this.#searching
      .index<StoredVocabulary>(this.#live.reports)
      .getDocuments({ filter: `stored = ${STORED_VOCABULARY_KIND}`, limit: ALL });
    return results;
  }

  async refuseWriter(): Promise<void> {
    const { url, key, prefix, purpose } = this.#options;
    if (purpose === 'read') await refuseWritingKey(url, key, prefix);
  }

  async warnings(): Promise<string[]> {
    return [];
  }

  async prepare(): Promise<string[]> {
    const { prefix, readerKeyFile } = this.#options;
    checkVersion((await this.#writing.getVersion()).pkgVersion);
    const messages: string[] = [];
    if (await provideReaderKey(this.#writing, prefix, readerKeyFile)) {
      messages.push(`已为网站准备好只能检索和读取的密钥，写入 ${readerKeyFile}。`);
    }
    const changed = await this.changedSettings();
    if (changed.length > 0) {
      await done(this.#writing.index(this.#live.blocks).updateSettings(BLOCKS_SETTINGS));
      await done(this.#writing.index(this.#live.reports).updateSettings(REPORTS_SETTINGS));
      messages.push(`Meilisearch 索引的设置已更新：${changed.join('、')}。`);
    }
    return messages;
  }

  get #live() {
    return pairNames(this.#options.prefix).live;
  }

  /** A document of the index of reports, or null where there is none, or no index. */
  async #readDocument<Document extends StoredReport | StoredState>(id: string): Promise<Document | null> {
    // Meilisearch refuses what can't be an id of a document.
    if (!/^[\w-]{1,500}$/.test(id)) return null;
    try {
      return (await this.#searching.index(this.#live.reports).getDocument(id)) as Document;
    } catch (error) {
      const code = apiErrorCode(error);
      if (code === 'document_not_found' || code === 'index_not_found') return null;
      throw error;
    }
  }
}
