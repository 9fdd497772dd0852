import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SearchEngine } from '../../engine/engine.ts';
import { MeilisearchEngine } from '../../engine/meilisearch/meilisearch-engine.ts';
import { openEngine } from '../../engine/open.ts';
import { SqliteEngine } from '../../engine/sqlite/sqlite-engine.ts';
import { readCorpus } from '../../indexer/read-corpus.ts';
import { asDocuments } from '../fixtures/collection.ts';
import { testServer } from '../fixtures/meilisearch-server.ts';
import { asReadersSeeIt, baselines, type Contestant } from './contestants.ts';

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

/** The engines there are, SQLite first, each with the project's reports in an index of its own, and the baselines. */
export async function openContestants(): Promise<{
  readonly engines: readonly Contestant[];
  readonly baselines: readonly Contestant[];
  /** The ids of the blocks of the reports. */
  readonly blocks: ReadonlySet<string>;
  close(): Promise<void>;
}> {
  const reports = (await readCorpus(CORPUS)).map(({ report }) => report);
  const folder = mkdtempSync(join(tmpdir(), 'relevance-'));
  const server = testServer('relevance');
  const sqlite = new SqliteEngine(join(folder, 'index.sqlite'));
  const engines = new Map<string, SearchEngine>([['SQLite', sqlite]]);
  if (server) {
    const { url, key, prefix } = server;
    const readerKeyFile = join(folder, 'key');
    const options = { url, key, prefix, purpose: 'write', readerKeyFile } as const;
    engines.set('Meilisearch', new MeilisearchEngine(options));
  }
  if (process.env.OPENSEARCH_URL) {
    const environment = { ...process.env, ENGINE: 'opensearch', OPENSEARCH_INDEX_PREFIX: 'relevance_' };
    engines.set('OpenSearch', openEngine(environment, 'write'));
  }
  for (const engine of engines.values()) {
    await engine.replace(asDocuments(reports), { fingerprint: 'relevance', problems: [] });
  }
  return {
    engines: [...engines].map(([name, engine]) => asReadersSeeIt(name, engine)),
    baselines: baselines(sqlite, reports),
    blocks: new Set(reports.flatMap((report) => report.blocks.map(({ id }) => id))),
    async close() {
      for (const engine of engines.values()) await engine.close();
      await server?.cleanUp();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
