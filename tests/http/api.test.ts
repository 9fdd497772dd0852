import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqliteEngine } from '../../engine/sqlite/sqlite-engine.ts';
import { COLLECTION } from '../fixtures/collection.ts';
import { type Site, serve, serveReports } from '../fixtures/site.ts';

let site: Site;

beforeAll(async () => {
  site = await serveReports(COLLECTION);
});

afterAll(() => site.close());

async function get(path: string, at: Site = site) {
  const response = await fetch(at.address + path, { redirect: 'manual' });
  // biome-ignore lint/suspicious/noExplicitAny: each test says what it expects of an answer
  const body = (await response.json()) as any;
  return { status: response.status, type: response.headers.get('content-type'), body };
}

const search = async (parameters: Record<string, string>) =>
  (await get(`/api/search?${new URLSearchParams(parameters)}`)).body;

describe('/api/search', () => {
  it('answers with hits, where they match, and counts', async () => {
    const { status, type, body } = await get(`/api/search?q=${encodeURIComponent('一老一小 服务')}`);
    expect(status).toBe(200);
    expect(type).toMatch(/^application\/json/);
    expect(body).toMatchObject({ total: 2, exact: true, reports: 2, page: 1, per: 20 });
    expect(body.tookMs).toBeTypeOf('number');
    expect(body.query).toEqual({
      terms: ['一老一小', '服务'],
      mode: 'exact',
      requestedMode: 'auto',
      filters: { city: [], province: [], year: [], section: [], kind: [], report: [] },
      excluded: [],
      notes: [],
      expansions: [],
      suggestions: [],
    });
    const hit = body.hits.find((hit: { report: { city: string } }) => hit.report.city === '乙江区');
    expect(hit).toEqual({
      id: COLLECTION[2]?.blocks[1]?.id,
      report: {
        id: '500110-2025-plan-report',
        title: '2025年乙江区计划执行情况报告',
        city: '乙江区',
        province: '重庆市',
        year: 2025,
        kind: '计划执行情况报告',
        date: null,
      },
      number: 2,
      type: 'paragraph',
      section: 'tasks',
      headings: [],
      text: '完善“一老一小”服务体系，在家门口养老。',
      highlights: [
        [3, 7],
        [8, 10],
      ],
      url: `/reports/500110-2025-plan-report?${new URLSearchParams({ q: '一老一小 服务' })}#${COLLECTION[2]?.blocks[1]?.id}`,
    });
    expect(body.facets).toEqual({
      city: [
        { value: '500110', label: '乙江区', count: 1 },
        { value: '510100', label: '甲州市', count: 1 },
      ],
      province: [
        { value: '500000', label: '重庆市', count: 1 },
        { value: '510000', label: '四川省', count: 1 },
      ],
      year: [{ value: '2025', label: '2025', count: 2 }],
      section: [{ value: 'tasks', label: '重点任务', count: 2 }],
      kind: [
        { value: '政府工作报告', label: '政府工作报告', count: 1 },
        { value: '计划执行情况报告', label: '计划执行情况报告', count: 1 },
      ],
    });
  });

  it('says how it read an empty query', async () => {
    expect((await search({})).query.mode).toBe('all');
    expect((await search({ q: ' ' })).total).toBe(17);
  });

  it('filters by code or name, values of one filter being alternatives', async () => {
    const totals = async (address: string) => (await get(`/api/search?${address}`)).body.total;
    expect(await totals('city=甲州市')).toBe(12);
    expect(await totals('city=510100')).toBe(12);
    expect(await totals('city=510100&city=乙江区')).toBe(15);
    expect(await totals('province=四川省&year=2024')).toBe(4);
    expect(await totals('year=2023..2024')).toBe(6);
    expect(await totals('section=重点任务')).toBe(await totals('section=tasks'));
    expect(await totals('kind=计划执行情况报告')).toBe(3);
    expect(await totals('report=100000-2023-work-report')).toBe(2);
  });

  it('finds nothing under a filter nobody has, and lists the value', async () => {
    const body = await search({ city: '无此市' });
    expect(body).toMatchObject({ total: 0, hits: [] });
    expect(body.facets.city).toContainEqual({ value: '无此市', label: '无此市', count: 0 });
    expect(await search({ section: '无' })).toMatchObject({ total: 0 });
    expect(await search({ kind: '无' })).toMatchObject({ total: 0 });
  });

  it('pages', async () => {
    const first = await search({ per: '2', sort: 'oldest' });
    const second = await search({ per: '2', sort: 'oldest', page: '2' });
    expect(first.hits.map((hit: { number: number }) => hit.number)).toEqual([1, 2]);
    expect(second.hits).toHaveLength(2);
    expect(second.total).toBe(first.total);
    const past = await get('/api/search?page=100&per=100');
    expect(past).toMatchObject({ status: 200, body: { total: 17, hits: [] } });
  });

  it.each(['per=0', 'per=101', 'page=0', 'page=101', 'per=a', 'sort=best', 'year=20', 'year=2025..2020'])(
    'refuses %s',
    async (address) => {
      expect(await get(`/api/search?${address}`)).toMatchObject({
        status: 400,
        body: {
          error: { code: 'bad_request', message: expect.stringContaining(address.split('=')[0] as string) },
        },
      });
    },
  );

  it('takes a query of 4,000 characters and refuses a longer one', async () => {
    expect((await get(`/api/search?q=${encodeURIComponent('展'.repeat(4_000))}`)).status).toBe(200);
    expect(await get(`/api/search?q=${encodeURIComponent('展'.repeat(4_001))}`)).toMatchObject({
      status: 400,
      body: { error: { code: 'query_too_long' } },
    });
  });

  it.each([
    'q=a&q=b',
    'q[x]=1',
    'q[]=1&city[a]=b',
    '__proto__=1&constructor=2',
    'q=%00',
    'q=%ED%A0%80',
    'q=%',
    'q=%22%3B--',
  ])('takes %s calmly', async (address) => {
    expect((await get(`/api/search?${address}`)).status).toBe(200);
  });

  it('takes only the first of several queries', async () => {
    expect(await search({ q: '轨道' })).toEqual({
      ...(
        await get(
          `/api/search?${new URLSearchParams([
            ['q', '轨道'],
            ['q', '无'],
          ])}`,
        )
      ).body,
      tookMs: expect.any(Number),
    });
  });
});

describe('/api/reports', () => {
  it('lists all', async () => {
    const { body } = await get('/api/reports');
    expect(body.reports.map((report: { id: string }) => report.id)).toEqual([
      '500110-2025-plan-report',
      '510100-2025-work-report',
      '510100-2024-work-report',
      '100000-2023-work-report',
    ]);
    expect(body.reports[0]).toEqual({
      id: '500110-2025-plan-report',
      title: '2025年乙江区计划执行情况报告',
      city: '乙江区',
      province: '重庆市',
      adcode: '500110',
      year: 2025,
      reviewYear: 2024,
      kind: '计划执行情况报告',
      date: null,
      source: null,
      blocks: 3,
      url: '/reports/500110-2025-plan-report',
    });
  });

  it('gives one whole: what is searched and counted', async () => {
    const { body } = await get('/api/reports/100000-2023-work-report');
    expect(body).toMatchObject({
      id: '100000-2023-work-report',
      city: '全国',
      province: null,
      tables: [],
      warnings: [],
    });
    expect(body.blocks[0]).toEqual({
      id: COLLECTION[3]?.blocks[0]?.id,
      number: 1,
      type: 'paragraph',
      section: 'review',
      headings: [],
      text: '国内生产总值增长3%，城镇新增就业1206万人。',
      url: `/reports/100000-2023-work-report#${COLLECTION[3]?.blocks[0]?.id}`,
    });
  });

  it.each(['/api/reports/none', '/api/reports/..%2f..%2fetc', '/api/nothing', '/api'])(
    '%s is not there',
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
    },
  );

  it('refuses an address that is none', async () => {
    expect(await get('/api/reports/%E0%A4%A')).toMatchObject({
      status: 400,
      body: { error: { code: 'bad_request' } },
    });
  });
});

describe('/healthz', () => {
  it('is well once searches are answered', async () => {
    expect(await get('/healthz')).toMatchObject({
      status: 200,
      body: { status: 'ok', reports: 4, blocks: 17 },
    });
  });

  it('is unwell without an index, and so is every search; nothing of the inside is told', async () => {
    const bare = await serve(new SqliteEngine(join(tmpdir(), 'there-is-no-such-index.sqlite')));
    try {
      for (const path of ['/healthz', '/api/search?q=a', '/api/reports']) {
        const answer = await get(path, bare);
        expect(answer).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } });
        expect(JSON.stringify(answer.body)).not.toContain('sqlite');
      }
    } finally {
      await bare.close();
    }
  });
});
