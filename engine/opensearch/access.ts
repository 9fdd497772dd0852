import type { Client } from '@opensearch-project/opensearch';
import { errors } from '@opensearch-project/opensearch';
import { EngineError } from '../errors.ts';
import { pairNames } from '../rebuild.ts';
import { errorType } from './client.ts';

/** A request that a user who may write gets as far as to have refused for what it says: it changes nothing. */
interface Probe {
  readonly method: 'DELETE' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
}

const NOBODY = 'that-nobody-has';
/** No name may have a space. */
const NOT_A_NAME = 'not%20a%20name';
/** No document is at this place of the history, so what asks for it is a conflict. */
const CONFLICT = 'if_seq_no=0&if_primary_term=1';

/** What could be done to an index, if it is there or not; it must not come to be by that. */
function changesOf(index: string): Probe[] {
  return [
    { method: 'PUT', path: `/${index}/_doc/${NOBODY}?require_alias=true&${CONFLICT}`, body: {} },
    { method: 'POST', path: `/${index}/_update/${NOBODY}?require_alias=true`, body: { doc: {} } },
    { method: 'DELETE', path: `/${index}/_doc/${NOBODY}?${CONFLICT}` },
    { method: 'PUT', path: `/${index}/_settings`, body: { index: { no_such_setting: 1 } } },
    { method: 'PUT', path: `/${index}/_mapping`, body: { no_such_parameter: 1 } },
    { method: 'DELETE', path: `/${index}/_alias/${NOBODY}` },
    { method: 'PUT', path: `/${index}-NOT-A-NAME` },
    { method: 'DELETE', path: `/${index}-${NOBODY}` },
    { method: 'POST', path: `/${index}-${NOBODY}/_close` },
    { method: 'PUT', path: `/${index}-${NOBODY}/_block/write` },
  ];
}

/** What could be done to the cluster, and by that to ours. */
const CHANGES_OF_CLUSTER: readonly Probe[] = [
  { method: 'PUT', path: '/_cluster/settings', body: { persistent: { 'no.such.setting': 1 } } },
  { method: 'POST', path: '/_cluster/reroute?dry_run=true', body: {} },
  { method: 'PUT', path: `/_template/${NOT_A_NAME}`, body: { index_patterns: [NOBODY] } },
  { method: 'PUT', path: `/_index_template/${NOT_A_NAME}`, body: { index_patterns: [NOBODY] } },
  { method: 'PUT', path: `/_component_template/${NOT_A_NAME}`, body: { template: {} } },
  { method: 'PUT', path: `/_ingest/pipeline/${NOBODY}`, body: { processors: [{ no_such: {} }] } },
  { method: 'PUT', path: `/_search/pipeline/${NOBODY}`, body: { request_processors: [{ no_such: {} }] } },
  { method: 'PUT', path: `/_scripts/${NOBODY}`, body: { script: { lang: 'no_such', source: '0' } } },
  { method: 'DELETE', path: `/_snapshot/${NOBODY}` },
  { method: 'DELETE', path: `/_snapshot/${NOBODY}/${NOBODY}` },
  // Who may do that may give himself any of the above.
  { method: 'DELETE', path: `/_plugins/_security/api/roles/${NOBODY}` },
];

/** All that a reader must not get done. */
export function probesOf(prefix: string): readonly Probe[] {
  const { blocks, reports } = pairNames(prefix).live;
  return [...changesOf(blocks), ...changesOf(reports), ...CHANGES_OF_CLUSTER];
}

/**
 * Refuses a user who can do more than search and read. What can't be told is in docs/operations.md.
 * @param client with the reader's credentials.
 * @throws EngineError `unsafe`; and whatever goes wrong on the way there.
 */
export async function refuseWriter(client: Client, prefix: string): Promise<void> {
  for (const probe of probesOf(prefix)) {
    if (await isRefused(client, probe)) continue;
    throw new EngineError(
      'unsafe',
      `网站的 OpenSearch 用户权限过大（${probe.method} ${probe.path} 未被拒绝）。请改用只能检索和读取的角色，见 docs/operations.md。`,
    );
  }
}

async function isRefused(client: Client, { method, path, body }: Probe): Promise<boolean> {
  try {
    await client.transport.request({ method, path, ...(body && { body }) }, { maxRetries: 0 });
    return false;
  } catch (error) {
    if (!(error instanceof errors.ResponseError)) throw error;
    const status = error.statusCode ?? 0;
    if (status >= 500 || status === 429 || status === 401) throw error;
    // An index that is closed to writing answers 403 too: to those who may write.
    return status === 403 && errorType(error) !== 'cluster_block_exception';
  }
}
