import { mkdtempSync, rmSync } from 'node:fs';
import { get as request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchEngine } from '../../engine/engine.ts';
import { SqliteEngine } from '../../engine/sqlite/sqlite-engine.ts';
import { today } from '../../server/presenters/days.ts';
import { asDocuments, COLLECTION, makeReport } from '../fixtures/collection.ts';
import { readCsv, recordsOf } from '../fixtures/csv.ts';
import { HOSTILE, HOSTILE_TEXTS } from '../fixtures/hostile.ts';
import { type Site, serve } from '../fixtures/site.ts';
import { manyPlaces } from './reports.ts';

const MARK = '\ufeff';

const DATED = makeReport(
  { city: '丁河县', province: '云南省', adcode: '530123', year: 2022, date: '2022-01-28' },
  [['tasks', 'paragraph', '发展养老服务，轨道交通，发展。']],
);
const REPORTS = [...COLLECTION, DATED];

const folder = mkdtempSync(join(tmpdir(), 'exports-'));
const sites: Site[] = [];
let site: Site;

async function engineOf(name: string, reports = REPORTS): Promise<SearchEngine> {
  const engine = new SqliteEngine(join(folder, name));
  await engine.replace(asDocuments(reports), { fingerprint: 'abc123', problems: [] });
  return engine;
}

/** An engine of which some calls go otherwise. */
function changed(engine: SearchEngine, calls: Partial<SearchEngine>): SearchEngine {
  return new Proxy(engine, {
    get(target, name: keyof SearchEngine) {
      const call = calls[name] ?? target[name];
      return (call as () => unknown).bind(target);
    },
  });
}

async function served(engine: SearchEngine): Promise<Site> {
  const served = await serve(engine);
  sites.push(served);
  return served;
}

beforeAll(async () => {
  site = await served(await engineOf('site.sqlite'));
});

afterAll(async () => {
  for (const site of sites) await site.close();
  rmSync(folder, { recursive: true, force: true });
});

async function textAt(path: string, at: Site = site): Promise<string> {
  const response = await fetch(at.address + path);
  expect(response.status).toBe(200);
  // Not text(), which takes the mark away.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
}

// biome-ignore lint/suspicious/noExplicitAny: each test says what it expects of an answer
const json = async (path: string, at: Site = site) => JSON.parse(await textAt(path, at)) as any;

/** The rows of a CSV, which has the mark at its beginning and nowhere else. */
async function csvAt(path: string, at: Site = site): Promise<string> {
  const text = await textAt(path, at);
  expect(text.lastIndexOf(MARK)).toBe(0);
  return text.slice(1);
}

const linesAt = async (path: string) =>
  (await textAt(path))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const SEARCHES = [
  '',
  'q=发展',
  'q=高质量发展&year=2024..2025',
  'q=一老一小服务',
  'q=养老轨道&mode=any',
  'q=没有这个词&mode=exact',
  'q=GDP&expand=1',
  'q=发展 -改革',
  'q=城市:甲州 发展',
  'q=发展&city=甲州市&city=丁河县&section=tasks',
  'q=发展&kind=计划执行情况报告',
  'q=发展&sort=oldest&group=report&page=2&per=1',
  'q=，',
];

describe.each(['/search', '/api/search'])('%s', (address) => {
  it.each(SEARCHES)('has as many rows, lines and counts as the page says: %s', async (query) => {
    const { total, query: read } = await json(`/api/search?${query}`);
    const rows = recordsOf(await csvAt(`${address}?${query}&format=csv`));
    expect(rows).toHaveLength(total);
    expect(rows.every(({ reading }) => reading === read.mode)).toBe(true);

    const [head, ...hits] = await linesAt(`${address}?${query}&format=jsonl`);
    expect(head).toMatchObject({ total, mode: read.mode, filters: read.filters, corpusHash: 'abc123' });
    expect(hits).toHaveLength(total);
    expect(hits.map(({ permalink }) => permalink)).toEqual(rows.map(({ url }) => url));
    expect(hits.map(({ occurrences }) => String(occurrences))).toEqual(
      rows.map(({ occurrences }) => occurrences),
    );

    const wide = recordsOf(await csvAt(`${address}?${query}&format=wide`));
    const cells = wide.flatMap((row) => Object.entries(row).filter(([name]) => /^y\d{4}$/.test(name)));
    expect(cells.reduce((sum, [, value]) => sum + Number(value), 0)).toBe(total);

    const feed = await textAt(`${address}?${query}&format=atom`);
    expect(feed.match(/<entry>/g) ?? []).toHaveLength(Math.min(100, total));
  });
});

describe('format=csv', () => {
  it('says of each hit where it stands, of what search it is, and of what corpus', async () => {
    const [row] = recordsOf(await csvAt('/search?q=发展&city=丁河县&year=2020..2022&format=csv'));
    expect(row).toEqual({
      query: '发展',
      reading: 'exact',
      searched_for: '“发展”',
      filters: 'city=530123&year=2020..2022',
      adcode: '530123',
      city: '丁河县',
      province: '云南省',
      year: '2022',
      report_id: DATED.id,
      report_title: '2022年丁河县政府工作报告',
      kind: '政府工作报告',
      date: '2022-01-28',
      paragraph: '1',
      type: 'paragraph',
      section: 'tasks',
      section_name: '重点任务',
      headings: '',
      occurrences: '2',
      text: '发展养老服务，轨道交通，发展。',
      url: `${site.address}/p/${DATED.blocks[0]?.id}?n=1`,
      exported_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      corpus: '5 份报告，18 段',
      corpus_hash: 'abc123',
    });
  });

  it('has names of columns that pandas, R and Stata take', async () => {
    const [names = []] = readCsv(await csvAt('/search?format=csv'));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
  });

  it('links to paragraphs', async () => {
    for (const { url = '' } of recordsOf(await csvAt('/search?q=发展&format=csv'))) {
      expect((await fetch(url)).status).toBe(200);
    }
  });

  it('comes newest first, whatever order the address has', async () => {
    const years = recordsOf(await csvAt('/search?sort=oldest&format=csv')).map(({ year }) => Number(year));
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    expect(new Set(years).size).toBeGreaterThan(2);
  });

  it('is whole and calculates nothing, whatever stands in a report', async () => {
    const at = await served(await engineOf('hostile.sqlite', [HOSTILE]));
    const rows = recordsOf(await csvAt('/search?format=csv', at));
    const isFormula = (text: string) => /^[=+\-@\t\r\n＝＋－＠]/.test(text);
    expect(rows.flatMap((row) => Object.values(row)).filter(isFormula)).toEqual([]);
    const written = HOSTILE_TEXTS.map((text) => text.replace(/[\u0000\u0001\u000b\u001f\ufffe]/g, ''));
    expect(rows.map(({ text }) => text)).toEqual(
      written.map((text) => (isFormula(text) ? `'${text}` : text)),
    );
    const query = '="甲"';
    const [row] = recordsOf(await csvAt(`/search?q=${encodeURIComponent(query)}&mode=any&format=csv`, at));
    expect(row).toMatchObject({ query: `'${query}` });
  });
});

describe('format=wide', () => {
  it('has a row for each place and a column for each year, empty where there is no report', async () => {
    const rows = readCsv(await csvAt('/search?q=轨道交通&format=wide'));
    expect(rows.map((row) => row.slice(0, 8))).toEqual([
      ['adcode', 'city', 'province', 'y2022', 'y2023', 'y2024', 'y2025', 'measure'],
      ['100000', '全国', '', '', '0', '', '', 'hits'],
      ['500110', '乙江区', '重庆市', '', '', '', '1', 'hits'],
      ['510100', '甲州市', '四川省', '', '', '0', '0', 'hits'],
      ['530123', '丁河县', '云南省', '1', '', '', '', 'hits'],
    ]);
  });

  it.each([
    ['hits', '1'],
    ['occurrences', '2'],
    // Two in fifteen characters.
    ['density', '1333.333333'],
    ['share', '100'],
  ])('tells %s', async (measure, value) => {
    const [row] = recordsOf(await csvAt(`/search?q=发展&city=丁河县&format=wide&measure=${measure}`));
    expect(row).toMatchObject({ measure, y2022: value, reading: 'exact', corpus_hash: 'abc123' });
  });

  it('has a row of 0 for each place that was looked at, where nothing is found', async () => {
    const rows = recordsOf(await csvAt('/search?q=没有这个词&mode=exact&province=四川省&format=wide'));
    expect(rows).toEqual([
      expect.objectContaining({
        city: '甲州市',
        y2024: '0',
        y2025: '0',
        query: '没有这个词',
        filters: 'province=510000',
        corpus_hash: 'abc123',
      }),
    ]);
  });

  it('has nothing but its columns where no report is', async () => {
    expect(recordsOf(await csvAt('/search?q=发展&city=无此市&format=wide'))).toEqual([]);
  });
});

describe('format=jsonl', () => {
  it('has the hits as /api/search gives them', async () => {
    const [, ...hits] = await linesAt('/search?q=发展&format=jsonl');
    const { hits: expected } = await json('/api/search?q=发展&sort=newest');
    const plain = hits.map(({ occurrences, permalink, ...hit }) => hit);
    expect(plain).toEqual(expected);
  });

  it('says how the query was read', async () => {
    const [head] = await linesAt('/search?q=一老一小服务&format=jsonl');
    expect(head).toMatchObject({
      query: '一老一小服务',
      mode: 'words',
      searchedFor: '“一老一小” “服务”',
      corpus: '5 份报告，18 段',
    });
  });
});

describe('format=atom', () => {
  it('says whose feed it is, when it changed, and where to find each paragraph', async () => {
    const feed = await textAt('/search?q=发展&page=2&sort=oldest&city=丁河县&format=atom');
    const own = `${site.address}/search?${new URLSearchParams({ q: '发展', city: '530123' })}`;
    expect(feed).toContain(`<id>${own.replace('&', '&amp;')}</id>`);
    expect(feed).toContain(
      `rel="self" type="application/atom+xml" href="${own.replace('&', '&amp;')}&amp;format=atom"`,
    );
    expect(feed.match(/<updated>[^<]*/g)).toEqual(Array(2).fill('<updated>2022-01-28T00:00:00+08:00'));
    expect(feed).toContain(`<id>${site.address}/p/${DATED.blocks[0]?.id}</id>`);
    expect(feed).toContain('&lt;mark&gt;发展&lt;/mark&gt;养老');
    expect(feed).toContain('校验值 abc123');
  });

  it('has the newest hundred', async () => {
    const at = await served(await engineOf('many.sqlite', manyPlaces()));
    const feed = await textAt('/search?format=atom', at);
    const ids = feed.match(/<entry>\s*<id>[^<]*/g) ?? [];
    expect(new Set(ids).size).toBe(100);
    const newest = manyPlaces()
      .map(({ year }) => year)
      .sort((a, b) => b - a)[99];
    expect(Math.min(...ids.map((id) => Number(id.match(/-(\d{4})-/)?.[1])))).toBe(newest);
  });
});

describe('what is sent with it', () => {
  it('a name to save it by, in Chinese', async () => {
    const nameOf = async (query: string) => {
      const { headers } = await fetch(`${site.address}/search?${query}`, { method: 'HEAD' });
      const given = headers.get('content-disposition') ?? '';
      expect(given).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''[\w.%~!-]+$/);
      return decodeURIComponent(given.split("''")[1] ?? '').replace(/\d{4}-\d\d-\d\d/, '日');
    };
    expect(await nameOf('q=轨道交通&format=csv')).toBe('政府报告 轨道交通 日 语料 abc123.csv');
    expect(await nameOf('q=轨道交通&format=wide')).toBe('政府报告 轨道交通 日 语料 abc123 城市×年份.csv');
    expect(await nameOf('q=轨道交通&city=丁河县&year=2020..2022&format=csv')).toBe(
      '政府报告 轨道交通 丁河县 2020—2022 日 语料 abc123.csv',
    );
    expect(await nameOf('format=jsonl')).toBe('政府报告 全部段落 日 语料 abc123.jsonl');
    expect(await nameOf(`format=csv&q=${encodeURIComponent('../"a"\r\n<b>|*(c)\'')}`)).toBe(
      "政府报告 .. a b (c)' 日 语料 abc123.csv",
    );
    const places = ['甲州市', '乙江区', '丁河县'].map((city) => `&city=${city}`).join('');
    const longest = await nameOf(
      `format=wide&q=${'展'.repeat(300)}${places}&section=targets&section=tasks&kind=计划执行情况报告`,
    );
    expect(longest).toMatch(/展… 甲州市 乙江区 丁河县 .*…/);
    // File systems take 255 bytes; of the collection's version, twelve characters are named.
    expect(Buffer.byteLength(longest) + '2026-01-28'.length + 12).toBeLessThan(255);
  });

  it.each(['csv', 'wide', 'jsonl', 'atom'])(
    'what was asked, of which collection and when, also where nothing is found: %s',
    async (format) => {
      const asked = async (query: string) => {
        const response = await fetch(`${site.address}/search?${query}&format=${format}`, { method: 'HEAD' });
        return Object.fromEntries(new URLSearchParams(response.headers.get('x-provenance') ?? ''));
      };
      expect(await asked('q=没有这个词&mode=exact&city=甲州市&year=2020..2025')).toEqual({
        query: '没有这个词',
        reading: 'exact',
        searched_for: '“没有这个词”',
        filters: 'city=510100&year=2020..2025',
        total: '0',
        exported_on: today(),
        corpus: '5 份报告，18 段',
        corpus_hash: 'abc123',
      });
      expect((await asked('q=一老一小服务')).searched_for).toBe('“一老一小” “服务”');
      const long = await asked(`q=${'展'.repeat(4_000)}`);
      expect(long.query).toMatch(/^展{100}…$/);
    },
  );

  it.each([
    ['csv', 'text/csv; charset=utf-8', 'no-cache'],
    ['wide', 'text/csv; charset=utf-8', 'no-cache'],
    ['jsonl', 'application/x-ndjson; charset=utf-8', 'no-cache'],
    ['atom', 'application/atom+xml; charset=utf-8', 'public, max-age=3600'],
  ])('its type, and how long it keeps: %s', async (format, type, cache) => {
    const response = await fetch(`${site.address}/search?q=发展&format=${format}`);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe(cache);
    expect(response.headers.has('content-disposition')).toBe(format !== 'atom');
    await response.arrayBuffer();
  });
});

describe('what is wrong', () => {
  it('is a mistake for programs: a format or measure that isn’t', async () => {
    for (const query of ['format=xls', 'format=wide&measure=all']) {
      const response = await fetch(`${site.address}/api/search?${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { code: 'bad_request' } });
    }
  });

  it('is a note on the page', async () => {
    const page = await textAt('/search?q=发展&format=xls');
    expect(page).toContain('导出的格式只有 csv、wide、jsonl、atom 几种');
    expect(page).toContain('class="hits"');
  });

  it('gives no file where it would be one of another search', async () => {
    const response = await fetch(`${site.address}/search?q=发展&year=20&format=csv`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toContain('参数 year 应为年份');
  });

  it('is said before anything is sent, where the engine is away', async () => {
    const away = await served(new SqliteEngine(join(folder, 'there-is-none.sqlite')));
    for (const path of ['/search?format=csv', '/api/search?format=wide', '/api/search?format=atom']) {
      const response = await fetch(away.address + path);
      expect(response.status).toBe(503);
      expect(response.headers.has('content-disposition')).toBe(false);
      await response.arrayBuffer();
    }
  });

  it('breaks the connection where it happens midway: the collection is replaced', async () => {
    const engine = await engineOf('replaced.sqlite');
    const states = ['one', 'another'];
    const at = await served(
      changed(engine, { corpusState: async () => ({ fingerprint: states.shift() ?? '', problems: [] }) }),
    );
    // It may break before the head has gone out, or after.
    const whole = fetch(`${at.address}/search?format=csv`).then((response) => response.text());
    await expect(whole).rejects.toThrow();
  });
});

describe('who goes away', () => {
  it('ends the work, which never runs ahead of what is taken', async () => {
    // With so many hits whole reports are read; this one comes last.
    const long = makeReport(
      { city: '丁河县', province: '云南省', adcode: '530123', year: 1954 },
      Array.from({ length: 10_000 }, () => ['tasks', 'paragraph', '发展。'] as const),
    );
    const engine = await engineOf('large.sqlite', [...manyPlaces(), long]);
    let read = 0;
    const at = await served(
      changed(engine, {
        async report(id) {
          read += 1;
          const report = await engine.report(id);
          // A megabyte each.
          return (
            report && { ...report, blocks: report.blocks.map((b) => ({ ...b, text: '展'.repeat(350_000) })) }
          );
        },
      }),
    );
    const leaving = request(`${at.address}/search?format=csv`, (response) => response.pause());
    leaving.on('error', () => {});
    await steady(() => read);
    const taken = read;
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(100);
    expect((await json('/api/search?q=发展', at)).total).toBeGreaterThan(0);
    leaving.destroy();
    await steady(() => read);
    expect(read).toBeLessThan(taken + 3);
    expect((await json('/api/search?q=发展', at)).total).toBeGreaterThan(0);
  });
});

/** Waits until a number has begun to grow and has grown no more for a while. */
async function steady(count: () => number): Promise<void> {
  for (let before = -1; before !== count() || count() === 0; ) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

describe('the results page', () => {
  it('links to every format, of all hits', async () => {
    const page = await textAt('/search?q=发展&page=2&per=2&sort=oldest&group=report&city=510100');
    const links = [...page.matchAll(/<a href="([^"]*format[^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
    );
    const own = `/search?${new URLSearchParams({ q: '发展', city: '510100' })}`;
    expect(links).toEqual(['csv', 'wide', 'jsonl', 'atom'].map((format) => `${own}&format=${format}`));
    expect(page).toMatch(
      /<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="[^"]*atom">/,
    );
  });

  it('offers a feed, but no file, where nothing is found', async () => {
    const page = await textAt('/search?q=没有这个词&mode=exact');
    expect(page).toContain('application/atom+xml');
    expect(page).not.toContain('class="downloads"');
  });
});
