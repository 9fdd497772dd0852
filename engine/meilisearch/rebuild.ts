import type { EnqueuedTaskPromise, Meilisearch, RecordAny, Settings } from 'meilisearch';
import type { ReportDocument } from '../document.ts';
import type { CorpusState } from '../engine.ts';
import { EngineError } from '../errors.ts';
import { VocabularyTally } from '../vocabulary.ts';
import { apiErrorCode } from './client.ts';
import { type StoredState, storedBlocks, storedReport, storedState, storedVocabulary } from './documents.ts';
import { BLOCKS_SETTINGS, type IndexNames, indexNames, REPORTS_SETTINGS, STATE_ID } from './settings.ts';

/** Size of a batch of documents, as JSON. */
const BATCH_BYTES = 8 * 1024 * 1024;

/** Batches that may wait at the server, so that it never idles and progress stays honest. */
const BATCHES_WAITING = 2;

/**
 * Fills a new pair of indexes, checks it, and swaps it with the live pair in one step; the old pair goes
 * only after the new one has answered. Whatever happens before the swap, readers notice nothing.
 * @throws EngineError where the server fails or the new pair isn't what was sent; and whatever the source
 *   of reports throws.
 */
export async function rebuild(
  client: Meilisearch,
  prefix: string,
  reports: AsyncIterable<ReportDocument>,
  state: CorpusState,
): Promise<void> {
  const { live, next } = indexNames(prefix);
  await removeLeftovers(client, prefix);
  const counts = await fillNext(client, prefix, reports, state);
  await createPairIfMissing(client, live);
  await swap(client, live, next);
  try {
    await verify(client, live, counts, state);
  } catch (error) {
    await swap(client, live, next);
    throw error;
  }
  await removeLeftovers(client, prefix);
}

/** Makes the new pair; where that fails nothing of it stays. */
async function fillNext(
  client: Meilisearch,
  prefix: string,
  reports: AsyncIterable<ReportDocument>,
  state: CorpusState,
): Promise<Counts> {
  const { next } = indexNames(prefix);
  try {
    await createPair(client, next);
    const counts = await fill(client, next, reports, state);
    await verify(client, next, counts, state);
    return counts;
  } catch (error) {
    // If this fails too, the next run does it; what went wrong first is what has to be told.
    await removeLeftovers(client, prefix).catch(() => {});
    throw error;
  }
}

/** Removes what a run that was killed has left: its tasks and its half-filled, or replaced, indexes. */
export async function removeLeftovers(client: Meilisearch, prefix: string): Promise<void> {
  const { next } = indexNames(prefix);
  const { results } = await client.getIndexes({ limit: 10_000 });
  const present = results.map(({ uid }) => uid).filter((uid) => uid === next.blocks || uid === next.reports);
  if (present.length === 0) return;
  await done(client.tasks.cancelTasks({ indexUids: present, statuses: ['enqueued', 'processing'] }));
  for (const uid of present) await done(client.deleteIndex(uid));
}

interface Counts {
  readonly blocks: number;
  /** Documents of the index of reports: the reports, the vocabulary and the state. */
  readonly reports: number;
}

async function createPair(client: Meilisearch, names: IndexNames): Promise<void> {
  await create(client, names.blocks, BLOCKS_SETTINGS);
  await create(client, names.reports, REPORTS_SETTINGS);
}

async function create(client: Meilisearch, uid: string, settings: Settings): Promise<void> {
  await done(client.createIndex(uid, { primaryKey: 'id' }));
  await done(client.index(uid).updateSettings(settings));
}

/** Only indexes that exist can be swapped. An empty pair without a state counts as none. */
async function createPairIfMissing(client: Meilisearch, names: IndexNames): Promise<void> {
  for (const uid of [names.blocks, names.reports]) {
    try {
      await client.getRawIndex(uid);
    } catch (error) {
      if (apiErrorCode(error) !== 'index_not_found') throw error;
      await done(client.createIndex(uid, { primaryKey: 'id' }));
    }
  }
}

async function swap(client: Meilisearch, live: IndexNames, next: IndexNames): Promise<void> {
  await done(
    client.swapIndexes([
      { indexes: [live.blocks, next.blocks], rename: false },
      { indexes: [live.reports, next.reports], rename: false },
    ]),
  );
}

async function fill(
  client: Meilisearch,
  names: IndexNames,
  reports: AsyncIterable<ReportDocument>,
  state: CorpusState,
): Promise<Counts> {
  const blocks = new Batches(client, names.blocks);
  const bodies = new Batches(client, names.reports);
  const vocabulary = new VocabularyTally();
  for await (const document of reports) {
    vocabulary.add(document);
    for (const block of storedBlocks(document)) await blocks.add(block);
    await bodies.add(storedReport(document));
  }
  const blockCount = await blocks.end();
  for (const part of storedVocabulary(vocabulary.entries())) await bodies.add(part);
  await bodies.add(storedState(state, blockCount));
  return { blocks: blockCount, reports: await bodies.end() };
}

/** Sends documents in batches and waits for the server where it falls behind. */
class Batches {
  readonly #client: Meilisearch;
  readonly #uid: string;
  readonly #waiting: Promise<void>[] = [];
  #lines: string[] = [];
  #bytes = 0;
  #count = 0;

  constructor(client: Meilisearch, uid: string) {
    this.#client = client;
    this.#uid = uid;
  }

  async add(document: RecordAny): Promise<void> {
    const line = JSON.stringify(document);
    this.#lines.push(line);
    this.#bytes += Buffer.byteLength(line);
    this.#count += 1;
    if (this.#bytes >= BATCH_BYTES) await this.#send();
  }

  /** @returns how many documents were sent, all of which the server has taken in. */
  async end(): Promise<number> {
    await this.#send();
    await Promise.all(this.#waiting);
    return this.#count;
  }

  async #send(): Promise<void> {
    if (this.#lines.length === 0) return;
    const task = done(
      this.#client.index(this.#uid).addDocumentsFromString(this.#lines.join('\n'), 'application/x-ndjson'),
    );
    // Awaited below or by `end`; until then a failure must not count as nobody's.
    task.catch(() => {});
    this.#waiting.push(task);
    this.#lines = [];
    this.#bytes = 0;
    if (this.#waiting.length > BATCHES_WAITING) await this.#waiting.shift();
  }
}

async function verify(
  client: Meilisearch,
  names: IndexNames,
  counts: Counts,
  state: CorpusState,
): Promise<void> {
  for (const [uid, count] of [
    [names.blocks, counts.blocks],
    [names.reports, counts.reports],
  ] as const) {
    const { numberOfDocuments } = await client.index(uid).getStats();
    if (numberOfDocuments !== count) {
      throw new EngineError(
        'unavailable',
        `Meilisearch 的索引 ${uid} 有 ${numberOfDocuments} 条，应有 ${count} 条。请再运行一次 npm run index。`,
      );
    }
  }
  const stored = await client.index(names.reports).getDocument<StoredState>(STATE_ID);
  if (stored.state.fingerprint !== state.fingerprint) {
    throw new EngineError('unavailable', 'Meilisearch 换上的不是刚建好的索引。请再运行一次 npm run index。');
  }
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
