import type { Client } from '@opensearch-project/opensearch';
import type { Sendable } from '../batches.ts';
import { EngineError } from '../errors.ts';
import { isBusy } from './client.ts';

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
 * @returns those that the cluster was too busy for.
 * @throws EngineError that names the first that is refused.
 */
export function store(
  client: Client,
  alias: string,
  batch: readonly Sendable[],
): Promise<readonly Sendable[]> {
  return send(client, alias, batch, ({ id, json }) => [JSON.stringify({ index: { _id: id } }), json]);
}

/** Removes documents. @returns those that the cluster was too busy for. */
export function removeDocuments(
  client: Client,
  alias: string,
  ids: readonly string[],
): Promise<readonly Sendable[]> {
  const batch = ids.map((id) => ({ id, json: '' }));
  return send(client, alias, batch, ({ id }) => [JSON.stringify({ delete: { _id: id } })]);
}

async function send(
  client: Client,
  alias: string,
  batch: readonly Sendable[],
  linesOf: (document: Sendable) => string[],
): Promise<readonly Sendable[]> {
  const { body } = await client.bulk({
    // An alias that is gone must not become an index of its own.
    index: alias,
    require_alias: true,
    body: `${batch.flatMap(linesOf).join('\n')}\n` as never,
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
