import type { Meilisearch } from 'meilisearch';
import { byNewest } from '../../report/order.ts';
import type { Report, ReportSummary } from '../../report/types.ts';
import type { ReportDocument } from '../document.ts';
import type { CorpusState, SearchEngine, SearchRequest, SearchResult } from '../engine.ts';
import { EngineError } from '../errors.ts';
import type { VocabularyEntry } from '../vocabulary.ts';
import { apiErrorCode, type Connection, calling, checkVersion, connect, reading } from './client.ts';
import {
  STORED_REPORT_KIND,
  STORED_VOCABULARY_KIND,
  type StoredBlock,
  type StoredReport,
  type StoredState,
  type StoredVocabulary,
} from './documents.ts';
import { provideReaderKey, refuseWritingKey } from './keys.ts';
import { done, rebuild, removeLeftovers } from './rebuild.ts';
import { type LiveCollection, search } from './search.ts';
import { BLOCKS_SETTINGS, differences, indexNames, REPORTS_SETTINGS, STATE_ID } from './settings.ts';

/** More than a report has blocks, or a collection reports. */
const ALL = 1_000_000;

/** A search that a swap of indexes came between is run again, this often at most. */
const ATTEMPTS = 3;

export interface MeilisearchOptions extends Connection {
  /** What the names of the indexes begin with. */
  readonly prefix: string;
  /** Whether the key is meant to write. One that isn't, but could, is refused. */
  readonly purpose: 'read' | 'write';
  /** Where an indexer leaves the key it makes for the web server. */
  readonly readerKeyFile: string;
}

/** How long a collection that was found whole, under the right settings, is taken for so. */
const TRUSTED_MS = 10_000;

/** A collection, what it was made from, and when it was last found as it should be. */
interface StatedCollection extends LiveCollection {
  readonly state: CorpusState;
  readonly verifiedAt: number;
}

/** A Meilisearch server that this process shares with others. */
export class MeilisearchEngine implements SearchEngine {
  readonly #options: MeilisearchOptions;
  readonly #searching: Meilisearch;
  readonly #writing: Meilisearch;
  #known: StatedCollection | null = null;
  #isKeyHarmless: boolean;

  constructor(options: MeilisearchOptions) {
    this.#options = options;
    this.#isKeyHarmless = options.purpose === 'write';
    this.#searching = connect(options, 'search');
    this.#writing = connect(options, 'write');
  }

  search(request: SearchRequest): Promise<SearchResult> {
    return this.#reading(async () => {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const collection = await this.#collection();
        const result = await search(collection, request);
        if (result !== 'collection changed') return result;
        this.#known = null;
      }
      throw new EngineError('unavailable', 'Meilisearch 的索引接连更换，这次检索没有完成。请稍后再试。');
    });
  }

  report(id: string): Promise<Report | null> {
    return this.#reading(async () => {
      const stored = await this.#readDocument<StoredReport>(id);
      if (stored?.stored !== STORED_REPORT_KIND) return null;
      const { hits } = await this.#searching.index<StoredBlock>(this.#names.blocks).search('', {
        filter: `report = "${stored.id}"`,
        sort: ['number:asc'],
        attributesToRetrieve: ['block'],
        limit: ALL,
      });
      return { ...stored.body, blocks: hits.map(({ block }) => block) };
    });
  }

  async reports(): Promise<readonly ReportSummary[]> {
    return this.#reading(async () => (await this.#collection()).reports);
  }

  vocabulary(): Promise<readonly VocabularyEntry[]> {
    return this.#reading(async () => {
      await this.#collection();
      const { results } = await this.#searching
        .index<StoredVocabulary>(this.#names.reports)
        .getDocuments({ filter: `stored = ${STORED_VOCABULARY_KIND}`, limit: ALL });
      return results.sort((a, b) => a.part - b.part).flatMap(({ entries }) => entries);
    });
  }

  corpusState(): Promise<CorpusState | null> {
    return this.#reading(async () => {
      const stored = await this.#readDocument<StoredState>(STATE_ID);
      return stored && (await this.#countBlocks()) === stored.blocks ? stored.state : null;
    });
  }

  async check(): Promise<readonly string[]> {
    return this.#reading(async () => {
      await this.#refuseWritingKey();
      const changed = await this.#changedSettings(this.#searching);
      if (changed.length === 0) return [];
      return [settingsMessage(changed)];
    });
  }

  async prepare(): Promise<readonly string[]> {
    const { prefix, readerKeyFile } = this.#options;
    return this.#calling(async () => {
      checkVersion((await this.#writing.getVersion()).pkgVersion);
      await removeLeftovers(this.#writing, prefix);
      const messages: string[] = [];
      if (await provideReaderKey(this.#writing, prefix, readerKeyFile)) {
        messages.push(`已为网站准备好只能检索和读取的密钥，写入 ${readerKeyFile}。`);
      }
      const changed = await this.#changedSettings(this.#writing);
      if (changed.length > 0) {
        await done(this.#writing.index(this.#names.blocks).updateSettings(BLOCKS_SETTINGS));
        await done(this.#writing.index(this.#names.reports).updateSettings(REPORTS_SETTINGS));
        messages.push(`Meilisearch 索引的设置已更新：${changed.join('、')}。`);
      }
      return messages;
    });
  }

  replace(reports: AsyncIterable<ReportDocument>, state: CorpusState): Promise<void> {
    return this.#calling(() => rebuild(this.#writing, this.#options.prefix, reports, state));
  }

  async close(): Promise<void> {
    this.#known = null;
  }

  get #names() {
    return indexNames(this.#options.prefix).live;
  }

  #reading<Result>(call: () => Promise<Result>): Promise<Result> {
    return reading(this.#options.url, call);
  }

  #calling<Result>(call: () => Promise<Result>): Promise<Result> {
    return calling(this.#options.url, call);
  }

  /** Once is enough; where the server was away at the start, it is the first thing when it is back. */
  async #refuseWritingKey(): Promise<void> {
    if (this.#isKeyHarmless) return;
    const { url, key, prefix } = this.#options;
    await refuseWritingKey(url, key, prefix);
    this.#isKeyHarmless = true;
  }

  /** The live collection: what is known of it, unless the server has another by now. */
  async #collection(): Promise<StatedCollection> {
    await this.#refuseWritingKey();
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const stored = await this.#readDocument<StoredState>(STATE_ID);
      if (!stored) {
        throw new EngineError('no_index', 'Meilisearch 里还没有索引。请运行 npm run index 建立索引。');
      }
      const known = this.#known;
      const isSame = known?.state.fingerprint === stored.state.fingerprint;
      if (isSame && performance.now() - known.verifiedAt < TRUSTED_MS) return known;
      const changed = await this.#changedSettings(this.#searching);
      if (changed.length > 0) throw new EngineError('misconfigured', settingsMessage(changed));
      // Where the numbers differ, the indexes may just have been swapped: then the state is another too.
      if ((await this.#countBlocks()) !== stored.blocks) continue;
      const collection = isSame ? known : await this.#readCollection(stored.state);
      this.#known = { ...collection, verifiedAt: performance.now() };
      return this.#known;
    }
    throw new EngineError('no_index', 'Meilisearch 的索引不完整。请运行 npm run index 重建。');
  }

  /** How many blocks the live index holds; none where there is no index. */
  async #countBlocks(): Promise<number> {
    try {
      const { totalHits } = await this.#searching
        .index(this.#names.blocks)
        .search('', { page: 1, hitsPerPage: 0 });
      return totalHits;
    } catch (error) {
      if (apiErrorCode(error) === 'index_not_found') return 0;
      throw error;
    }
  }

  async #readCollection(state: CorpusState): Promise<Omit<StatedCollection, 'verifiedAt'>> {
    const { results } = await this.#searching
      .index<StoredReport>(this.#names.reports)
      .getDocuments({ fields: ['summary'], filter: `stored = ${STORED_REPORT_KIND}`, limit: ALL });
    const reports = results.map(({ summary }) => summary).sort(byNewest);
    return {
      client: this.#searching,
      index: this.#names.blocks,
      reports,
      placeOf: new Map(reports.map((report, place) => [report.id, place])),
      state,
    };
  }

  /** A document of the index of reports, or null where there is none, or no index. */
  async #readDocument<Document extends StoredReport | StoredState>(id: string): Promise<Document | null> {
    // Meilisearch refuses what can't be an id of a document.
    if (!/^[\w-]{1,500}$/.test(id)) return null;
    try {
      return (await this.#searching.index(this.#names.reports).getDocument(id)) as Document;
    } catch (error) {
      const code = apiErrorCode(error);
      if (code === 'document_not_found' || code === 'index_not_found') return null;
      throw error;
    }
  }

  /** The names of the live indexes' settings that aren't as they should be; none without an index. */
  async #changedSettings(client: Meilisearch): Promise<string[]> {
    try {
      const [blocks, reports] = await Promise.all([
        client.index(this.#names.blocks).getSettings(),
        client.index(this.#names.reports).getSettings(),
      ]);
      return [...differences(BLOCKS_SETTINGS, blocks), ...differences(REPORTS_SETTINGS, reports)];
    } catch (error) {
      if (apiErrorCode(error) === 'index_not_found') return [];
      throw error;
    }
  }
}

function settingsMessage(changed: readonly string[]): string {
  return `Meilisearch 索引的设置与程序所需不同（${changed.join('、')}）。请运行 npm run index 更新。`;
}
