import { resolve } from 'node:path';
import { EngineError } from '../errors.ts';
import { isServerAddress } from '../server-address.ts';
import { readKeyFile } from './keys.ts';
import type { MeilisearchOptions } from './meilisearch-engine.ts';

/** The environment variables that say how to reach Meilisearch; see docs/operations.md. */
export type MeilisearchEnvironment = Readonly<
  Partial<
    Record<
      'MEILI_URL' | 'MEILI_INDEX_PREFIX' | 'MEILI_ADMIN_KEY' | 'MEILI_SEARCH_KEY' | 'MEILI_SEARCH_KEY_FILE',
      string
    >
  >
>;

/** @throws EngineError `misconfigured` where the environment doesn't say enough. */
export function meilisearchOptions(
  environment: MeilisearchEnvironment,
  purpose: 'read' | 'write',
  defaultPrefix: string,
): MeilisearchOptions {
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
  const prefix = environment.MEILI_INDEX_PREFIX || defaultPrefix;
  if (!/^[\w-]{1,100}$/.test(prefix)) {
    throw new EngineError('misconfigured', '环境变量 MEILI_INDEX_PREFIX 只能有字母、数字、_ 和 -。');
  }
  return { url, key, prefix, purpose, readerKeyFile };
}

function missingKey(purpose: 'read' | 'write'): string {
  return purpose === 'write'
    ? '建立索引需要能写入 Meilisearch 的密钥，请写入环境变量 MEILI_ADMIN_KEY。'
    : '网站需要 Meilisearch 的检索密钥：请写入环境变量 MEILI_SEARCH_KEY，或先用 MEILI_ADMIN_KEY 运行 npm run index，它会把密钥写入 MEILI_SEARCH_KEY_FILE。';
}
