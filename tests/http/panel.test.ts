import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ErrorAnswer, PanelRowAnswer } from '../../server/api/answers.ts';
import { today } from '../../server/presenters/days.ts';
import { COLLECTION } from '../fixtures/collection.ts';
import { recordsOf } from '../fixtures/csv.ts';
import { type Site, serveReports } from '../fixtures/site.ts';

let site: Site;

beforeAll(async () => {
  site = await serveReports(COLLECTION);
});

afterAll(() => site.close());

const ask = (body: string, query = '', type = 'text/plain; charset=utf-8') =>
  fetch(`${site.address}/api/panel${query}`, { method: 'POST', body, headers: { 'content-type': type } });

const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

/** The rows of a table, by their columns. */
const rowsOf = (csv: string) => recordsOf(csv.replace(/^\uFEFF/, ''));

/** What is sent before a table. */
const provenanceOf = ({ headers }: Response) =>
  Object.fromEntries(new URLSearchParams(headers.get('x-provenance') ?? ''));

/** How many paragraphs, in how many reports, the page of an address shows. */
async function foundAt(href: string): Promise<{ total: number; reports: number }> {
  const { pathname, search } = new URL(href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='), site.address);
  expect(pathname).toBe('/search');
  // The page itself, too, and not by way of another address.
  expect((await fetch(`${site.address}${pathname}${search}`, { redirect: 'manual' })).status).toBe(200);
  return (await fetch(`${site.address}/api/search${search}`)).json() as Promise<{
    total: number;
    reports: number;
  }>;
}

describe('POST /api/panel', () => {
  it('answers with a table in long form, a row for each report and term', async () => {
    const response = await ask('发展\n一老一小\n无此词');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(/panel-\d{4}-\d\d-\d\d-test\.csv/);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const csv = new TextDecoder().decode(bytes);
    expect(csv.split('\r\n')[0]).toBe(
      'adcode,city,year,report,term,count,paragraphs,characters,blocks,province,kind,reading,searched_for,filters,url,exported_on,corpus,corpus_hash',
    );
    const rows = rowsOf(csv);
    expect(rows).toHaveLength(COLLECTION.length * 3);
    expect(
      rows.find(({ report, term }) => report === '510100-2025-work-report' && term === '发展'),
    ).toMatchObject({
      adcode: '510100',
      city: '甲州市',
      province: '四川省',
      year: '2025',
      kind: '政府工作报告',
      count: '6',
      paragraphs: '3',
      blocks: '8',
      reading: 'exact',
      searched_for: '“发展”',
      filters: '',
      exported_on: today(),
      corpus: '4 份报告，17 段',
      corpus_hash: 'test',
    });
    expect(rows.filter(({ term }) => term === '无此词').map(({ count }) => count)).toEqual([
      '0',
      '0',
      '0',
      '0',
    ]);
    expect(rows.find(({ adcode }) => adcode === '100000')?.province).toBe('');
  });

  it('has the columns that are described', async () => {
    const [row = {}] = rowsOf(await (await ask('发展')).text());
    expect(Object.keys(row)).toEqual(Object.keys(PanelRowAnswer.shape));
  });

  it('takes the filters of a search', async () => {
    const rows = rowsOf(await (await ask('发展', '?city=甲州市&year=2025&section=review')).text());
    expect(rows.map(({ report, count, blocks }) => [report, count, blocks])).toEqual([
      ['510100-2025-work-report', '6', '3'],
    ]);
  });

  it('gives no cell that a spreadsheet would run', async () => {
    const rows = rowsOf(await (await ask('=1+1\n+发展\n-发展\n@发展\n"改革 发展"')).text());
    const terms = [...new Set(rows.map(({ term }) => term))];
    expect(terms).toEqual(["'=1+1", "'+发展", "'-发展", "'@发展", '"改革 发展"']);
  });

  it('leaves empty what a line’s own filters exclude, which is no 0', async () => {
    const rows = rowsOf(await (await ask('年份:2025 发展\n发展\n章节:重点任务 -城市:甲州市 发展')).text());
    const of = (term: string) =>
      rows
        .filter((row) => row.term === term)
        .map(({ report, count, paragraphs, characters, blocks }) =>
          [report?.slice(0, 11), count, paragraphs, characters === '' ? '' : 'some', blocks].join(' '),
        );
    expect(of('年份:2025 发展')).toEqual([
      '500110-2025 1 1 some 3',
      '510100-2025 6 3 some 8',
      '510100-2024    ',
      '100000-2023    ',
    ]);
    expect(of('发展').slice(2)).toEqual(['510100-2024 3 3 some 4', '100000-2023 1 1 some 2']);
    expect(of('章节:重点任务 -城市:甲州市 发展')).toEqual([
      '500110-2025 1 1 some 2',
      '510100-2025    ',
      '510100-2024    ',
      // There is no such section, and so no text of it: that has been looked at.
      '100000-2023 0 0 some 0',
    ]);
  });

  it('narrows what is asked for all lines by what a line has, and never widens it', async () => {
    const lines = ['年份:2024..2026 发展', '年份:2023 发展', '章节:预期目标 增长', '城市:乙江区 发展'];
    const rows = rowsOf(
      await (
        await ask(lines.join('\n'), '?year=2024..2025&section=review&section=targets&city=甲州市')
      ).text(),
    );
    expect(rows.map(({ report, count, filters }) => [report?.slice(0, 11), count, filters])).toEqual([
      ['510100-2025', '6', 'city=510100&year=2025&year=2024&section=review&section=targets'],
      ['510100-2025', '', 'city=510100&year=0&section=review&section=targets'],
      ['510100-2025', '1', 'city=510100&year=2024..2025&section=targets'],
      ['510100-2025', '', 'city=-&year=2024..2025&section=review&section=targets'],
      ['510100-2024', '1', 'city=510100&year=2025&year=2024&section=review&section=targets'],
      ['510100-2024', '', 'city=510100&year=0&section=review&section=targets'],
      ['510100-2024', '0', 'city=510100&year=2024..2025&section=targets'],
      ['510100-2024', '', 'city=-&year=2024..2025&section=review&section=targets'],
    ]);
  });

  it.each(['', '?section=review&section=tasks', '?city=甲州市&year=2024..2025'])(
    'leads from each number to just its paragraphs (%s)',
    async (query) => {
      const lines = [
        '发展',
        '城市:甲州市 养老 OR 发展',
        '"改革 发展"',
        '章节:tasks 发展 -乾坤',
        '-章节:过去一年工作 发展',
        '无此词',
      ];
      const rows = rowsOf(await (await ask(lines.join('\n'), query)).text());
      const found = rows.filter(({ url }) => url !== '');
      expect(new Set(found.map(({ term }) => term)).size).toBeGreaterThan(3);
      for (const { url = '', paragraphs, report } of found) {
        expect(await foundAt(url), url).toMatchObject({ total: Number(paragraphs), reports: 1 });
        expect(new URL(url).searchParams.get('report')).toBe(report);
      }
      for (const { url, paragraphs } of rows) expect(url === '').toBe(Number(paragraphs) === 0);
    },
  );

  it('says before the table what was asked, of which collection and when, also where no row does', async () => {
    const response = await ask('发展\n养老', '?city=无此市');
    expect(rowsOf(await response.text())).toEqual([]);
    expect(provenanceOf(response)).toEqual({
      terms: '2',
      reports: '0',
      filters: 'city=无此市',
      exported_on: today(),
      corpus: '4 份报告，17 段',
      corpus_hash: 'test',
    });
  });

  it.each([
    [400, 'bad_request', '', undefined],
    [400, 'bad_request', Array.from({ length: 501 }, (_, i) => `词${i}`).join('\n'), undefined],
    [400, 'query_too_long', '展'.repeat(4_001), undefined],
    [413, 'too_large', '展'.repeat(1_000_000), undefined],
    [415, 'unsupported_type', '{"terms": ["发展"]}', 'application/json'],
    [415, 'unsupported_type', 'terms=%E5%8F%91%E5%B1%95&city=%E7%94%B2', 'application/x-www-form-urlencoded'],
    [415, 'unsupported_type', '--x\r\n\r\n发展\r\n--x--', 'multipart/form-data; boundary=x'],
    [415, 'unsupported_type', '发展', 'text/plain; charset=gb2312'],
  ])('answers %i (%s) for what can’t be counted', async (status, code, body, type) => {
    const response = await ask(body, '', type);
    expect(response.status).toBe(status);
    expect(ErrorAnswer.strict().parse(await response.json()).error.code).toBe(code);
  });

  // The last is what curl says by itself.
  it.each([
    'text/plain',
    'text/csv; charset="UTF-8"',
    'application/octet-stream',
    undefined,
    'application/x-www-form-urlencoded',
  ])('reads text by the name of %s', async (type) => {
    const response = await fetch(`${site.address}/api/panel`, {
      method: 'POST',
      body: new TextEncoder().encode('\ufeff发展\n养老 OR 托育'),
      headers: type ? { 'content-type': type } : {},
    });
    expect(rowsOf(await response.text()).map(({ term }) => term)).toEqual(
      COLLECTION.flatMap(() => ['发展', '养老 OR 托育']),
    );
  });

  it.each([
    ['GB 18030', [0xb7, 0xa2, 0xd5, 0xb9], '不是 UTF-8'],
    ['UTF-16', [0xff, 0xfe, 0xd1, 0x53, 0x55, 0x5c], '不是 UTF-8'],
    ['what has a NUL', [0x61, 0x0a, 0x0a, 0x62, 0x00, 0x0a], '第 3 行有空字符'],
  ])('refuses %s, and says so', async (_, bytes, message) => {
    const response = await fetch(`${site.address}/api/panel`, {
      method: 'POST',
      body: Uint8Array.from(bytes),
      headers: { 'content-type': 'text/plain' },
    });
    expect(response.status).toBe(400);
    const { error } = ErrorAnswer.strict().parse(await response.json());
    expect(error).toEqual({ code: 'bad_request', message: expect.stringContaining(message) });
  });

  it('answers 400 for a filter that can’t be read', async () => {
    expect((await ask('发展', '?year=x')).status).toBe(400);
  });
});

describe('/panel', () => {
  const send = (fields: Record<string, string>) =>
    fetch(`${site.address}/panel`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

  async function resultOf(fields: Record<string, string>) {
    const response = await send(fields);
    expect(response.status).toBe(303);
    const path = response.headers.get('location') ?? '';
    for (;;) {
      const page = await fetch(site.address + path);
      expect(page.status).toBe(200);
      if (!page.headers.has('refresh')) return { path, html: await page.text() };
      await setTimeout(20);
    }
  }

  it('has a field for the terms and the filters of a search', async () => {
    const html = await (await fetch(`${site.address}/panel?section=tasks`)).text();
    expect(html).toContain('<textarea');
    for (const name of ['province', 'city', 'section', 'kind', 'year_from', 'year_to']) {
      expect(html).toContain(`<select name="${name}"`);
    }
    expect(html).toContain('<option value="tasks" selected>');
  });

  it('sums up what was counted, with the way to the paragraphs and the table', async () => {
    const { path, html } = await resultOf({
      terms: '发展\n\n一老一小\r\n发展\n无此词',
      city: '510100',
      year_from: '2025',
    });
    const text = textOf(html);
    expect(text).toContain('3 个词，1 份报告；范围：甲州市、2025。');
    expect(text).toContain('略去了 1 个空行');
    expect(text).toContain('重复的词只统计一次：“发展”');
    expect(text).toMatch(/最多的 ?发展 6 次/);
    expect(text).toMatch(/没有出现的 ?无此词/);
    const [, href = ''] = /<th scope="row"><a href="([^"]*)"/.exec(html) ?? [];
    const search = await fetch(site.address + href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='));
    expect(textOf(await search.text())).toContain('在 1 份报告的 3 段中找到 “发展”');
    const csv = await fetch(`${site.address}${path}/panel.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(rowsOf(await csv.text()).map(({ term, count }) => [term, count])).toEqual([
      ['发展', '6'],
      ['一老一小', '1'],
      ['无此词', '0'],
    ]);
  });

  it('leads from each number to what it counts', async () => {
    const { html } = await resultOf({
      terms: '发展\n城市:甲州市 养老 OR 发展\n年份:2023 发展\n年份:2024 发展\n无此词',
      year_from: '2024',
      year_to: '2025',
    });
    const rows = [
      ...html.matchAll(/<tr><th scope="row">(?:<a [^>]*>)?([^<]*)(?:<\/a>)?<\/th>(.*?)<\/tr>/g),
    ].map(([, term = '', cells = '']) => ({
      term,
      numbers: textOf(cells.replaceAll('</td>', ' ')).trim(),
      hrefs: [...cells.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href),
    }));
    expect(rows.map(({ term, numbers }) => [term, numbers])).toEqual([
      ['发展', '10 7 3 2'],
      ['城市:甲州市 养老 OR 发展', '10 7 2 1'],
      ['年份:2023 发展', '— — — —'],
      ['年份:2024 发展', '3 3 1 1'],
      ['无此词', '0 0 0 0'],
    ]);
    for (const { numbers, hrefs } of rows) {
      if (!/[1-9]/.test(numbers)) {
        expect(hrefs).toEqual([]);
        continue;
      }
      const [, paragraphs, reports, places] = numbers.split(' ').map(Number);
      const [byOccurrences = '', byParagraph = '', byReport = '', byPlace = ''] = hrefs;
      expect(byOccurrences).toBe(byParagraph);
      expect(await foundAt(byParagraph)).toMatchObject({ total: paragraphs, reports });
      expect(byReport).toMatch(/group(=|&#x3D;)report/);
      expect(await foundAt(byReport)).toMatchObject({ total: paragraphs, reports });
      const matrix = await fetch(site.address + byPlace.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='));
      const body = (await matrix.text()).split('class="matrix places"')[1]?.split('</tbody>')[0] ?? '';
      expect(body.match(/<th scope="row"><a /g)).toHaveLength(places as number);
    }
    expect(textOf(html)).toMatch(
      /没有出现的 ?无此词 没有数的 这些行自己的筛选，所选范围里没有一份报告符合。 ?年份:2023 发展 全部/,
    );
  });

  it('says what it couldn’t use, on the form and on the result', async () => {
    const note = '年份应为四位数字，如 2024，或者起止年份，如 2020..2025；这次没有采用。';
    expect(textOf(await (await fetch(`${site.address}/panel?year=20`)).text())).toContain(note);
    expect(textOf((await resultOf({ terms: '发展', year: '20' })).html)).toContain(note);
    const refused = await send({ terms: '', year: '20' });
    expect(textOf(await refused.text())).toContain(note);
  });

  it('says which line has what is no text', async () => {
    const response = await send({ terms: '发展\r\n养\0老' });
    expect(response.status).toBe(400);
    expect(textOf(await response.text())).toContain('词表第 2 行有空字符');
  });

  it('keeps what was written where it can’t be counted', async () => {
    const terms = Array.from({ length: 501 }, (_, i) => `<词${i}>`).join('\n');
    const response = await send({ terms, kind: '计划执行情况报告' });
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(textOf(html)).toContain('词表最多 500 个词，这次有 501 个');
    expect(html).toContain('&lt;词500&gt;</textarea>');
    expect(html).toContain('<option value="计划执行情况报告" selected>');
  });

  it('takes no term for more than text', async () => {
    const { html } = await resultOf({ terms: '<script>alert(1)</script>\n{{恶意}}' });
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('{{恶意}}');
  });

  it('says that it keeps no job of that address', async () => {
    for (const path of ['/panel/none', '/panel/none/panel.csv']) {
      const response = await fetch(site.address + path);
      expect(response.status).toBe(404);
      expect(textOf(await response.text())).toContain('没有这次统计');
    }
  });
});
