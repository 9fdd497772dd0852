import { Batches, type Sendable } from './batches.ts';
import type { ReportDocument } from './document.ts';
import type { CorpusState } from './engine.ts';
import { EngineError } from './errors.ts';
import { retried } from './retried.ts';
import { storedState, storedVocabulary } from './stored-documents.ts';
import { VocabularyTally } from './vocabulary.ts';

/** The live pair of indexes, which the site reads, and the one the next collection is prepared in. */
export type Pair = 'live' | 'next';

/** The names of a pair's indexes. */
export type IndexNames = Readonly<Record<'blocks' | 'reports', string>>;

/** What the pairs are called. */
export function pairNames(prefix: string): Readonly<Record<Pair, IndexNames>> {
  return {
    live: { blocks: `${prefix}blocks`, reports: `${prefix}reports` },
    next: { blocks: `${prefix}blocks_next`, reports: `${prefix}reports_next` },
  };
}

/** What a pair of indexes holds. */
export interface Contents {
  readonly blocks: number;
  /** Documents of the index of reports: the reports, the vocabulary and the state. */
  readonly reports: number;
  /** Of the corpus, as the state has it; undefined where there is no state. */
  readonly fingerprint: string | undefined;
}

/** A report as a server keeps it. */
export interface StoredDocuments {
  /** Those that must be sent: none where the server has them already. */
  readonly blocks: readonly { readonly id: string }[];
  readonly report: { readonly id: string };
}

/** What rebuilding needs of a server. Each step may be run again: sending a document twice must be the same as once. */
export interface RebuildTarget {
  /** As messages call it. */
  readonly name: string;
  /** Whether what failed may succeed after a while: the server is busy, or away for a moment. */
  isPassing(error: unknown): boolean;
  /** Removes what a run that was killed has left, and what was replaced. */
  removeLeftovers(): Promise<void>;
  /** Makes the pair for the next collection, of which nothing is left. */
  createNext(): Promise<void>;
  stored(document: ReportDocument): StoredDocuments;
  /** @returns the documents that the server was too busy for. */
  sendBlocks(batch: readonly Sendable[]): Promise<readonly Sendable[]>;
  sendReports(batch: readonly Sendable[]): Promise<readonly Sendable[]>;
  /** Called when all was sent, before {@link contentsOf}. */
  finishNext(): Promise<void>;
  contentsOf(pair: Pair): Promise<Contents>;
  /** Exchanges the two pairs in one step; again, and all is as before. This is not run again where it fails. */
  swap(): Promise<void>;
}

/** The server didn't take in all that it was sent, and may later. */
export class Busy extends EngineError {
  constructor(target: RebuildTarget, documents: number) {
    super('unavailable', `${target.name} 一直太忙，有 ${documents} 条没有收下。请检查它的负载。`);
  }
}

/** Runs a step; again, for about two minutes, while the server is busy or away. */
export function patiently<Result>(target: RebuildTarget, step: () => Promise<Result>): Promise<Result> {
  return retried(step, (error) => error instanceof Busy || target.isPassing(error));
}

/**
 * Fills a new pair of indexes, checks it, and swaps it with the live pair in one step; the old pair goes
 * only after the new one has answered. Whatever happens before the swap, readers notice nothing.
 * @throws EngineError where the server fails or the new pair isn't what was sent; and whatever the source
 *   of reports throws.
 */
export async function rebuild(
  target: RebuildTarget,
  reports: AsyncIterable<ReportDocument>,
  state: CorpusState,
): Promise<void> {
  const sent = await fillNext(target, reports, state);
  await target.swap();
  try {
    await verify(target, 'live', sent);
  } catch (error) {
    await target.swap();
    throw error;
  }
  await patiently(target, () => target.removeLeftovers());
}

/** Makes the new pair; where that fails nothing of it stays. */
async function fillNext(
  target: RebuildTarget,
  reports: AsyncIterable<ReportDocument>,
  state: CorpusState,
): Promise<Contents> {
  try {
    await patiently(target, async () => {
      // Also of a try before this one.
      await target.removeLeftovers();
      await target.createNext();
    });
    const sent = await fill(target, reports, state);
    await patiently(target, () => target.finishNext());
    await verify(target, 'next', sent);
    return sent;
  } catch (error) {
    // If this fails too, the next run does it; what went wrong first is what has to be told.
    await target.removeLeftovers().catch(() => {});
    throw error;
  }
}

async function fill(
  target: RebuildTarget,
  reports: AsyncIterable<ReportDocument>,
  state: CorpusState,
): Promise<Contents> {
  const blocks = new Batches((batch) => sendAll(target, batch, (rest) => target.sendBlocks(rest)));
  const others = new Batches((batch) => sendAll(target, batch, (rest) => target.sendReports(rest)));
  const vocabulary = new VocabularyTally();
  let blockCount = 0;
  for await (const document of reports) {
    vocabulary.add(document);
    const stored = target.stored(document);
    for (const block of stored.blocks) await blocks.add(block);
    await others.add(stored.report);
    blockCount += document.blocks.length;
  }
  await blocks.end();
  for (const part of storedVocabulary(vocabulary.entries())) await others.add(part);
  await others.add(storedState(state, blockCount, others.count + 1));
  return { blocks: blockCount, reports: await others.end(), fingerprint: state.fingerprint };
}

async function sendAll(
  target: RebuildTarget,
  batch: readonly Sendable[],
  send: (rest: readonly Sendable[]) => Promise<readonly Sendable[]>,
): Promise<void> {
  let rest = batch;
  await patiently(target, async () => {
    rest = await send(rest);
    if (rest.length > 0) throw new Busy(target, rest.length);
  });
}

async function verify(target: RebuildTarget, pair: Pair, sent: Contents): Promise<void> {
  const found = await patiently(target, () => target.contentsOf(pair));
  const again = '请再运行一次 npm run index。';
  for (const [name, what] of [
    ['blocks', '段落'],
    ['reports', '报告'],
  ] as const) {
    if (found[name] === sent[name]) continue;
    throw new EngineError(
      'unavailable',
      `${target.name} 新建的${what}索引有 ${found[name]} 条，应有 ${sent[name]} 条。${again}`,
    );
  }
  if (found.fingerprint !== sent.fingerprint) {
    throw new EngineError('unavailable', `${target.name} 换上的不是刚建好的索引。${again}`);
  }
}
