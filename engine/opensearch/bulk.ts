import type { Client } from '@opensearch-project/opensearch';
import type { Sendable } from '../batches.ts';
import { EngineError } from '../errors.ts';
import { retried } from '../retried.ts';
import { isBusy, isPassing } from './client.ts';

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
export function store(client: Client, alias: string, batch: readonly Sendable[]): Promise<void> {
  return sendAll(client, alias, batch, ({ id, json }) => [JSON.stringify({ index: { _id: id } }), json]);
}

/** Removes documents. */
export function removeDocuments(client: Client, alias: string, ids: readonly string[]): Promise<void> {
  const batch = ids.map((id) => ({ id, json: '' }));
  return sendAll(client, alias, batch, ({ id }) => [JSON.stringify({ delete: { _id: id } })]);
}

/** Sends what is to be done with documents, until all of it is done. */
async function sendAll(
  client: Client,
  alias: string,
  batch: readonly Sendable[],
  linesOf: (document: Sendable) => string[],
): Promise<void> {
  let rest = batch;
  await retried(
    async () => {
      rest = await send(client, alias, rest, rest.flatMap(linesOf));
      if (rest.length > 0) throw new Busy('OpenSearch 暂时没有收下全部段落');
    },
    (error) => error instanceof Busy || isPassing(error),
  ).catch((error) => {
    throw error instanceof Busy
      ? new EngineError('unavailable', `OpenSearch 一直太忙，有 ${rest.length} 条没有收下。请检查它的负载。`)
      : error;
  });
}

/** @returns those that the cluster was too busy for. */
async function send(
  client: Client,
  alias: string,
  batch: readonly Sendable[],
  lines: readonly string[],
): Promise<readonly Sendable[]> {
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
