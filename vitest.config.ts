import { defineConfig } from 'vitest/config';

const E2E = 'tests/e2e/**/*.test.ts';
const OPENSEARCH = 'tests/opensearch/**/*.test.ts';

export default defineConfig({
  test: {
    // The dictionary takes a second or two to load, a browser longer to start.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'code', include: ['tests/**/*.test.ts'], exclude: [E2E, OPENSEARCH] } },
      // Reading and indexing the corpus takes seconds: once for all of them.
      { extends: true, test: { name: 'e2e', include: [E2E], globalSetup: 'tests/fixtures/project-site.ts' } },
      {
        extends: true,
        test: {
          name: 'opensearch',
          include: [OPENSEARCH],
          globalSetup: 'tests/fixtures/opensearch-cluster.ts',
          // One of them kills nodes.
          fileParallelism: false,
        },
      },
    ],
  },
});
