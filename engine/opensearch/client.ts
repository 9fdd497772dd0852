import { Client, errors } from '@opensearch-project/opensearch';
import { EngineError } from '../errors.ts';
import { SEARCH_TIMEOUT_MS } from './settings.ts';

/** How to reach a cluster. */
export interface Connection {
  /** The addresses of its nodes: where one doesn't answer, the next is asked. */
  readonly urls: readonly string[];
  /** Null for a cluster that asks for none. */
  readonly credentials: Credentials | null;
  /** Certificates of the authorities that vouch for the nodes, as PEM; null for those the system knows. */
  readonly authorities: string | null;
}

export type Credentials =
  | { readonly username: string; readonly password: string }
  | { readonly apiKey: string };

/** The oldest server whose answers the contract suite has been run against. */
const OLDEST_VERSION = [2, 19] as const;

/** Making and filling indexes takes as long as it takes; each request by itself is short. */
const WRITE_TIMEOUT_MS = 120_000;

/** Connects to a cluster. Certificates and the names in them are checked. */
export function connect({ urls, credentials, authorities }: Connection, purpose: 'search' | 'write'): Client {
  return new Client({
    nodes: [...urls],
    requestTimeout: purpose === 'search' ? SEARCH_TIMEOUT_MS : WRITE_TIMEOUT_MS,
    maxRetries: urls.length > 1 ? urls.length : 0,
    // In turn, requests at the same time could all meet the node that is away, again and again.
    nodeSelector: 'random',
    ssl: authorities === null ? {} : { ca: authorities },
    ...(credentials && authorization(credentials)),
  });
}

function authorization(credentials: Credentials) {
  return 'apiKey' in credentials
    ? { headers: { authorization: `ApiKey ${credentials.apiKey}` } }
    : { auth: credentials };
}

/** The kind of an error that the cluster gave, where it gave one. */
export function errorType(error: unknown): string | undefined {
  return error instanceof errors.ResponseError ? error.body?.error?.type : undefined;
}

/**
 * Whether OpenSearch says that what was asked for isn't there: an index, an alias, a document. What is closed, or has
 * another beside it under the same alias, isn't there as one index either.
 */
export function isMissing(error: unknown): boolean {
  if (!(error instanceof errors.ResponseError)) return false;
  // Not everything that answers 404 is OpenSearch.
  const { error: reason, found } = error.body ?? {};
  const type = errorType(error);
  if (type === 'index_closed_exception' || type === 'index_not_found_exception') return true;
  if (error.statusCode === 400) return /^alias .* has more than one ind/i.test(String(reason?.reason));
  return error.statusCode === 404 && (found === false || /^alias/.test(String(reason)));
}

/** Whether an error may be gone after a while: the cluster is busy, or a node of it is away. */
export function isPassing(error: unknown): boolean {
  if (error instanceof errors.ResponseError) return isBusy(error.statusCode ?? 0);
  return (
    (error instanceof errors.ConnectionError && !isAboutCertificate(error)) ||
    error instanceof errors.TimeoutError ||
    error instanceof errors.NoLivingConnectionsError
  );
}

/** Whether to ask again is worth a moment: a node has gone or come, and its work is being passed on. */
export function isMoment(error: unknown): boolean {
  return isPassing(error) && !(error instanceof errors.TimeoutError);
}

/** Whether a status says that the same may be taken in later. */
export function isBusy(status: number): boolean {
  // A shard whose node has just gone gives 500.
  return status === 429 || status >= 500;
}

/** What an error of the client means, in words an operator can act on; null where it is none. No credentials are in it. */
export function asEngineError(urls: readonly string[], error: unknown): EngineError | null {
  const server = clusterAt(urls);
  if (error instanceof errors.ResponseError) return refusal(urls, error);
  if (error instanceof errors.TimeoutError) {
    return new EngineError('unavailable', `${server}没有在限定时间内回应。请检查它的负载。`);
  }
  if (error instanceof errors.ConnectionError && isAboutCertificate(error)) {
    return new EngineError(
      'misconfigured',
      `${server}的证书不能确认（${error.message}）。请检查 OPENSEARCH_CA_FILE，以及 OPENSEARCH_URL 里的主机名与证书是否一致。`,
    );
  }
  if (error instanceof errors.ConnectionError || error instanceof errors.NoLivingConnectionsError) {
    return new EngineError(
      'unavailable',
      `连不上 ${server}。请确认它已启动，并检查 OPENSEARCH_URL，包括是 http 还是 https。`,
    );
  }
  return null;
}

function refusal(urls: readonly string[], error: errors.ResponseError): EngineError {
  const server = clusterAt(urls);
  const status = error.statusCode ?? 0;
  const type = errorType(error);
  if (type === 'index_not_found_exception') {
    return new EngineError('no_index', `${server}里还没有索引。请运行 npm run index 建立索引。`);
  }
  if (type === 'cluster_block_exception') {
    const reason = reasonOf(error);
    const what = /flood-stage|disk/i.test(reason)
      ? '磁盘快满了，索引已改为只读。请腾出空间'
      : '索引或整个集群设了禁止读写的 block。请查明原因并解除';
    return new EngineError('unavailable', `${server}现在不接受写入或读取：${what}（${reason}）。`);
  }
  if (status === 401) {
    return new EngineError('misconfigured', `${server}不认识这个用户，或者密码不对。请检查用户名和密码。`);
  }
  if (status === 403) {
    const [, missing] = /no permissions for \[(.*?)\] and /.exec(reasonOf(error)) ?? [];
    const what = missing ? `，缺 ${missing}` : '';
    return new EngineError(
      'misconfigured',
      `${server}拒绝了请求：这个用户的权限不够${what}。请检查他的角色，见 docs/operations.md。`,
    );
  }
  if (isBusy(status) || status === 408) {
    return new EngineError('unavailable', `${server}暂时无法处理请求（${status}）。请检查它的负载和日志。`);
  }
  // OpenSearch says what it is about.
  if (type === undefined) return strangeAnswer(urls, error);
  return new EngineError('misconfigured', `${server}拒绝了请求（${type}）：${reasonOf(error)}`);
}

function reasonOf(error: errors.ResponseError): string {
  return String(error.body?.error?.root_cause?.[0]?.reason ?? error.body?.error?.reason ?? '');
}

function isAboutCertificate(error: Error): boolean {
  return /certificate|altnames|self[- ]signed|CERT_/i.test(error.message);
}

/** An answer that isn't OpenSearch's: a gateway's page, say. */
export function strangeAnswer(urls: readonly string[], cause: unknown): EngineError {
  return new EngineError(
    'unavailable',
    `${clusterAt(urls)}的回答不像是 OpenSearch 的。请检查 OPENSEARCH_URL 和中间的网关。`,
    { cause },
  );
}

/** Names the cluster without what an address may carry besides, such as a password. */
function clusterAt(urls: readonly string[]): string {
  return `OpenSearch（${urls.map((url) => new URL(url).host).join('、')}）`;
}

/** @throws EngineError where a server of this version would give other answers. */
export function checkVersion({ distribution, number }: { distribution?: string; number: string }): void {
  if (distribution !== 'opensearch') {
    throw new EngineError('misconfigured', `OPENSEARCH_URL 指向的不是 OpenSearch（版本 ${number}）。`);
  }
  const [major = 0, minor = 0] = number.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_VERSION;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new EngineError(
    'misconfigured',
    `OpenSearch 的版本是 ${number}，需要 ${OLDEST_VERSION.join('.')} 或更新的版本。请升级 OpenSearch。`,
  );
}
