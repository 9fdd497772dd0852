import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { MeilisearchEngine } from '../../engine/meilisearch/meilisearch-engine.ts';
import { testServer } from '../fixtures/meilisearch-server.ts';
import { describeEngine } from './engine-contract.ts';

const server = testServer('contract');

if (server) {
  const { url, key, prefix } = server;
  const folder = mkdtempSync(join(tmpdir(), 'meilisearch-contract-'));
  describeEngine('Meilisearch', {
    open: async () =>
      new MeilisearchEngine({ url, key, prefix, purpose: 'write', readerKeyFile: join(folder, 'key') }),
    async cleanUp() {
      await server.cleanUp();
      rmSync(folder, { recursive: true, force: true });
    },
  });
} else {
  describe.skip('Meilisearch keeps the engine contract (no server)');
}
