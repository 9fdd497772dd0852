import { describe, inject } from 'vitest';
import { indexesOf, optionsFor, removeIndexes } from '../fixtures/opensearch-cluster.ts';
import { describeRebuilding } from '../fixtures/rebuilding.ts';

const cluster = inject('openSearch');

if (cluster) {
  const { prefix, urls } = optionsFor(cluster, 'rebuild');
  describeRebuilding({
    name: 'OpenSearch',
    environment: () => ({
      ENGINE: 'opensearch',
      OPENSEARCH_URL: urls.join(),
      OPENSEARCH_INDEX_PREFIX: prefix,
    }),
    // One pair is live; whatever else there is was left behind.
    leftovers: async () => (await indexesOf(cluster, prefix)).slice(2),
    cleanUp: () => removeIndexes(cluster, prefix),
  });
} else {
  describe.skip('rebuilding on OpenSearch (no Java)');
}
