import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqliteEngine } from '../../engine/sqlite/sqlite-engine.ts';
import { COLLECTION, makeReport } from '../fixtures/collection.ts';
import { expectDescribed } from '../fixtures/described.ts';
import { type Site, serve, serveReports } from '../fixtures/site.ts';
import { ANNOTATED } from './reports.ts';

/** A report of which everything is known, or inferred. */
const KNOWN = {
  ...makeReport(
    {
      city: '丁河县',
      province: '云南省',
      adcode: '530123',
      year: 2022,
      title: '政府工作报告',
      date: '2022-01-28',
      meeting: '县第一届人民代表大会第一次会议',
      speaker: '某某',
      issuer: '丁河县人民政府',
      source: '丁河县人民政府网站',
      url: 'https://example.org/report.html',
      evidence: { year: '2022年1月28日' },
    },
    [['tasks', 'paragraph', '养老服务，轨道交通。']],
  ),
  headings: [{ level: 1, text: '一、重点任务', section: 'tasks' as const, block: 1 }],
  warnings: [
    { line: 3, message: '没有把握' },
    { line: null, message: '没有标题' },
  ],
};

let site: Site;

beforeAll(async () => {
  site = await serveReports([...COLLECTION, ANNOTATED, KNOWN]);
});

afterAll(() => site.close());

describe('answers are just as they are described', () => {
  it.each([
    '',
    'q=发展',
    'q=发展&group=report',
    'q=GDP&expand=1',
    'q=GDP',
    'q=一老一小服务&city=无此市',
    'q=养老轨道&mode=any',
    'q=发展 -改革 城市:甲州 "未完',
    'q=，',
    'q=zhiliang',
    'q=发展&year=2023..2024&section=tasks&kind=图解&report=x&province=四川省',
    'q=发展&page=100',
  ])('/api/search?%s', async (query) => {
    expect((await expectDescribed(site.address, `/api/search?${query}`)).status).toBe(200);
  });

  it('also where a search has all that one can have', async () => {
    const found = async (query: string) =>
      // biome-ignore lint/suspicious/noExplicitAny: only whether there is something
      (await expectDescribed(site.address, `/api/search?${query}`)).body as any;
    expect((await found('q=GDP&expand=1')).query.expansions).not.toEqual([]);
    expect((await found('q=GDP')).query.suggestions).not.toEqual([]);
    expect((await found('q=养老轨道')).related).not.toEqual([]);
    expect((await found('q=发展&group=report')).hits[0].more).toBeGreaterThan(0);
    expect((await found('q=发展 -改革')).query.excluded).toEqual(['改革']);
  });

  it.each([
    '/api/suggest?q=高质',
    '/api/suggest?q=甲州',
    '/api/suggest?q=养老 gaozhi',
    '/api/suggest',
    '/api/reports',
    `/api/reports/${ANNOTATED.id}`,
    `/api/reports/${KNOWN.id}`,
    `/api/reports/${COLLECTION[3]?.id}`,
    `/api/citations/${KNOWN.id}`,
    `/api/citations/${KNOWN.blocks[0]?.id}`,
    '/api/openapi.json',
    '/healthz',
  ])('%s', async (path) => {
    expect((await expectDescribed(site.address, path)).status).toBe(200);
  });

  it.each([
    [400, 'wrong parameters', '/api/search?per=0&sort=x'],
    [400, 'a query too long', `/api/search?q=${'展'.repeat(4_001)}`],
    [404, 'an unknown report', '/api/reports/none'],
    [404, 'an unknown paragraph', `/api/citations/${KNOWN.id}_0123456789`],
    [400, 'an address that is none', '/api/reports/%E0%A4%A'],
  ])('%i for %s', async (status, _, path) => {
    expect((await expectDescribed(site.address, path)).status).toBe(status);
  });

  it.each(['/api/search', '/api/suggest', '/api/reports', '/api/reports/x', '/api/citations/x', '/healthz'])(
    '%s without an index',
    async (path) => {
      const bare = await serve(new SqliteEngine(join(tmpdir(), 'there-is-no-such-index.sqlite')));
      try {
        expect((await expectDescribed(bare.address, path)).status).toBe(503);
      } finally {
        await bare.close();
      }
    },
  );
});
