import type { Client } from '@opensearch-project/opensearch';
import { errors } from '@opensearch-project/opensearch';
import { EngineError } from '../errors.ts';
import { errorType } from './client.ts';
import { aliases } from './settings.ts';

const NOBODY = 'that-nobody-has';

/**
 * Requests that a user who may write gets as far as to have refused for what they say: none changes anything.
 */
const WRITES = [
  { method: 'POST', path: `/INDEX/_update/${NOBODY}`, body: { doc: {} } },
  { method: 'DELETE', path: `/INDEX/_doc/${NOBODY}` },
  { method: 'PUT', path: '/INDEX/_settings', body: { index: { no_such_setting: 1 } } },
  { method: 'PUT', path: '/INDEX/_mapping', body: { no_such_parameter: 1 } },
  { method: 'DELETE', path: `/INDEX-${NOBODY}` },
  { method: 'PUT', path: '/INDEX-NOT-A-NAME' },
  { method: 'DELETE', path: `/INDEX/_alias/${NOBODY}` },
  { method: 'PUT', path: '/_cluster/settings', body: { persistent: { 'no.such.setting': 1 } } },
] as const;

/**
 * Refuses a user who can do more than search and read.
 * @param client with the reader's credentials.
 * @throws EngineError `unsafe`; and whatever goes wrong on the way there.
 */
export async function refuseWriter(client: Client, prefix: string): Promise<void> {
  const { blocks, reports } = aliases(prefix).live;
  for (const probe of WRITES) {
    for (const index of [blocks, reports]) {
      const path = probe.path.replace('INDEX', index);
      if (await isRefused(client, { ...probe, path })) continue;
      throw new EngineError(
        'unsafe',
        `网站的 OpenSearch 用户权限过大（${probe.method} ${path} 未被拒绝）。请改用只能检索和读取的角色，见 docs/operations.md。`,
      );
    }
  }
}

async function isRefused(client: Client, request: { method: string; path: string }): Promise<boolean> {
  try {
    await client.transport.request(request, { maxRetries: 0 });
    return false;
  } catch (error) {
    if (!(error instanceof errors.ResponseError)) throw error;
    const status = error.statusCode ?? 0;
    if (status >= 500 || status === 429) throw error;
    // An index that is closed to writing answers 403 too: to those who may write.
    return status === 401 || (status === 403 && errorType(error) !== 'cluster_block_exception');
  }
}
