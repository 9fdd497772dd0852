import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@opensearch-project/opensearch';
import { EngineError } from '../errors.ts';

const INTERVAL_MS = 200;
/** A copy that waits for its turn, or for a node that has just gone, isn't being made for so many intervals at most. */
const MOST_IDLE = 150;

/**
 * Waits until indexes have all their copies, so that a node may go; or all that there are nodes for, where those are
 * too few.
 * @param replicas copies of each part beyond the first.
 * @throws EngineError where there are nodes, and none of them is given a copy for half a minute.
 */
export async function untilCopied(client: Client, index: readonly string[], replicas: number): Promise<void> {
  for (let idle = 0; idle < MOST_IDLE; ) {
    const { body } = await client.cluster.health({ index: [...index] });
    if (body.status === 'green') return;
    const isBeingMade = body.initializing_shards > 0;
    if (!isBeingMade && body.number_of_data_nodes <= replicas) return;
    idle = isBeingMade ? 0 : idle + 1;
    await wait(INTERVAL_MS);
  }
  throw new EngineError(
    'unavailable',
    'OpenSearch 一直没有建好新索引的副本，读者用的仍是原来的索引。请检查各节点的磁盘和 cluster.routing.allocation 的设置，再运行一次 npm run index。',
  );
}
