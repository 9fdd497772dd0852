import { defineConfig } from 'vitest/config';

const E2E = 'tests/e2e/**/*.test.ts';

export default defineConfig({
  test: {
    // The dictionary takes a second or two to load, a browser longer to start.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'code', include: ['tests/**/*.test.ts'], exclude: [E2E] } },
      // Reading and indexing the corpus takes seconds: once for all of them.
      { extends: true, test: { name: 'e2e', include: [E2E], globalSetup: 'tests/fixtures/project-site.ts' } },
    ],
  },
});
