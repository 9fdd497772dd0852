import {
  Meilisearch,
  MeilisearchApiError,
  MeilisearchError,
  MeilisearchRequestTimeOutError,
  MeilisearchTaskTimeOutError,
} from 'meilisearch';
import { EngineError } from '../errors.ts';
import { SEARCH_TIMEOUT_MS } from './settings.ts';

/** How to reach a Meilisearch server. */
export interface Connection {
  readonly url: string;
  readonly key: string;
}

/** The oldest server whose answers the contract suite has been run against. */
const OLDEST_VERSION = [1, 50] as const;

/** Writing waits for tasks, which take as long as they take; each request by itself is short. */
const WRITE_TIMEOUT_MS = 60_000;

export function connect({ url, key }: Connection, purpose: 'search' | 'write'): Meilisearch {
  return new Meilisearch({
    host: url,
    apiKey: key,
    timeout: purpose === 'search' ? SEARCH_TIMEOUT_MS : WRITE_TIMEOUT_MS,
    // Compressed answers come in chunks that wait for delayed acknowledgements: 55 ms instead of 12.
    requestInit: { headers: { 'accept-encoding': 'identity' } },
    defaultWaitOptions: { timeout: 0, interval: 100 },
  });
}

/** An answer that isn't Meilisearch's: a gateway's page, say. */
export function strangeAnswer(url: string, cause: unknown): EngineError {
  return new EngineError(
    'unavailable',
    `${serverAt(url)}的回答不像是 Meilisearch 的。请检查 MEILI_URL 和中间的网关。`,
    { cause },
  );
}

/** The server's code for an error, where it gave one. */
export function apiErrorCode(error: unknown): string | undefined {
  return error instanceof MeilisearchApiError ? error.cause?.code : undefined;
}

/** The server can't be reached at all. */
export function unreachable(url: string): EngineError {
  return new EngineError('unavailable', `连不上 ${serverAt(url)}。请确认它已启动，并检查 MEILI_URL。`);
}

/** What an error of the client means, in words an operator can act on; null where it is none. Keys are never in it. */
export function asEngineError(url: string, error: unknown): EngineError | null {
  if (!(error instanceof MeilisearchError)) return null;
  const server = serverAt(url);
  if (isTimeOut(error) || isTimeOut(error.cause)) {
    return new EngineError('unavailable', `${server}没有在限定时间内回应。请检查它的负载。`);
  }
  if (!(error instanceof MeilisearchApiError)) {
    return unreachable(url);
  }
  const { status } = error.response;
  const code = error.cause?.code;
  if (code === 'index_not_found') {
    return new EngineError('no_index', `${server}里还没有索引。请运行 npm run index 建立索引。`);
  }
  if (status === 401 || status === 403) {
    return new EngineError('misconfigured', `${server}不接受这个密钥，或者密钥的权限不够。请检查密钥。`);
  }
  if (isBusy(status)) {
    return new EngineError('unavailable', `${server}暂时无法处理请求（${status}）。请检查它的负载和日志。`);
  }
  return new EngineError(
    'misconfigured',
    `${server}拒绝了请求（${code ?? status}）：${error.cause?.message ?? ''}`,
  );
}

/** Whether an error may be gone after a while: the server is busy, or away. */
export function isPassing(error: unknown): boolean {
  if (error instanceof MeilisearchApiError) return isBusy(error.response.status);
  return error instanceof MeilisearchError;
}

function isBusy(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

function isTimeOut(error: unknown): boolean {
  return error instanceof MeilisearchRequestTimeOutError || error instanceof MeilisearchTaskTimeOutError;
}

/** Names the server without what an address may carry besides, such as a password. */
function serverAt(url: string): string {
  return `Meilisearch（${URL.canParse(url) ? new URL(url).host : 'MEILI_URL'}）`;
}

/** @throws EngineError where a server of this version would give other answers. */
export function checkVersion(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_VERSION;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new EngineError(
    'misconfigured',
    `Meilisearch 的版本是 ${version}，需要 ${OLDEST_VERSION.join('.')} 或更新的版本。请升级 Meilisearch。`,
  );
}
