import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SqliteEngine } from '../../engine/sqlite/sqlite-engine.ts';
import { asDocuments, COLLECTION, makeReport } from '../fixtures/collection.ts';
import { type Site, serve, serveReports } from '../fixtures/site.ts';

const ZIYANG = makeReport({ city: '资阳市', province: '四川省', adcode: '512000', year: 2024 }, [
  ['review', 'paragraph', '地区生产总值增长6%，规模以上工业较快增长。'],
  ['tasks', 'paragraph', '营商环境持续优化，新增养老床位。'],
  ['tasks', 'paragraph', '推动资阳轨道交通建设。'],
  ['tasks', 'paragraph', '科技创新，养老服务。资阳发展。'],
]);

/** Words in one block each, and words like them in twelve, or in two. */
const ZIGONG = makeReport({ city: '自贡市', province: '四川省', adcode: '510300', year: 2023 }, [
  ['review', 'paragraph', '适时调整，新建养老院，形式多样。'],
  ['review', 'paragraph', '形势向好。'],
  ['review', 'paragraph', '形势稳定。'],
  ...Array.from({ length: 12 }, (_, i) => ['review', 'paragraph', `实施${i}，养老金${i}。`] as const),
]);

let site: Site;

beforeAll(async () => {
  site = await serveReports([...COLLECTION, ZIYANG, ZIGONG]);
});

afterAll(() => site.close());

interface Suggestion {
  readonly kind: string;
  readonly label: string;
  readonly count: number;
  readonly url: string;
}

async function get(path: string) {
  const response = await fetch(site.address + path);
  // biome-ignore lint/suspicious/noExplicitAny: each test says what it expects of an answer
  return { status: response.status, body: (await response.json()) as any };
}

async function suggestions(parameters: Record<string, string>): Promise<Suggestion[]> {
  const { status, body } = await get(`/api/search?${new URLSearchParams(parameters)}`);
  expect(status).toBe(200);
  return body.query.suggestions;
}

const said = async (parameters: Record<string, string>) =>
  (await suggestions(parameters)).map(({ kind, label, count }) => `${kind} ${label} ${count}`);

describe('the suggestions of a search', () => {
  it.each([
    // other names of the same
    ['GDP', ['alias 地区生产总值 2', 'alias 生产总值 3', 'alias 国内生产总值 1']],
    ['规上', ['alias 规模以上 1']],
    ['增长 规上', ['alias 规模以上 1']],
    ['"规上"', ['alias 规模以上 1']],
    ['增长 -规上', []],
    ['CPI', []],
    // places
    ['资阳', ['place 只看 资阳市 4']],
    ['资阳市 养老', ['place 只看 资阳市 2']],
    ['资阳养老', ['place 只看 资阳市 2']],
    ['川', ['place 只看 四川省 31']],
    ['四川 轨道交通', ['place 只看 四川省 1']],
    ['粤', []],
    ['资阳轨道交通进展如何', ['place 只看 资阳市 1']],
    ['资阳养老建设', ['place 只看 资阳市 3']],
    ['资阳 碳达峰', []],
    ['城市:资阳 资阳', []],
    // pinyin
    ['gaozhiliangfazhan', ['pinyin 高质量发展 4']],
    ['gzlfz', ['pinyin 高质量发展 4']],
    ['gao zhi liang fa zhan', ['pinyin 高质量发展 4']],
    ['养老 chuang wei', ['pinyin 床位 2']],
    ['gdp', ['alias 地区生产总值 2', 'alias 生产总值 3', 'alias 国内生产总值 1']],
    // mistypings
    ['高志量发展', ['spelling 高质量发展 4']],
    ['营商坏境', ['spelling 营商环境 1']],
    ['营商环境', []],
    ['适时', ['spelling 实施 12']],
    ['养老院', []],
    ['形式', []],
    ['养老 营商坏境', ['spelling 营商环境 1']],
    ['资阳轨道交统建设', ['spelling 资阳轨道交通建设 1', 'place 只看 资阳市 1']],
    // nothing to suggest
    ['发展', []],
    ['', []],
    ['，。', []],
  ])('%s', async (q, expected) => {
    expect(await said({ q })).toEqual(expected);
  });

  it('count what their addresses find', async () => {
    for (const q of [
      'GDP',
      '资阳市 养老',
      '资阳养老',
      '资阳轨道交通进展如何',
      '资阳养老建设',
      'gzlfz',
      '养老 营商坏境',
      '资阳轨道交统建设',
    ]) {
      for (const { label, count, url } of await suggestions({ q })) {
        const { body } = await get(url.replace('/search', '/api/search'));
        expect([label, body.total]).toEqual([label, count]);
      }
    }
  });

  it('keep the filters, and offer only what is there under them', async () => {
    expect(await said({ q: 'GDP', city: '资阳市' })).toEqual(['alias 地区生产总值 1', 'alias 生产总值 1']);
    expect(await said({ q: '资阳 养老', city: '资阳市' })).toEqual([]);
    const [place] = await suggestions({ q: '资阳 养老', year: '2024' });
    expect(place?.url).toBe(`/search?${new URLSearchParams({ q: '养老', city: '512000', year: '2024' })}`);
  });

  it('leave out names that are searched already', async () => {
    expect(await said({ q: '规上', expand: '1' })).toEqual([]);
  });

  it('never change what is searched', async () => {
    const { body } = await get('/api/search?q=gzlfz');
    expect(body).toMatchObject({ total: 0, hits: [], query: { terms: ['gzlfz'] } });
  });

  it('are few, whatever is typed', async () => {
    const many = await suggestions({ q: 'GDP 地区生产总值 生产总值 国内生产总值', mode: 'any' });
    expect(many).toHaveLength(8);
    expect(await suggestions({ q: '高志量发展 '.repeat(600) })).toEqual(expect.any(Array));
  });
});

it('searches are answered where no suggestions can be made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'suggestions-'));
  const engine = new SqliteEngine(join(folder, 'index.sqlite'));
  await engine.replace(asDocuments(COLLECTION), { fingerprint: 'test', problems: [] });
  engine.vocabulary = () => Promise.reject(new Error('broken'));
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const broken = await serve(engine);
  try {
    const response = await fetch(`${broken.address}/api/search?q=GDP`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ total: 1, query: { suggestions: [] } });
    expect(log).toHaveBeenCalledOnce();
    expect((await fetch(`${broken.address}/api/suggest?q=GDP`)).status).toBe(500);
  } finally {
    log.mockRestore();
    await broken.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('/api/suggest', () => {
  const complete = async (q: string) => {
    const { status, body } = await get(`/api/suggest?${new URLSearchParams({ q })}`);
    expect(status).toBe(200);
    return body.suggestions;
  };

  it('completes the last word, in characters and in pinyin', async () => {
    const wanted = {
      text: '高质量发展',
      kind: 'term',
      url: `/search?${new URLSearchParams({ q: '养老 高质量发展' })}`,
    };
    expect((await complete('养老 高质'))[0]).toEqual(wanted);
    expect((await complete('养老 gzlf'))[0]).toEqual(wanted);
    expect(await complete('养老 gaozhiliangf')).toEqual([wanted]);
    // Only a word alone is searched for as often as it occurs.
    expect((await complete('高质'))[0]).toMatchObject({ text: '高质量发展', count: 4 });
    expect((await complete('-高质'))[0]).not.toHaveProperty('count');
  });

  it('knows reports and places', async () => {
    expect(await complete('资阳市')).toEqual([
      { text: '2024年资阳市政府工作报告', kind: 'report', url: '/reports/512000-2024-work-report' },
      { text: '资阳市', kind: 'place', url: '/search?city=512000' },
    ]);
  });

  it.each(['', 'q=', 'q=%', 'q=%00', 'q=%ED%A0%80', 'q[]=1', `q=${'a'.repeat(9_000)}`, 'q=%22%28%28*&q=b'])(
    'takes %s calmly',
    async (parameters) => {
      expect(await get(`/api/suggest?${parameters}`)).toEqual({ status: 200, body: { suggestions: [] } });
    },
  );
});
