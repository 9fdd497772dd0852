import { describe, inject } from 'vitest';
import { OpenSearchEngine } from '../../engine/opensearch/opensearch-engine.ts';
import { describeEngine } from '../contract/engine-contract.ts';
import { optionsFor, removeIndexes } from '../fixtures/opensearch-cluster.ts';

const cluster = inject('openSearch');

if (cluster) {
  const options = optionsFor(cluster, 'contract');
  describeEngine('OpenSearch', {
    open: async () => new OpenSearchEngine(options),
    cleanUp: () => removeIndexes(cluster, options.prefix),
  });
} else {
  describe.skip('OpenSearch keeps the engine contract (no Java)');
}
