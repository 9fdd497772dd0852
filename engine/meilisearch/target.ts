import type { EnqueuedTaskPromise, Meilisearch, Settings } from 'meilisearch';
import type { Sendable } from '../batches.ts';
import type { ReportDocument } from '../document.ts';
import { EngineError } from '../errors.ts';
import {
  type Contents,
  type IndexNames,
  type Pair,
  pairNames,
  patiently,
  type RebuildTarget,
  type StoredDocuments,
} from '../rebuild.ts';
import { retried } from '../retried.ts';
import { STATE_ID, type StoredState, storedReport } from '../stored-documents.ts';
import { apiErrorCode, isPassing } from './client.ts';
import { meilisearchBlocks } from './documents.ts';
import { BLOCKS_SETTINGS, REPORTS_SETTINGS } from './settings.ts';

/** The two pairs of indexes on a Meilisearch server. */
export class MeilisearchTarget implements RebuildTarget {
  readonly name = 'Meilisearch';
  readonly isPassing = isPassing;
  readonly #client: Meilisearch;
  readonly #names: Readonly<Record<Pair, IndexNames>>;

  /** @param client with a key that may write. */
  constructor(client: Meilisearch, prefix: string) {
    this.#client = client;
    this.#names = pairNames(prefix);
  }

  async removeLeftovers(): Promise<void> {
    const indexUids = Object.values(this.#names.next);
    // Also what was asked for when the answer got lost.
    await done(this.#client.tasks.cancelTasks({ indexUids, statuses: ['enqueued', 'processing'] }));
    const { results } = await this.#client.getIndexes({ limit: 10_000 });
    for (const { uid } of results) if (indexUids.includes(uid)) await done(this.#client.deleteIndex(uid));
  }

  async createNext(): Promise<void> {
    await this.#create(this.#names.next.blocks, BLOCKS_SETTINGS);
    await this.#create(this.#names.next.reports, REPORTS_SETTINGS);
  }

  stored(document: ReportDocument): StoredDocuments {
    return { blocks: meilisearchBlocks(document), report: storedReport(document) };
  }

  sendBlocks(batch: readonly Sendable[]): Promise<readonly Sendable[]> {
    return this.#send(this.#names.next.blocks, batch);
  }

  sendReports(batch: readonly Sendable[]): Promise<readonly Sendable[]> {
    return this.#send(this.#names.next.reports, batch);
  }

  async finishNext(): Promise<void> {}

  async contentsOf(pair: Pair): Promise<Contents> {
    const { blocks, reports } = this.#names[pair];
    const countOf = async (uid: string) => (await this.#client.index(uid).getStats()).numberOfDocuments;
    const { state } = await this.#client.index(reports).getDocument<StoredState>(STATE_ID);
    return {
      blocks: await countOf(blocks),
      reports: await countOf(reports),
      fingerprint: state.fingerprint,
    };
  }

  /** Only indexes that exist can be swapped: an empty pair without a state counts as none. */
  async swap(): Promise<void> {
    const { live, next } = this.#names;
    for (const uid of Object.values(live)) await patiently(this, () => this.#provide(uid));
    await done(
      this.#client.swapIndexes([
        { indexes: [live.blocks, next.blocks], rename: false },
        { indexes: [live.reports, next.reports], rename: false },
      ]),
    );
  }

  async #provide(uid: string): Promise<void> {
    try {
      await this.#client.getRawIndex(uid);
    } catch (error) {
      if (apiErrorCode(error) !== 'index_not_found') throw error;
      await done(this.#client.createIndex(uid, { primaryKey: 'id' }));
    }
  }

  async #create(uid: string, settings: Settings): Promise<void> {
    await done(this.#client.createIndex(uid, { primaryKey: 'id' }));
    await done(this.#client.index(uid).updateSettings(settings));
  }

  /** It takes all or nothing. */
  async #send(uid: string, batch: readonly Sendable[]): Promise<readonly Sendable[]> {
    const lines = batch.map(({ json }) => json).join('\n');
    await done(this.#client.index(uid).addDocumentsFromString(lines, 'application/x-ndjson'));
    return [];
  }
}

/** Waits for a task, also while the server is away for a moment. @throws EngineError where it fails. */
export async function done(task: EnqueuedTaskPromise): Promise<void> {
  // Whether it was taken at all isn't for here to try again.
  await task;
  const { status, error, indexUid } = await retried(() => task.waitTask(), isPassing);
  if (status === 'succeeded') return;
  throw new EngineError(
    'unavailable',
    `Meilisearch 没有完成一项任务（${indexUid ?? ''} ${status}）：${error?.message ?? ''}。请检查它的日志和磁盘空间。`,
  );
}
