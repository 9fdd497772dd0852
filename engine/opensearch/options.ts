import { readFileSync } from 'node:fs';
import { EngineError } from '../errors.ts';
import { isServerAddress } from '../server-address.ts';
import type { Credentials } from './client.ts';
import type { OpenSearchOptions } from './opensearch-engine.ts';

/** The environment variables that say how to reach OpenSearch; see docs/operations.md. */
export type OpenSearchEnvironment = Readonly<
  Partial<
    Record<
      | 'OPENSEARCH_URL'
      | 'OPENSEARCH_INDEX_PREFIX'
      | 'OPENSEARCH_USER'
      | 'OPENSEARCH_PASSWORD'
      | 'OPENSEARCH_API_KEY'
      | 'OPENSEARCH_ADMIN_USER'
      | 'OPENSEARCH_ADMIN_PASSWORD'
      | 'OPENSEARCH_ADMIN_API_KEY'
      | 'OPENSEARCH_CA_FILE'
      | 'OPENSEARCH_SHARDS'
      | 'OPENSEARCH_REPLICAS',
      string
    >
  >
>;

/** OpenSearch takes no more unless its own settings are changed. */
const MOST_SHARDS = 1_024;

/** @throws EngineError `misconfigured` where the environment doesn't say enough. */
export function openSearchOptions(
  environment: OpenSearchEnvironment,
  purpose: 'read' | 'write',
  defaultPrefix: string,
): OpenSearchOptions {
  const prefix = environment.OPENSEARCH_INDEX_PREFIX || defaultPrefix;
  if (!/^[a-z0-9][a-z0-9_-]{0,99}$/.test(prefix)) {
    throw wrong('OPENSEARCH_INDEX_PREFIX', '只能有小写字母、数字、_ 和 -，以字母或数字开头');
  }
  return {
    urls: urlsOf(environment.OPENSEARCH_URL),
    credentials: credentialsOf(environment, purpose),
    authorities: authoritiesOf(environment.OPENSEARCH_CA_FILE),
    prefix,
    purpose,
    spread: {
      shards: wholeNumber('OPENSEARCH_SHARDS', environment.OPENSEARCH_SHARDS || '1', 1, MOST_SHARDS),
      replicas: wholeNumber('OPENSEARCH_REPLICAS', environment.OPENSEARCH_REPLICAS || '1', 0, MOST_SHARDS),
    },
  };
}

function urlsOf(text = ''): string[] {
  const urls = text
    .split(',')
    .map((url) => url.trim())
    .filter((url) => url !== '');
  if (urls.length > 0 && urls.every(isServerAddress)) return urls;
  throw new EngineError(
    'misconfigured',
    '请用环境变量 OPENSEARCH_URL 写明 OpenSearch 各节点的地址，以逗号分隔，如 https://node1:9200,https://node2:9200；用户名和密码另写。',
  );
}

function credentialsOf(environment: OpenSearchEnvironment, purpose: 'read' | 'write'): Credentials | null {
  const whose = purpose === 'write' ? 'OPENSEARCH_ADMIN_' : 'OPENSEARCH_';
  const apiKey = environment[`${whose}API_KEY`];
  const username = environment[`${whose}USER`];
  const password = environment[`${whose}PASSWORD`];
  if (apiKey) {
    // What is wrong with it can't be shown.
    if (!/^[\x21-\x7e]+$/.test(apiKey))
      throw wrong(`${whose}API_KEY`, '里有空格、换行或非 ASCII 字符，请检查是否复制完整');
    return { apiKey };
  }
  if (!username && !password) return null;
  if (!username || !password) throw wrong(`${whose}USER 和 ${whose}PASSWORD`, '要一起写');
  return { username, password };
}

function authoritiesOf(file: string | undefined): string | null {
  if (!file) return null;
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new EngineError('misconfigured', `读不到环境变量 OPENSEARCH_CA_FILE 指定的证书文件 ${file}。`, {
      cause,
    });
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && least <= number && number <= most) return number;
  throw wrong(name, `应为 ${least} 到 ${most} 的整数`);
}

function wrong(name: string, what: string): EngineError {
  return new EngineError('misconfigured', `环境变量 ${name} ${what}。`);
}
