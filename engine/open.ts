import { resolve } from 'node:path';
import type { SearchEngine } from './engine.ts';
import { EngineError } from './errors.ts';
import { MeilisearchEngine } from './meilisearch/meilisearch-engine.ts';
import { type MeilisearchEnvironment, meilisearchOptions } from './meilisearch/options.ts';
import { OpenSearchEngine } from './opensearch/opensearch-engine.ts';
import { type OpenSearchEnvironment, openSearchOptions } from './opensearch/options.ts';
import { SqliteEngine } from './sqlite/sqlite-engine.ts';

/** The environment variables an engine is chosen and reached by; see the README. */
type EngineEnvironment = Readonly<Partial<Record<'ENGINE' | 'DATABASE_FILE', string>>> &
  MeilisearchEnvironment &
  OpenSearchEnvironment;

/** What the names of our indexes begin with: servers may hold other collections. */
const INDEX_PREFIX = 'gov_reports_';

/**
 * Opens the engine the environment asks for: `ENGINE`, or the server whose address is set (`OPENSEARCH_URL`,
 * `MEILI_URL`), or SQLite.
 * @param purpose whether to open it with credentials that may write.
 * @throws EngineError `misconfigured` where the environment doesn't say enough.
 */
export function openEngine(environment: EngineEnvironment, purpose: 'read' | 'write'): SearchEngine {
  const name = environment.ENGINE || engineOf(environment);
  switch (name) {
    case 'sqlite':
      return new SqliteEngine(resolve(environment.DATABASE_FILE || 'data/index.sqlite'));
    case 'meilisearch':
      return new MeilisearchEngine(meilisearchOptions(environment, purpose, INDEX_PREFIX));
    case 'opensearch':
      return new OpenSearchEngine(openSearchOptions(environment, purpose, INDEX_PREFIX));
    default:
      throw new EngineError(
        'misconfigured',
        `环境变量 ENGINE 的值“${name}”无法识别，可用的值：sqlite、meilisearch、opensearch。`,
      );
  }
}

/** The engine whose address is set. @throws EngineError where there are two. */
function engineOf({ MEILI_URL, OPENSEARCH_URL }: EngineEnvironment): string {
  if (MEILI_URL && OPENSEARCH_URL) {
    throw new EngineError(
      'misconfigured',
      'MEILI_URL 和 OPENSEARCH_URL 都已设置，请用环境变量 ENGINE 写明用哪一个：meilisearch 或 opensearch。',
    );
  }
  if (OPENSEARCH_URL) return 'opensearch';
  return MEILI_URL ? 'meilisearch' : 'sqlite';
}
