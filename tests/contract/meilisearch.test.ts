import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { describe } from 'vitest';
import { MeilisearchEngine } from '../../engine/meilisearch/meilisearch-engine.ts';
import { describeEngine } from './engine-contract.ts';

const { MEILI_URL: url, MEILI_ADMIN_KEY: key } = process.env;

if (url && key) {
  const folder = mkdtempSync(join(tmpdir(), 'meilisearch-contract-'));
  const prefix = `contract_${process.pid}_`;
  const admin = new Meilisearch({ host: url, apiKey: key, defaultWaitOptions: { timeout: 0 } });

  describeEngine('Meilisearch', {
    open: async () =>
      new MeilisearchEngine({
        url,
        key,
        prefix,
        purpose: 'write',
        readerKeyFile: join(folder, 'reader-key'),
      }),
    async cleanUp() {
      for (const { uid } of (await admin.getIndexes({ limit: 1_000 })).results) {
        if (uid.startsWith(prefix)) await admin.deleteIndex(uid).waitTask();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  });
} else {
  const reason = 'no Meilisearch server to test: set MEILI_URL and MEILI_ADMIN_KEY';
  console.log(`skipped: ${reason}`);
  describe.skip(`Meilisearch keeps the engine contract (${reason})`);
}
