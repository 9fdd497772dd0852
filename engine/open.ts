import { resolve } from 'node:path';
import type { SearchEngine } from './engine.ts';
import { EngineError } from './errors.ts';
import { readKeyFile } from './meilisearch/keys.ts';
import { MeilisearchEngine } from './meilisearch/meilisearch-engine.ts';
import { SqliteEngine } from './sqlite/sqlite-engine.ts';

/** The environment variables an engine is chosen and reached by; see the README. */
type EngineEnvironment = Readonly<
  Partial<
    Record<
      | 'ENGINE'
      | 'DATABASE_FILE'
      | 'MEILI_URL'
      | 'MEILI_INDEX_PREFIX'
      | 'MEILI_ADMIN_KEY'
      | 'MEILI_SEARCH_KEY'
      | 'MEILI_SEARCH_KEY_FILE',
      string
    >
  >
>;

/** What the names of our indexes begin with: Meilisearch may hold other collections. */
const INDEX_PREFIX = 'gov_reports_';

/**
 * Opens the engine the environment asks for: `ENGINE`, or Meilisearch where `MEILI_URL` is set, or SQLite.
 * @param purpose whether to open it with a key that may write.
 * @throws EngineError `misconfigured` where the environment doesn't say enough.
 */
export function openEngine(environment: EngineEnvironment, purpose: 'read' | 'write'): SearchEngine {
  const name = environment.ENGINE || (environment.MEILI_URL ? 'meilisearch' : 'sqlite');
  switch (name) {
    case 'sqlite':
      return new SqliteEngine(resolve(environment.DATABASE_FILE || 'data/index.sqlite'));
    case 'meilisearch':
      return openMeilisearch(environment, purpose);
    default:
      throw new EngineError(
        'misconfigured',
        `环境变量 ENGINE 的值“${name}”无法识别，可用的值：sqlite、meilisearch。`,
      );
  }
}

function openMeilisearch(environment: EngineEnvironment, purpose: 'read' | 'write'): MeilisearchEngine {
  const url = environment.MEILI_URL;
  if (!isServerAddress(url)) {
    throw new EngineError(
      'misconfigured',
      '请用环境变量 MEILI_URL 写明 Meilisearch 的地址，如 http://127.0.0.1:7700。',
    );
  }
  const readerKeyFile = resolve(environment.MEILI_SEARCH_KEY_FILE || 'data/meili-search-key');
  const readerKey = environment.MEILI_SEARCH_KEY || readKeyFile(readerKeyFile);
  const key = purpose === 'write' ? environment.MEILI_ADMIN_KEY : readerKey;
  if (!key) throw new EngineError('misconfigured', missingKey(purpose));
  if (!/^[\x21-\x7e]+$/.test(key)) {
    // What is wrong with it can't be shown: it is a key.
    throw new EngineError(
      'misconfigured',
      'Meilisearch 的密钥里有空格、换行或非 ASCII 字符，请检查是否复制完整。',
    );
  }
  const prefix = environment.MEILI_INDEX_PREFIX || INDEX_PREFIX;
  if (!/^[\w-]{1,100}$/.test(prefix)) {
    throw new EngineError('misconfigured', '环境变量 MEILI_INDEX_PREFIX 只能有字母、数字、_ 和 -。');
  }
  return new MeilisearchEngine({ url, key, prefix, purpose, readerKeyFile });
}

/** An address of http or https; a name and password in it would not be sent. */
function isServerAddress(text: string | undefined): text is string {
  if (!text || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

function missingKey(purpose: 'read' | 'write'): string {
  return purpose === 'write'
    ? '建立索引需要能写入 Meilisearch 的密钥，请写入环境变量 MEILI_ADMIN_KEY。'
    : '网站需要 Meilisearch 的检索密钥：请写入环境变量 MEILI_SEARCH_KEY，或先用 MEILI_ADMIN_KEY 运行 npm run index，它会把密钥写入 MEILI_SEARCH_KEY_FILE。';
}
