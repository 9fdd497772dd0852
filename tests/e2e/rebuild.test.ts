import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type TestServer, testServer } from '../fixtures/meilisearch-server.ts';
import { describeRebuilding, type Subject } from '../fixtures/rebuilding.ts';

const sqlite: Subject = {
  name: 'SQLite',
  environment: (folder) => ({ ENGINE: 'sqlite', DATABASE_FILE: join(folder, 'data', 'index.sqlite') }),
  leftovers: async (folder) =>
    readdirSync(join(folder, 'data')).filter(
      (name) => name !== 'index.sqlite' && name !== 'index.sqlite.words',
    ),
  cleanUp: async () => {},
};

function meilisearch({ prefix, indexes, cleanUp }: TestServer): Subject {
  return {
    name: 'Meilisearch',
    environment: (folder) => ({
      ENGINE: 'meilisearch',
      MEILI_INDEX_PREFIX: prefix,
      MEILI_SEARCH_KEY: '',
      MEILI_SEARCH_KEY_FILE: join(folder, 'reader-key'),
    }),
    leftovers: async () => (await indexes()).filter((uid) => uid.endsWith('_next')),
    cleanUp,
  };
}

const server = testServer('rebuild');
describeRebuilding(sqlite);
if (server) describeRebuilding(meilisearch(server));
