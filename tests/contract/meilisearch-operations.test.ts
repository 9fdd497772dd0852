import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type RequestListener, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { KeyCreation } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Filters, NO_FILTERS } from '../../engine/engine.ts';
import { MeilisearchEngine } from '../../engine/meilisearch/meilisearch-engine.ts';
import { parseQuery } from '../../text/query.ts';
import { asDocuments, COLLECTION } from '../fixtures/collection.ts';
import { type Listening, listening } from '../fixtures/listening.ts';
import { type TestServer, testServer } from '../fixtures/meilisearch-server.ts';

const STATE = { fingerprint: 'one', problems: [] };
const SEARCH = {
  query: parseQuery('发展'),
  filters: NO_FILTERS,
  sort: 'relevance',
  offset: 0,
  limit: 5,
} as const;

/** Every way there is to change something on a server, the project's own indexes included. */
const writes = (index: string) =>
  [
    ['POST', `/indexes/${index}/documents`, [{ id: 'x' }]],
    ['PUT', `/indexes/${index}/documents`, [{ id: 'x' }]],
    ['DELETE', `/indexes/${index}/documents`],
    ['DELETE', `/indexes/${index}/documents/x`],
    ['POST', `/indexes/${index}/documents/delete-batch`, ['x']],
    ['POST', `/indexes/${index}/documents/delete`, { filter: 'year = 2025' }],
    ['POST', `/indexes/${index}/documents/edit`, { function: 'doc.x = 1' }],
    ['POST', '/indexes', { uid: 'stranger' }],
    ['PATCH', `/indexes/${index}`, { primaryKey: 'x' }],
    ['DELETE', `/indexes/${index}`],
    ['PATCH', `/indexes/${index}/settings`, { stopWords: ['发'] }],
    ['DELETE', `/indexes/${index}/settings`],
    ['PUT', `/indexes/${index}/settings/stop-words`, ['发']],
    ['POST', '/swap-indexes', [{ indexes: [index, 'other'] }]],
    ['POST', '/keys', { actions: ['*'], indexes: ['*'], expiresAt: null }],
    ['GET', '/keys'],
    ['POST', '/dumps'],
    ['POST', '/snapshots'],
    ['GET', '/tasks'],
    ['POST', '/tasks/cancel?statuses=enqueued'],
    ['DELETE', '/tasks?statuses=succeeded'],
    ['PATCH', '/experimental-features', {}],
    ['GET', '/stats'],
  ] as const;

const server = testServer('operations');

if (server) describe('Meilisearch in operation', () => describeOperations(server));
else describe.skip('Meilisearch in operation (no server)');

function describeOperations({ url, key, prefix, admin, cleanUp }: TestServer): void {
  const folder = mkdtempSync(join(tmpdir(), 'meilisearch-operations-'));
  const readerKeyFile = join(folder, 'keys', 'reader');
  const open = (changes: { url?: string; key?: string; purpose?: 'read' | 'write' } = {}) =>
    new MeilisearchEngine({ url, key, prefix, purpose: 'write', readerKeyFile, ...changes });
  const writer = open();
  let readerKey: string;

  beforeAll(async () => {
    await writer.prepare();
    await writer.replace(asDocuments(COLLECTION), STATE);
    readerKey = readFileSync(readerKeyFile, 'utf8').trim();
  });

  afterAll(async () => {
    await cleanUp();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leaves a key in a file that only its owner reads, once', async () => {
    expect(statSync(readerKeyFile).mode & 0o077).toBe(0);
    expect(await writer.prepare()).toEqual([]);
    expect(readFileSync(readerKeyFile, 'utf8').trim()).toBe(readerKey);
  });

  it('gives the web server a key that searches and reads', async () => {
    const reader = open({ key: readerKey, purpose: 'read' });
    expect(await reader.check()).toEqual([]);
    expect((await reader.search(SEARCH)).total).toBeGreaterThan(0);
    expect(await reader.reports()).toHaveLength(COLLECTION.length);
    expect(await reader.vocabulary()).toEqual(await writer.vocabulary());
    expect((await reader.report(COLLECTION[0]?.id ?? ''))?.blocks).toHaveLength(8);
  });

  it.each(writes(`${prefix}blocks`))('lets that key not %s %s', async (method, path, body?) => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { authorization: `Bearer ${readerKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(response.status).toBe(403);
  });

  it('lets it not search other indexes', async () => {
    const response = await fetch(new URL(`/indexes/${prefix}blocks_next/search`, url), {
      headers: { authorization: `Bearer ${readerKey}` },
    });
    expect(response.status).toBe(403);
  });

  it('refuses to serve with a key that can write', async () => {
    const reader = open({ purpose: 'read' });
    await expect(reader.check()).rejects.toMatchObject({ code: 'unsafe' });
    await expect(reader.search(SEARCH)).rejects.toMatchObject({ code: 'unsafe' });
  });

  it.each([
    ['documents.delete', 'blocks'],
    ['documents.add', 'reports'],
    ['settings.update', 'reports'],
    ['indexes.delete', '*'],
    ['keys.delete', '*'],
    ['webhooks.create', '*'],
  ])('refuses to serve with a key for %s on %s', async (action, index) => {
    const { key: partialKey } = await admin.createKey({
      name: `${prefix}partial`,
      actions: ['search', 'documents.get', action] as KeyCreation['actions'],
      indexes: [index === '*' ? '*' : `${prefix}${index}`],
      expiresAt: null,
    });
    const reader = open({ key: partialKey, purpose: 'read' });
    await expect(reader.check()).rejects.toMatchObject({ code: 'unsafe' });
  });

  it('says in plain words what is wrong, and never the key', async () => {
    const cases = [
      [{ key: 'no-such-key', purpose: 'read' }, 'misconfigured', /密钥/],
      [{ url: 'http://127.0.0.1:9', purpose: 'read' }, 'unavailable', /MEILI_URL/],
    ] as const;
    for (const [changes, code, message] of cases) {
      const failure = await open(changes)
        .search(SEARCH)
        .catch((error: unknown) => error);
      expect(failure).toMatchObject({ code, message: expect.stringMatching(message) });
      expect(String(failure)).not.toContain('no-such-key');
    }
  });

  it('counts an overloaded or a silent server as away, and comes back with it', async () => {
    let mood: 'silent' | 'busy' | 'strange' = 'busy';
    const answer: RequestListener = (_request, response) => {
      if (mood === 'busy') response.writeHead(503, { 'content-type': 'application/json' }).end('{}');
      if (mood === 'strange') response.writeHead(200, { 'content-type': 'text/html' }).end('<p>gateway</p>');
    };
    const proxy = await listening(createServer(answer));
    const reader = open({ url: proxy.address });
    try {
      await expect(reader.search(SEARCH)).rejects.toMatchObject({ code: 'unavailable' });
      mood = 'strange';
      await expect(reader.search(SEARCH)).rejects.toMatchObject({ code: 'unavailable' });
      mood = 'silent';
      await expect(reader.search(SEARCH)).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringMatching(/限定时间/),
      });
    } finally {
      await proxy.close();
    }
  });

  it('goes on indexing where the server is away for moments', { timeout: 120_000 }, async () => {
    const gateway = await shakyGateway(url);
    const indexer = open({ url: gateway.address });
    for (const fingerprint of ['shaky', 'shakier']) {
      await indexer.replace(asDocuments(COLLECTION), { fingerprint, problems: [] });
      expect(await writer.corpusState()).toMatchObject({ fingerprint });
    }
    expect((await open().search(SEARCH)).total).toBeGreaterThan(0);
    expect(gateway.broken()).toBeGreaterThan(2);
    await writer.replace(asDocuments(COLLECTION), STATE);
    await gateway.close();
  });

  it('tells a changed setting when it starts, and mends it when it indexes', async () => {
    const changes = { searchCutoffMs: 1_500, distinctAttribute: 'report', synonyms: { a: ['b'] } };
    await admin.index(`${prefix}blocks`).updateSettings(changes).waitTask();
    const reader = open({ key: readerKey, purpose: 'read' });
    const names = Object.keys(changes).map((name) => expect.stringContaining(name));
    expect(await reader.check()).toEqual([names[0]]);
    // Rather no answer than one that is wrong.
    await expect(reader.search(SEARCH)).rejects.toMatchObject({ code: 'misconfigured', message: names[1] });
    expect(await writer.prepare()).toEqual([names[2]]);
    expect(await reader.check()).toEqual([]);
    expect((await reader.search(SEARCH)).total).toBeGreaterThan(0);
  });

  it('counts an index that has lost blocks as none, and has it made again', async () => {
    await admin.index(`${prefix}blocks`).deleteAllDocuments().waitTask();
    expect(await writer.corpusState()).toBeNull();
    await expect(open().search(SEARCH)).rejects.toMatchObject({ code: 'no_index' });
    await admin.deleteIndex(`${prefix}blocks`).waitTask();
    expect(await writer.corpusState()).toBeNull();
    await writer.replace(asDocuments(COLLECTION), STATE);
    expect(await writer.corpusState()).toEqual(STATE);
    expect((await open().search(SEARCH)).total).toBeGreaterThan(0);
  });

  it('takes filters to the letter, as the other engine does', async () => {
    const total = async (filters: Partial<Filters>) =>
      (await writer.search({ ...SEARCH, filters: { ...NO_FILTERS, ...filters } })).total;
    expect(await total({ section: ['tasks'] })).toBeGreaterThan(0);
    expect(await total({ section: ['TASKS'] })).toBe(0);
    expect(await total({ kind: ['政府⼯作报告'] })).toBe(0);
    expect(await total({ report: ['510100-2025-WORK-report'] })).toBe(0);
  });

  it('has no index where nothing was ever indexed', async () => {
    const other = new MeilisearchEngine({
      url,
      key,
      prefix: `${prefix}other_`,
      purpose: 'write',
      readerKeyFile,
    });
    expect(await other.corpusState()).toBeNull();
    await expect(other.search(SEARCH)).rejects.toMatchObject({ code: 'no_index' });
    await expect(other.report('510100-2025-work-report')).rejects.toMatchObject({ code: 'no_index' });
  });
}

/** Passes on what it is asked, but for two of thirty requests, whose connections it breaks: one before that, one after. */
async function shakyGateway(to: string): Promise<Listening & { broken(): number }> {
  let requests = 0;
  let broken = 0;
  const passOn: RequestListener = async (asked, answer) => {
    requests += 1;
    // What a swap is broken by is told to the operator: whether it was done isn't known.
    const isBroken = requests % 30 > 27 && !asked.url?.startsWith('/swap-indexes');
    if (isBroken) broken += 1;
    if (isBroken && broken % 2 === 0) {
      answer.destroy();
      return;
    }
    const body = await buffer(asked);
    const { method = 'GET', headers } = asked;
    const passed = request(new URL(asked.url ?? '/', to), { method, headers }, (response) => {
      if (isBroken) {
        response.resume();
        answer.destroy();
        return;
      }
      answer.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(answer);
    });
    passed.end(body);
  };
  return { ...(await listening(createServer(passOn))), broken: () => broken };
}
