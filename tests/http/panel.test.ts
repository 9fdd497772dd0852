import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ErrorAnswer, PanelRowAnswer } from '../../server/api/answers.ts';
import { today } from '../../server/presenters/days.ts';
import { COLLECTION } from '../fixtures/collection.ts';
import { type Site, serveReports } from '../fixtures/site.ts';

let site: Site;

beforeAll(async () => {
  site = await serveReports(COLLECTION);
});

afterAll(() => site.close());

const ask = (body: string, query = '', type = 'text/plain; charset=utf-8') =>
  fetch(`${site.address}/api/panel${query}`, { method: 'POST', body, headers: { 'content-type': type } });

const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

/** The rows of a table without quoted line ends, by their columns. */
function rowsOf(csv: string): Record<string, string>[] {
  const [head = '', ...lines] = csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map(cellsOf);
  return lines.map((cells) => Object.fromEntries(cells.map((cell, i) => [head[i], cell])));
}

const cellsOf = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

describe('POST /api/panel', () => {
  it('answers with a table in long form, a row for each report and term', async () => {
    const response = await ask('发展\n一老一小\n无此词');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(/panel-\d{4}-\d\d-\d\d\.csv/);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const csv = new TextDecoder().decode(bytes);
    expect(csv.split('\r\n')[0]).toBe(
      'adcode,city,province,year,report,kind,term,count,paragraphs,characters,blocks,exported_on,corpus_hash',
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
      exported_on: today(),
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

  it('reads what curl sends by itself', async () => {
    const response = await ask('发展\n养老 OR 托育', '', 'application/x-www-form-urlencoded');
    expect(rowsOf(await response.text())).toHaveLength(COLLECTION.length * 2);
  });

  it.each([
    [400, 'bad_request', '', undefined],
    [400, 'bad_request', '{"terms": ["发展"]}', 'application/json'],
    [400, 'bad_request', Array.from({ length: 501 }, (_, i) => `词${i}`).join('\n'), undefined],
    [400, 'query_too_long', '展'.repeat(4_001), undefined],
    [413, 'too_large', '展'.repeat(1_000_000), undefined],
  ])('answers %i (%s) for what can’t be counted', async (status, code, body, type) => {
    const response = await ask(body, '', type);
    expect(response.status).toBe(status);
    expect(ErrorAnswer.strict().parse(await response.json()).error.code).toBe(code);
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
