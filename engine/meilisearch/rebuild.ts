import type { EnqueuedTaskPromise, Meilisearch, Settings } from 'meilisearch';
import type { Sendable } from '../batches.ts';
import { EngineError } from '../errors.ts';
import { apiErrorCode } from './client.ts';
import { BLOCKS_SETTINGS, type IndexNames, indexNames, REPORTS_SETTINGS } from './settings.ts';

/** Removes what a run that was killed has left: its tasks and its half-filled, or replaced, indexes. */
export async function removeLeftovers(client: Meilisearch, prefix: string): Promise<void> {
  const { next } = indexNames(prefix);
  const { results } = await client.getIndexes({ limit: 10_000 });
  const present = results.map(({ uid }) => uid).filter((uid) => uid === next.blocks || uid === next.reports);
  if (present.length === 0) return;
  await done(client.tasks.cancelTasks({ indexUids: present, statuses: ['enqueued', 'processing'] }));
  for (const uid of present) await done(client.deleteIndex(uid));
}

export async function createPair(client: Meilisearch, names: IndexNames): Promise<void> {
  await create(client, names.blocks, BLOCKS_SETTINGS);
  await create(client, names.reports, REPORTS_SETTINGS);
}

async function create(client: Meilisearch, uid: string, settings: Settings): Promise<void> {
  await done(client.createIndex(uid, { primaryKey: 'id' }));
  await done(client.index(uid).updateSettings(settings));
}

export async function send(client: Meilisearch, uid: string, batch: readonly Sendable[]): Promise<void> {
  const lines = batch.map(({ json }) => json).join('\n');
  await done(client.index(uid).addDocumentsFromString(lines, 'application/x-ndjson'));
}

/** Exchanges two pairs. Only indexes that exist can be: an empty pair without a state counts as none. */
export async function swap(client: Meilisearch, a: IndexNames, b: IndexNames): Promise<void> {
  for (const uid of [a.blocks, a.reports, b.blocks, b.reports]) {
    try {
      await client.getRawIndex(uid);
    } catch (error) {
      if (apiErrorCode(error) !== 'index_not_found') throw error;
      await done(client.createIndex(uid, { primaryKey: 'id' }));
    }
  }
  await done(
    client.swapIndexes([
      { indexes: [a.blocks, b.blocks], rename: false },
      { indexes: [a.reports, b.reports], rename: false },
    ]),
  );
}

/** Waits for a task. @throws EngineError where it fails. */
export async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error, indexUid } = await task.waitTask();
  if (status === 'succeeded') return;
  throw new EngineError(
    'unavailable',
    `Meilisearch 没有完成一项任务（${indexUid ?? ''} ${status}）：${error?.message ?? ''}。请检查它的日志和磁盘空间。`,
  );
}
