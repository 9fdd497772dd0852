import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Key, KeyCreation, Meilisearch } from 'meilisearch';
import { EngineError } from '../errors.ts';
import { pairNames } from '../rebuild.ts';
import { unreachable } from './client.ts';
import { SEARCH_TIMEOUT_MS } from './settings.ts';

/** What the web server may do: search and read, in this project's live indexes. */
function readerKey(prefix: string): KeyCreation & { name: string } {
  const { live } = pairNames(prefix);
  return {
    name: `${prefix}reader`,
    description: '政府报告检索网站：只能检索和读取',
    actions: ['documents.get', 'search', 'settings.get'],
    indexes: [live.blocks, live.reports],
    expiresAt: null,
  };
}

/**
 * Makes sure that there is a key for the web server, and that it is in the file where the server looks.
 * @returns whether anything had to be changed.
 */
export async function provideReaderKey(admin: Meilisearch, prefix: string, file: string): Promise<boolean> {
  const wanted = readerKey(prefix);
  const { results } = await admin.getKeys({ limit: 1_000 });
  const found = results.find((key) => key.name === wanted.name);
  const key = found && isAsWanted(found, wanted) ? found : await admin.createKey(wanted);
  if (found && found !== key) await admin.deleteKey(found.uid);
  if (readKeyFile(file) === key.key) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${key.key}\n`, { mode: 0o600 });
  // A file that was there before keeps its mode.
  chmodSync(file, 0o600);
  return true;
}

function isAsWanted(found: Key, wanted: KeyCreation): boolean {
  const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();
  return same(found.actions, wanted.actions) && same(found.indexes, wanted.indexes);
}

/** The key a file holds, or undefined where there is none. */
export function readKeyFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Requests that a key which may write gets as far as to have refused for what they say: none changes
 * anything. What has no such request can’t be asked: dumps, snapshots, exports, and removing an index to which
 * alone a key is limited.
 */
const WRITES = [
  { method: 'POST', path: '/indexes/INDEX/documents', body: '' },
  { method: 'POST', path: '/indexes/INDEX/documents/delete', body: '{}' },
  { method: 'PATCH', path: '/indexes/INDEX/settings', body: '{"noSuchSetting":1}' },
  { method: 'PATCH', path: '/indexes/INDEX', body: '{"noSuchField":1}' },
  { method: 'DELETE', path: '/indexes/INDEX_that_nobody_has', body: '' },
  { method: 'POST', path: '/indexes', body: '{}' },
  { method: 'POST', path: '/swap-indexes', body: '{}' },
  { method: 'POST', path: '/tasks/cancel', body: '' },
  { method: 'DELETE', path: '/tasks', body: '' },
  { method: 'GET', path: '/keys', body: '' },
  { method: 'POST', path: '/keys', body: '{}' },
  { method: 'PATCH', path: `/keys/${NOBODY}`, body: '{}' },
  { method: 'DELETE', path: `/keys/${NOBODY}`, body: '' },
  { method: 'POST', path: '/webhooks', body: '{}' },
  { method: 'DELETE', path: `/webhooks/${NOBODY}`, body: '' },
  { method: 'PATCH', path: '/network', body: '{"noSuchField":1}' },
  { method: 'PATCH', path: '/experimental-features', body: '{"noSuchFeature":1}' },
] as const;

/**
 * Refuses a key that can do more than search and read.
 * @throws EngineError `unsafe`; `unavailable` where the server can't say.
 */
export async function refuseWritingKey(url: string, key: string, prefix: string): Promise<void> {
  const { blocks, reports } = pairNames(prefix).live;
  const probes = WRITES.flatMap((probe) => {
    const paths = [blocks, reports].map((index) => probe.path.replace('INDEX', index));
    return [...new Set(paths)].map((path) => ({ ...probe, path }));
  });
  for (const { method, path, body } of probes) {
    const address = `${url.replace(/\/+$/, '')}${path}`;
    const request = { method, headers: headersWith(key), ...(body === '' ? {} : { body }) };
    const response = await fetch(address, {
      ...request,
      signal: AbortSignal.timeout(SEARCH_TIMEOUT_MS),
    }).catch(() => null);
    if (!response) throw unreachable(url);
    await response.body?.cancel();
    if (response.status === 401 || response.status === 403) continue;
    if (response.status >= 500) throw unreachable(url);
    throw new EngineError(
      'unsafe',
      `网站的 Meilisearch 密钥权限过大（${method} ${path} 未被拒绝）。请改用只能检索和读取的密钥：npm run index 会生成一个，写入 MEILI_SEARCH_KEY_FILE。`,
    );
  }
}

function headersWith(key: string): Record<string, string> {
  return { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
}
