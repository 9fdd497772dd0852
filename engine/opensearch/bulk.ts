import type { Client } from '@opensearch-project/opensearch';
import type { Sendable } from '../batches.ts';
import { EngineError } from '../errors.ts';
import { retried } from '../retried.ts';
import { isBusy, isPassing } from './client.ts';
import { patiently } from './pairs.ts';

/** Some documents weren't taken in, and may be later. */
class Busy extends Error {
  override readonly name = 'Busy';
}

/** What a bulk request says of one document. */
interface Outcome {
  readonly status: number;
  readonly error?: {
    readonly type?: string;
    readonly reason?: string;
    readonly caused_by?: { readonly reason?: string };
  };
}

/**
 * Stores documents, under their ids.
 * @throws EngineError that names the first that is refused.
 */
export async function store(client: Client, alias: string, batch: readonly Sendable[]): Promise<void> {
  let rest = batch;
  await retried(
    async () => {
      const lines = rest.flatMap(({ id, json }) => [JSON.stringify({ index: { _id: id } }), json]);
      rest = await sendLines(client, alias, rest, lines);
      if (rest.length > 0) throw new Busy('OpenSearch 暂时没有收下全部段落');
    },
    (error) => error instanceof Busy || isPassing(error),
  ).catch((error) => {
    throw error instanceof Busy
      ? new EngineError('unavailable', `OpenSearch 一直太忙，有 ${rest.length} 条没有收下。请检查它的负载。`)
      : error;
  });
}

/** Removes documents. */
export async function removeDocuments(client: Client, alias: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const batch = ids.map((id) => ({ id, json: '' }));
  await patiently(() =>
    sendLines(
      client,
      alias,
      batch,
      ids.map((_id) => JSON.stringify({ delete: { _id } })),
    ),
  );
}

/** @returns those that the cluster was too busy for. */
async function sendLines(
  client: Client,
  alias: string,
  batch: readonly Sendable[],
  lines: readonly string[],
): Promise<Sendable[]> {
  const { body } = await client.bulk({
    // An alias that is gone must not become an index of its own.
    index: alias,
    require_alias: true,
    body: `${lines.join('\n')}\n` as never,
  });
  if (!body.errors) return [];
  const outcomes = body.items.map((item) => Object.values(item)[0] as unknown as Outcome);
  outcomes.forEach(({ status, error }, i) => {
    if (error && !isBusy(status)) throw refused(batch[i] as Sendable, error);
  });
  return batch.filter((_, i) => outcomes[i]?.error !== undefined);
}

function refused(
  { id, json }: Sendable,
  { type, reason, caused_by }: NonNullable<Outcome['error']>,
): EngineError {
  const { report, number } = json === '' ? {} : (JSON.parse(json) as { report?: string; number?: number });
  const name = report === undefined ? id : `报告 ${report} 第 ${number} 段（${id}）`;
  return new EngineError(
    'unavailable',
    `OpenSearch 没有收下${name}：${type ?? ''} ${caused_by?.reason ?? reason ?? ''}`,
  );
}
