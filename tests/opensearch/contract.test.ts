import { describe, inject } from 'vitest';
import { OpenSearchEngine } from '../../engine/opensearch/opensearch-engine.ts';
import { describeEngine } from '../contract/engine-contract.ts';
import { describeRandomRuns } from '../contract/random-runs.ts';
import { optionsFor, removeIndexes } from '../fixtures/opensearch-cluster.ts';

const cluster = inject('openSearch');

if (cluster) {
  const underTest = (purpose: string) => {
    const options = optionsFor(cluster, purpose);
    return {
      open: async () => new OpenSearchEngine(options),
      cleanUp: () => removeIndexes(cluster, options.prefix),
    };
  };
  describeEngine('OpenSearch', underTest('contract'));
  describeRandomRuns('OpenSearch', underTest('random'));
} else {
  describe.skip('OpenSearch keeps the engine contract (no Java)');
}
