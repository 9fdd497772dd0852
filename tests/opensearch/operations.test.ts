import { createServer, type RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { SearchRequest } from '../../engine/engine.ts';
import { OpenSearchEngine, type OpenSearchOptions } from '../../engine/opensearch/opensearch-engine.ts';
import { BLOCKS_MAPPING, REPORTS_MAPPING } from '../../engine/opensearch/settings.ts';
import { byId } from '../../report/order.ts';
import type { Report } from '../../report/types.ts';
import { asDocuments, COLLECTION, makeReport, requestFor } from '../fixtures/collection.ts';
import { type Listening, listening } from '../fixtures/listening.ts';
import { type Cluster, indexesOf, optionsFor, removeIndexes } from '../fixtures/opensearch-cluster.ts';

const cluster = inject('openSearch');

if (cluster) describe('OpenSearch in operation', () => describeOperations(cluster));
else describe.skip('OpenSearch in operation (no Java)');

const STATE = { fingerprint: 'one', problems: [] };

/** How many blocks the collection has. */
const BLOCKS = COLLECTION.flatMap(({ blocks }) => blocks).length;

/** A report of so many paragraphs. */
function reportOf(year: number, paragraphs: number, word = '发展'): Report {
  return makeReport({ city: '丙川市', province: '四川省', adcode: '510300', year }, [
    ...Array.from({ length: paragraphs }, (_, n) => ['tasks', 'paragraph', `${word}第${n}条。`] as const),
  ]);
}

function describeOperations(cluster: Cluster): void {
  const options = optionsFor(cluster, 'operations');
  const open = (changes: Partial<OpenSearchOptions> = {}) => new OpenSearchEngine({ ...options, ...changes });
  const writer = open();
  const [url = ''] = options.urls;

  /** Asks the cluster behind the adapter's back. */
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${url}/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as never;
  };

  /** Of its own indexes, by what follows the prefix. */
  const behind = (method: string, path: string, body?: object) =>
    ask(method, `${options.prefix}${path}`, body);

  /** @param value null for what it is by itself. */
  const setCluster = (name: string, value: string | null) =>
    ask('PUT', '_cluster/settings', { transient: { [name]: value } });

  /** How many blocks were sent to the live index since it was made. */
  const sentBlocks = async () => {
    const { _all } = (await behind('GET', 'blocks/_stats/indexing')) as {
      _all: { primaries: { indexing: { index_total: number } } };
    };
    return _all.primaries.indexing.index_total;
  };

  beforeAll(() => writer.replace(asDocuments(COLLECTION), STATE));

  afterAll(async () => {
    await writer.close();
    await removeIndexes(cluster, options.prefix);
  });

  it('sends only what has changed, and drops what is gone', async () => {
    const kept = reportOf(2020, 30);
    const old = reportOf(2021, 20);
    const gone = reportOf(2022, 10);
    await writer.replace(asDocuments([kept, old, gone]), STATE);
    expect(await sentBlocks()).toBe(60);
    expect((await writer.search(requestFor('发展'))).total).toBe(60);

    const changed = reportOf(2021, 15, '改革');
    const added = reportOf(2023, 5);
    await writer.replace(asDocuments([added, changed, kept]), { fingerprint: 'two', problems: [] });
    expect(await sentBlocks()).toBe(20);
    const { total, hitsByReport } = await writer.search(requestFor(''));
    expect(total).toBe(50);
    expect(hitsByReport).toEqual(
      new Map([
        [kept.id, 30],
        [changed.id, 15],
        [added.id, 5],
      ]),
    );
    expect((await writer.search(requestFor('改革'))).total).toBe(15);
    expect((await writer.search(requestFor('发展'))).total).toBe(35);
    for (const report of [kept, changed, added]) expect(await writer.report(report.id)).toEqual(report);
    expect(await writer.report(gone.id)).toBeNull();
    expect(await indexesOf(cluster, options.prefix)).toHaveLength(2);

    await writer.replace(asDocuments([]), STATE);
    expect((await writer.search(requestFor(''))).total).toBe(0);
    await writer.replace(asDocuments(COLLECTION), STATE);
  });

  it('sends everything where the number of shards has changed', async () => {
    const other = open({ spread: { shards: 3, replicas: 1 } });
    await other.replace(asDocuments(COLLECTION), STATE);
    expect(await sentBlocks()).toBe(BLOCKS);
    await writer.replace(asDocuments(COLLECTION), STATE);
    expect(await sentBlocks()).toBeGreaterThan(0);
  });

  it('sends everything where paragraphs were ranked otherwise', async () => {
    await behind('POST', 'blocks/_close');
    await behind('PUT', 'blocks/_settings', { similarity: { default: { type: 'BM25', b: 0.5, k1: 1.2 } } });
    await behind('POST', 'blocks/_open');
    await writer.replace(asDocuments(COLLECTION), STATE);
    expect(await sentBlocks()).toBe(BLOCKS);
    await writer.replace(asDocuments(COLLECTION), STATE);
    expect(await sentBlocks()).toBe(0);
  });

  it('applies another number of replicas without indexing again', async () => {
    const single = open({ spread: { shards: 2, replicas: 0 } });
    expect(await single.prepare()).toEqual([expect.stringContaining('副本数')]);
    expect(await single.prepare()).toEqual([]);
    expect(await writer.prepare()).toEqual([expect.stringContaining('副本数')]);
  });

  it('replaces the collection when the new one is on both nodes, not before', async () => {
    const reports = Array.from({ length: 10 }, (_, i) => reportOf(2000 + i, 500));
    await writer.replace(asDocuments(reports), STATE);
    const healthOf = async (index: string) =>
      ((await ask('GET', `_cluster/health/${index}`)) as { status: string }).status;
    // As with far more paragraphs, and a line as fast as lines are.
    const recover = (speed: string | null) => setCluster('indices.recovery.max_bytes_per_sec', speed);
    await recover('50kb');
    try {
      const replaced = writer.replace(asDocuments([...reports, reportOf(2010, 1)]), STATE);
      await expect.poll(() => healthOf(`${options.prefix}blocks_next`)).toBe('yellow');
      await replaced;
      expect(await healthOf(`${options.prefix}blocks,${options.prefix}reports`)).toBe('green');
      expect(await sentBlocks()).toBe(1);
    } finally {
      await recover(null);
    }
  });

  it('keeps the old collection where the new one isn’t given a second node', async () => {
    const { total } = await writer.search(requestFor(''));
    await setCluster('cluster.routing.allocation.enable', 'primaries');
    try {
      await expect(writer.replace(asDocuments([reportOf(2010, 1)]), STATE)).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringMatching(/副本/),
      });
    } finally {
      await setCluster('cluster.routing.allocation.enable', null);
    }
    expect((await writer.search(requestFor(''))).total).toBe(total);
    expect(await indexesOf(cluster, options.prefix)).toHaveLength(2);
  });

  it('doesn’t wait for more copies than there are nodes for', async () => {
    const many = open({ spread: { shards: 2, replicas: 4 } });
    await many.replace(asDocuments(COLLECTION), STATE);
    expect((await many.search(requestFor(''))).total).toBe(BLOCKS);
    await writer.replace(asDocuments(COLLECTION), STATE);
  });

  it('names the report and the paragraph that are refused, and keeps the old collection', async () => {
    const odd = makeReport({ city: '丙川市', province: '四川省', adcode: '510300', year: 3_000_000_000 }, [
      ['tasks', 'paragraph', '好。'],
    ]);
    await expect(writer.replace(asDocuments([reportOf(2020, 2), odd]), STATE)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(new RegExp(`报告 ${odd.id} 第 1 段.*${odd.blocks[0]?.id}`)),
    });
    expect((await writer.search(requestFor(''))).total).toBe(BLOCKS);
    expect(await indexesOf(cluster, options.prefix)).toHaveLength(2);
  });

  it('sends again what the cluster was too busy for', async () => {
    const gateway = await busyGateway(url);
    const indexer = open({ urls: [gateway.address] });
    await indexer.replace(asDocuments([reportOf(2020, 300)]), { fingerprint: 'busy', problems: [] });
    expect((await writer.search(requestFor('发展'))).total).toBe(300);
    expect(await sentBlocks()).toBe(300);
    expect(gateway.refused()).toBeGreaterThan(60);
    await writer.replace(asDocuments(COLLECTION), STATE);
    await gateway.close();
  });

  it('finds pages past the window that OpenSearch finds by place', async () => {
    const reports = Array.from({ length: 26 }, (_, i) => reportOf(2000 + i, 500));
    await writer.replace(asDocuments(reports), STATE);
    const all = [...reports].sort(byId).flatMap(({ blocks }) => blocks.map(({ id }) => id));
    const page = async (changes: Partial<SearchRequest>) => {
      const { hits, total } = await writer.search(requestFor('发展', { sort: 'report', ...changes }));
      expect(total).toBe(all.length);
      return hits;
    };
    const ids = async (offset: number, limit: number) =>
      (await page({ offset, limit })).map(({ block }) => block.id);
    for (const offset of [9_950, 9_999, 10_000, 12_345]) {
      expect(await ids(offset, 100), String(offset)).toEqual(all.slice(offset, offset + 100));
    }
    expect(await ids(12_990, 100)).toEqual(all.slice(12_990));
    expect(await ids(20_000, 10)).toEqual([]);
    expect(await ids(0, 12_000)).toEqual(all.slice(0, 12_000));
    const grouped = await page({ onePerReport: true, limit: 11_000 });
    expect(grouped.map(({ block, more }) => [block.id, more])).toEqual(
      [...reports].sort(byId).map(({ blocks }) => [blocks[0]?.id, 499]),
    );
    await writer.replace(asDocuments(COLLECTION), STATE);
  });

  it('has no gap or repeat between such pages where one copy of the index counts what is gone, and one doesn’t', async () => {
    const reports = Array.from({ length: 26 }, (_, i) => reportOf(2000 + i, 500));
    await writer.replace(asDocuments(reports), STATE);
    const changed = Array.from({ length: 26 }, (_, i) => reportOf(2000 + i, 500, i % 2 ? '发展' : '改革'));
    await writer.replace(asDocuments(changed), STATE);
    await behind('POST', 'blocks/_forcemerge?max_num_segments=1&primary_only=true');
    await behind('POST', 'blocks/_refresh');
    const found: string[] = [];
    for (let offset = 0; offset < 13_000; offset += 1_300) {
      const { hits } = await writer.search(requestFor('发展 OR 改革', { offset, limit: 1_300 }));
      found.push(...hits.map(({ block }) => block.id));
    }
    expect([found.length, new Set(found).size]).toEqual([13_000, 13_000]);
    await writer.replace(asDocuments(COLLECTION), STATE);
  });

  it('answers what has more clauses than OpenSearch takes', async () => {
    const characters = Array.from({ length: 1_900 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    const long = characters.join('，');
    const report = makeReport({ city: '丙川市', province: '四川省', adcode: '510300', year: 2020 }, [
      ['tasks', 'paragraph', `${long}。`],
      ['tasks', 'paragraph', `${characters.slice(1).join('，')}。`],
      ['tasks', 'paragraph', '一丁。'],
    ]);
    await writer.replace(asDocuments([report]), STATE);
    const found = async (q: string) => {
      const { hits, total, exact, facets } = await writer.search(requestFor(q));
      expect([exact, total]).toEqual([true, hits.length]);
      expect([...facets.section.values()].reduce((sum, count) => sum + count, 0)).toBe(total);
      return hits.map(({ block }) => block.number).sort();
    };
    expect(await found(characters.join(' '))).toEqual([1]);
    expect(await found(characters.slice(1).join(' '))).toEqual([1, 2]);
    expect(await found(characters.join('|'))).toEqual([1, 2, 3]);
    expect(
      await found(
        characters
          .slice(1, 1_300)
          .map((one, i) => `${characters[i]}${one}`)
          .join('|'),
      ),
    ).toEqual([3]);
    expect(await found(`发展 ${characters.map((one) => `-${one}`).join(' ')}`.slice(0, 3_999))).toEqual([]);
    await writer.replace(asDocuments(COLLECTION), STATE);
  });

  it('finds words longer than OpenSearch would index', async () => {
    const word = 'abcdefghij'.repeat(400);
    const report = makeReport({ city: '丙川市', province: '四川省', adcode: '510300', year: 2020 }, [
      ['tasks', 'paragraph', `甲${word}乙。`],
      ['tasks', 'paragraph', `甲${word}x乙。`],
    ]);
    await writer.replace(asDocuments([report]), STATE);
    const numbers = async (q: string) =>
      (await writer.search(requestFor(q))).hits.map(({ block }) => block.number);
    expect(await numbers(word)).toEqual([1]);
    expect(await numbers(`甲${word}x乙`)).toEqual([2]);
    expect(await numbers(word.slice(0, 3_990))).toEqual([]);
    await writer.replace(asDocuments(COLLECTION), STATE);
  });

  it('gives no answer from an index that somebody has changed, and makes it anew', async () => {
    await behind('PUT', 'blocks/_mapping', { dynamic: true });
    const reader = open({ purpose: 'read' });
    expect(await reader.check()).toContainEqual(expect.stringContaining('dynamic'));
    await expect(reader.search(requestFor('发展'))).rejects.toMatchObject({ code: 'misconfigured' });
    expect(await writer.corpusState()).toBeNull();
    await writer.replace(asDocuments(COLLECTION), STATE);
    expect((await reader.search(requestFor('发展'))).total).toBeGreaterThan(0);
    expect(await writer.corpusState()).toEqual(STATE);
  });

  it('takes the reports of one collection only, also where another comes while they are read', async () => {
    const old = reportOf(2020, 2, '旧路');
    const next = { ...reportOf(2021, 3, '新路'), city: '丁江市', adcode: '510400' };
    await writer.replace(asDocuments([old]), { fingerprint: 'old', problems: [] });
    const swapped = signal();
    const searched = signal();
    const hold: RequestListener = async (request, response) => {
      const body = await text(request);
      if (body.includes('"_source":["summary"]')) await swapped.given;
      // What was live before stays for a while.
      if (request.method === 'DELETE') await searched.given;
      const { method = '', headers } = request;
      const answer = await fetch(url + request.url, {
        method,
        headers: { 'content-type': headers['content-type'] ?? 'application/json' },
        ...(body && { body }),
      });
      const answered = await answer.text();
      if (request.url?.startsWith('/_aliases')) swapped.give();
      response.writeHead(answer.status, JSON_TYPE).end(answered);
    };
    const proxy = await listening(createServer(hold));
    const behindProxy = { urls: [proxy.address] };

    const searching = open({ ...behindProxy, purpose: 'read' }).search(requestFor('路'));
    const replacing = open(behindProxy).replace(asDocuments([next]), { fingerprint: 'next', problems: [] });
    const { hits, hitsByReport } = await searching;
    searched.give();
    await replacing;
    expect(hits.map(({ report, block }) => [report.city, block.text])).toEqual([
      ['丁江市', '新路第0条。'],
      ['丁江市', '新路第1条。'],
      ['丁江市', '新路第2条。'],
    ]);
    expect([...hitsByReport.keys()]).toEqual([next.id]);
    await proxy.close();
    await writer.replace(asDocuments(COLLECTION), STATE);
  });

  it('counts an index that has lost blocks as none, and has it made again', async () => {
    await behind('PUT', 'blocks/_settings', { 'index.blocks.write': false });
    await behind('DELETE', `blocks/_doc/${COLLECTION[0]?.blocks[0]?.id}?refresh=true`);
    expect(await writer.corpusState()).toBeNull();
    await expect(open().search(requestFor('发展'))).rejects.toMatchObject({
      code: 'no_index',
      message: expect.stringMatching(/不完整/),
    });
    await writer.replace(asDocuments(COLLECTION), STATE);
    expect(await writer.corpusState()).toEqual(STATE);
    expect((await open().search(requestFor(''))).total).toBe(BLOCKS);
  });

  it('counts an index that has lost a report as none, too', async () => {
    await behind('DELETE', `reports/_doc/${COLLECTION[0]?.id}?refresh=true`);
    expect(await writer.corpusState()).toBeNull();
    await expect(open().search(requestFor('发展'))).rejects.toMatchObject({
      code: 'no_index',
      message: expect.stringMatching(/不完整/),
    });
    await writer.replace(asDocuments(COLLECTION), STATE);
    expect((await open().search(requestFor('发展'))).hits[0]?.report).toBeDefined();
  });

  it.each(['blocks', 'reports'])('makes the collection anew where its %s are closed', async (name) => {
    await behind('POST', `${name}/_close`);
    await expectNoneAndMakeAnew();
  });

  it.each([
    ['blocks', BLOCKS_MAPPING],
    ['reports', REPORTS_MAPPING],
  ])('makes it anew where the alias of its %s has another index, too', async (name, mappings) => {
    const alias = `${options.prefix}${name}`;
    const settings = { number_of_shards: options.spread.shards };
    // One is named as those of this program are.
    for (const second of [`${alias}-restored-0a1b2c`, `${alias}-restored`]) {
      await ask('PUT', second, { settings, mappings, aliases: { [alias]: {} } });
      await ask('POST', `${second}/_doc?refresh=true`, {});
      await expectNoneAndMakeAnew();
    }
    await writer.replace(asDocuments(COLLECTION), STATE);
    expect(await indexesOf(cluster, options.prefix)).toHaveLength(3);
    await ask('DELETE', `${alias}-restored`);
  });

  async function expectNoneAndMakeAnew(): Promise<void> {
    expect(await writer.corpusState()).toBeNull();
    await expect(open().search(requestFor('发展'))).rejects.toMatchObject({ code: 'no_index' });
    expect(await writer.prepare()).toEqual([]);
    await writer.replace(asDocuments(COLLECTION), STATE);
    expect(await writer.corpusState()).toEqual(STATE);
    expect((await open().search(requestFor(''))).total).toBe(BLOCKS);
  }

  it('takes another number of shards for a reason to index again; readers needn’t know how many', async () => {
    const spread = { ...options.spread, shards: options.spread.shards + 1 };
    expect(await open({ spread }).corpusState()).toBeNull();
    expect((await open({ spread, purpose: 'read' }).search(requestFor(''))).total).toBeGreaterThan(0);
    expect(await writer.corpusState()).toEqual(STATE);
  });

  it('has no index where nothing was ever indexed', async () => {
    const other = open({ prefix: `${options.prefix}other_` });
    expect(await other.corpusState()).toBeNull();
    await expect(other.search(requestFor('发展'))).rejects.toMatchObject({ code: 'no_index' });
    await expect(other.report('510100-2025-work-report')).rejects.toMatchObject({ code: 'no_index' });
  });

  it('removes what a run that was killed has left', async () => {
    await behind('PUT', 'blocks-lx2c1a-00ff00', { aliases: { [`${options.prefix}blocks_next`]: {} } });
    await writer.prepare();
    expect(await indexesOf(cluster, options.prefix)).toHaveLength(2);
    expect(await writer.corpusState()).toEqual(STATE);
  });

  it('leaves other indexes alone', async () => {
    await behind('PUT', 'elsewhere');
    await writer.replace(asDocuments(COLLECTION), STATE);
    expect(await indexesOf(cluster, options.prefix)).toContain(`${options.prefix}elsewhere`);
    await behind('DELETE', 'elsewhere');
  });

  it('leaves a collection alone whose prefix begins as its own indexes do', async () => {
    const prefix = `${options.prefix}blocks-2_`;
    const other = open({ prefix });
    await other.replace(asDocuments(COLLECTION), STATE);
    await writer.replace(asDocuments(COLLECTION), STATE);
    expect((await other.search(requestFor('发展'))).total).toBeGreaterThan(0);
    expect(await indexesOf(cluster, prefix)).toHaveLength(2);
    await other.close();
    await removeIndexes(cluster, prefix);
  });

  it('tells an index that somebody has made read-only from a full disk', async () => {
    const one = { index: { blocks: { read: true } } };
    await behind('PUT', 'blocks/_settings', one);
    await expect(writer.search(requestFor('发展'))).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/禁止读写的 block.*FORBIDDEN/),
    });
    await behind('PUT', 'blocks/_settings', { index: { blocks: { read: null } } });
  });

  it('says that a cluster that asks for no credentials is open to all, and refuses a user who can write', async () => {
    expect(await open({ purpose: 'read' }).check()).toEqual([
      expect.stringContaining('没有要求用户名和密码'),
    ]);
    const credentials = { username: 'reader', password: 'secret-of-the-reader' };
    const checked = open({ purpose: 'read', credentials }).check();
    await expect(checked).rejects.toMatchObject({
      code: 'unsafe',
      message: expect.stringMatching(/权限过大/),
    });
    await expect(checked).rejects.not.toMatchObject({ message: expect.stringMatching(/secret/) });
  });

  it('goes on where one of the nodes it knows isn’t there', async () => {
    const reader = open({ urls: ['http://127.0.0.1:1', ...options.urls], purpose: 'read' });
    for (let i = 0; i < 10; i += 1)
      expect((await reader.search(requestFor('发展'))).total).toBeGreaterThan(0);
  });

  it('says in plain words what is wrong', async () => {
    const away = open({ urls: ['http://127.0.0.1:1'], purpose: 'read' });
    await expect(away.search(requestFor('发展'))).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/连不上/),
    });
    await expect(open({ urls: [`${url}/elsewhere`] }).prepare()).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/检查 OPENSEARCH_URL/),
    });
    const answers: Record<string, RequestListener> = {
      busy: (_request, response) => response.writeHead(503, JSON_TYPE).end('{}'),
      strange: (_request, response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<p>gateway</p>'),
      refusing: (_request, response) => response.writeHead(401, JSON_TYPE).end('{}'),
      forbidding: (_request, response) => response.writeHead(403, JSON_TYPE).end('{}'),
      other: (_request, response) =>
        response.writeHead(404, { 'content-type': 'text/html' }).end('<p>no</p>'),
      otherApi: (_request, response) => response.writeHead(404, JSON_TYPE).end('{"error":"Not Found"}'),
      silent: () => {},
    };
    const expected: Record<string, object> = {
      busy: { code: 'unavailable', message: expect.stringMatching(/503/) },
      strange: { code: 'unavailable', message: expect.stringMatching(/不像是 OpenSearch/) },
      refusing: { code: 'misconfigured', message: expect.stringMatching(/密码/) },
      forbidding: { code: 'misconfigured', message: expect.stringMatching(/权限/) },
      other: { code: 'unavailable', message: expect.stringMatching(/不像是 OpenSearch/) },
      otherApi: { code: 'unavailable', message: expect.stringMatching(/不像是 OpenSearch/) },
      silent: { code: 'unavailable', message: expect.stringMatching(/限定时间/) },
    };
    for (const [mood, listener] of Object.entries(answers)) {
      const stub = await listening(createServer(listener));
      const reader = open({ urls: [stub.address], purpose: 'read' });
      await expect(reader.search(requestFor('发展')), mood).rejects.toMatchObject(expected[mood] as object);
      if (mood !== 'silent') {
        const indexer = open({ urls: [stub.address], purpose: 'write' });
        await expect(indexer.prepare(), mood).rejects.toMatchObject(expected[mood] as object);
      }
      await stub.close();
    }
  });
}

/** Passes on what it is asked; of the documents of a bulk request four of five, and is too busy for the others. */
async function busyGateway(to: string): Promise<Listening & { refused(): number }> {
  let refused = 0;
  const passOn: RequestListener = async (asked, answer) => {
    const isBulk = /\/_bulk\b/.test(asked.url ?? '');
    const lines = isBulk ? (await text(asked)).trimEnd().split('\n') : [];
    const end = 2 * Math.ceil((lines.length / 2) * 0.8);
    const { host: _, 'content-length': __, ...headers } = asked.headers;
    const passed = await fetch(new URL(asked.url ?? '/', to), {
      method: asked.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(asked.method !== 'GET' &&
        asked.method !== 'HEAD' && {
          body: isBulk ? `${lines.slice(0, end).join('\n')}\n` : await text(asked),
        }),
    });
    let body = await passed.text();
    if (isBulk && lines.length > end) {
      const late = Array.from({ length: (lines.length - end) / 2 }, () => ({
        index: { status: 429, error: { type: 'opensearch_rejected_execution_exception', reason: 'busy' } },
      }));
      refused += late.length;
      const { items } = JSON.parse(body) as { items: object[] };
      body = JSON.stringify({ errors: true, items: [...items, ...late] });
    }
    answer.writeHead(passed.status, JSON_TYPE).end(body);
  };
  return { ...(await listening(createServer(passOn))), refused: () => refused };
}

/** Something to wait for. */
function signal(): { readonly given: Promise<void>; give(): void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

const JSON_TYPE = { 'content-type': 'application/json' };
