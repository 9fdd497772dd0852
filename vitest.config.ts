import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The dictionary takes a second or two to load, a browser longer to start.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
