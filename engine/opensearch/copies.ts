import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@opensearch-project/opensearch';

const INTERVAL_MS = 200;
/** A copy that waits for its turn, or for a node that has just gone, isn't being made for so many intervals at most. */
const MOST_IDLE = 150;

/**
 * Waits until indexes have all their copies, so that a node may go; or until none is being made any more, for there
 * are fewer nodes than copies, or none that takes them.
 * @param replicas copies of each part beyond the first.
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
}
