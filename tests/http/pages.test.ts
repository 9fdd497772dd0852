import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqliteEngine } from '../../engine/sqlite/sqlite-engine.ts';
import { COLLECTION, makeReport } from '../fixtures/collection.ts';
import { type Site, serve, serveReports } from '../fixtures/site.ts';
import { ANNOTATED, manyPlaces } from './reports.ts';

/** A report whose text would like to be more than text. */
const HOSTILE = makeReport(
  { city: '<b>丁市</b>', province: '四川省', adcode: '510400', year: 2022, url: 'javascript:alert(1)' },
  [
    ['review', 'paragraph', '<script>alert("恶意")</script>与{{恶意}}和&amp;。'],
    ['review', 'heading', '"><img src=x onerror=alert(1)>恶意标题'],
  ],
);

let site: Site;

beforeAll(async () => {
  site = await serveReports([...COLLECTION, HOSTILE, ANNOTATED]);
});

afterAll(() => site.close());

async function get(path: string, at: Site = site) {
  const response = await fetch(at.address + encodeURI(path).replaceAll('%25', '%'), { redirect: 'manual' });
  // Handlebars writes equals signs as entities, which browsers read as the same.
  const html = (await response.text()).replaceAll('&#x3D;', '=');
  return { status: response.status, headers: response.headers, html };
}

/** What a reader sees of a page. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

describe('every page', () => {
  it.each([
    '/',
    '/search',
    '/search?q=发展',
    '/search?q=无此词',
    '/reports',
    '/reports/510100-2025-work-report',
    '/cite/510100-2025-work-report',
    '/help',
    '/none',
  ])('%s is whole, in Chinese, and lets nothing in from elsewhere', async (path) => {
    const { html, headers } = await get(path);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(html).toMatch(/<html[^>]* lang="zh-Hans"/);
    expect(html).toContain('</html>');
    // A block of data is no script.
    expect(html).not.toMatch(/<script(?! src=| type="application\/ld\+json">)|<style|\sstyle="|\son\w+="/);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(html).not.toContain('undefined');
    expect(html).not.toContain('[object Object]');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*object-src 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('/', () => {
  it('tells what the corpus holds', async () => {
    const text = textOf((await get('/')).html);
    expect(text).toContain('甲州市');
    expect(text).toContain('2025');
  });
});

describe('/search', () => {
  it('shows hits with their words marked, their place and a link to the block', async () => {
    const { status, html } = await get('/search?q=一老一小');
    expect(status).toBe(200);
    expect(html.match(/<mark>一老一小<\/mark>/g)).toHaveLength(2);
    expect(textOf(html)).toContain('在 2 份报告的 2 段中找到');
    expect(textOf(html)).toMatch(/乙江区.*2025.*计划执行情况报告/);
    const block = COLLECTION[2]?.blocks[1]?.id;
    expect(html).toContain(
      `/reports/500110-2025-plan-report?${new URLSearchParams({ q: '一老一小' })}#${block}`,
    );
  });

  it.each([
    ['q=一老一小', '一老一小：2 段'],
    ['q=无此词', '无此词：没有找到'],
    ['q=发展&per=3&page=2', '发展：8 段，第 2 页'],
    ['city=510100&year=2024', '浏览所选范围：4 段'],
  ])('says of %s in its title first what and how much there is', async (address, title) => {
    const { html } = await get(`/search?${address}`);
    expect(html).toContain(`<title>${title} - `);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it('gives no two links and switches of its hits the same name', async () => {
    const { html } = await get('/search?q=发展&per=100');
    const names = [...html.matchAll(/<a [^>]*data-hit>(.*?)<\/a>/g)].map(([, name = '']) => textOf(name));
    expect(names.length).toBeGreaterThan(5);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('2024年甲州市政府工作报告，第 4 段');
  });

  it('offers facets as a form that works without scripts', async () => {
    const { html } = await get('/search?q=发展&city=510100');
    expect(html).toMatch(/<form[^>]*action="\/search"/);
    expect(html).toMatch(
      /<input(?=[^>]*type="checkbox")(?=[^>]*name="city")(?=[^>]*value="510100")(?=[^>]*checked)/,
    );
    expect(html).toMatch(/<input(?=[^>]*type="checkbox")(?=[^>]*name="year")(?=[^>]*value="2024")/);
    expect(html).toMatch(/<button[^>]*type="submit"/);
  });

  it.each([
    ['row', '表格行'],
    ['columns', '表头'],
    ['caption', '表'],
    ['gloss', '名词解释'],
  ])('says of a %s in plain words that it is one', async (type, label) => {
    const block = ANNOTATED.blocks.find((candidate) => candidate.type === type);
    const { html } = await get(`/search?report=${ANNOTATED.id}&q="${block?.text.replaceAll(' | ', '" "')}"`);
    const [, hit] = html.split(`id="${block?.id}"`);
    expect(hit?.split('</article>')[0]).toContain(`<span class="section">${label}</span>`);
  });

  it('names the table a row stands in', async () => {
    const { html } = await get(`/search?report=${ANNOTATED.id}&q=投资增速`);
    expect(textOf(html)).toContain('表1 主要指标 过去一年工作 表格行 投资增速 | 7.1');
  });

  it('has check boxes for provinces, with counts of the whole province, their cities below', async () => {
    const { html } = await get('/search?q=发展&province=510000');
    expect(html).toMatch(
      /<input(?=[^>]*type="checkbox")(?=[^>]*name="province")(?=[^>]*value="510000")(?=[^>]*checked)/,
    );
    expect(textOf(html)).toMatch(/四川省 6 .*甲州市 6 /);
    expect(html.split('data-facets')[1]).not.toMatch(/type="hidden" name="province"/);
    expect(html).not.toContain('value="500110"');
  });

  it('takes a range of years from a form, under the one address such a range has', async () => {
    for (const [asked, meant] of [
      ['year_from=2023&year_to=2024', 'year=2023..2024'],
      ['year_from=2024&year_to=2023', 'year=2023..2024'],
      ['year_from=&year_to=2024', 'year=2022..2024'],
      ['year_from=2023&year_to=', 'year=2023..2025'],
      ['year_from=2023&year_to=2023', 'year=2023'],
      ['year_from=20&year_to=21', 'year=20..21'],
      ['year_from=&year_to=', ''],
    ]) {
      const { status, headers } = await get(`/search?q=a&year=2025&sort=newest&${asked}`);
      expect(status).toBe(302);
      expect(headers.get('location')).toBe(`/search?q=a&year=2025&sort=newest${meant && `&${meant}`}`);
    }
  });

  it('shows a range of years in the form that sends it', async () => {
    const { html } = await get('/search?q=发展&year=2023..2024');
    const [, form = ''] = html.split('data-facets');
    expect(form).toMatch(/name="year_from"[^>]*>.*<option value="2023" selected>.*name="year_to"/s);
    expect(form).toMatch(/name="year_to"[^>]*>.*<option value="2024" selected>/s);
    expect(form).not.toContain('value="2023..2024"');
  });

  it('helps where nothing is found', async () => {
    const text = textOf((await get('/search?q=一老一小 碳达峰')).html);
    expect(text).toContain('没有');
    expect(text).toContain('碳达峰');
  });

  /** What an empty result offers: label, address without `/search?` where there is one, blocks found. */
  async function offersOf(address: string) {
    const { html } = await get(`/search?${address}`);
    const lists = html
      .split('<ul class="offers">')
      .slice(1)
      .map((rest) => rest.split('</ul>')[0] ?? '');
    return lists.flatMap((list) =>
      [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, item = '']) => {
        const [, href = ''] = item.match(/href="\/search\?([^"]*)"/) ?? [];
        return [textOf(item), decodeURIComponent(href.replaceAll('&amp;', '&').replaceAll('+', ' '))];
      }),
    );
  }

  it('offers looser readings of a query that finds nothing to the letter, and its terms alone', async () => {
    expect(await offersOf('q=轨道交通的投资&mode=exact')).toEqual([
      ['“轨道交通 投资” 同在一段 1 段', 'q=轨道交通的投资&mode=words'],
      ['“轨道交通 投资” 任意一个 3 段', 'q=轨道交通的投资&mode=any'],
    ]);
    expect(await offersOf('q=火星 投资')).toEqual([
      ['只检索 “火星” 0 段', ''],
      ['只检索 “投资” 3 段', 'q=投资'],
    ]);
    // Nothing to cut.
    expect(await offersOf('q=火星')).toEqual([]);
  });

  it('falls back to the words of an unspaced query, says so, and leads to the other readings', async () => {
    const words = await get('/search?q=轨道交通的投资');
    const text = textOf(words.html);
    expect(text).toContain('没有逐字找到 “轨道交通的投资”；1 份报告的 1 段有其中各词');
    expect(text).toContain('以下按分词检索：同一段里有 “轨道交通”、“投资”');
    expect(words.html).toContain('<mark>轨道交通</mark>');
    expect(decodeURIComponent(words.html)).toMatch(
      /href="\/search\?q=轨道交通的投资&amp;mode=exact"[^>]*>精确</,
    );
    expect(words.html).toMatch(/aria-current="true">分词</);

    const any = textOf((await get('/search?q=火星移民发展')).html);
    expect(any).toContain('也没有一段含有其中全部的词');
    expect(any).toContain('没有逐字找到 “火星移民发展”；4 份报告的 8 段有其中的词');
  });

  it('lists under a heading of their own what a looser reading finds besides few hits', async () => {
    const { html } = await get('/search?q=工业投资');
    const text = textOf(html);
    expect(text).toContain('在 1 份报告的 1 段中找到 “工业投资”');
    expect(textOf((await get('/search?q=工业投资&mode=exact')).html)).not.toContain('不计入');
    expect(text).not.toContain('按分词检索');
  });

  it('reads a query the same under any filter, so that a filter never finds more', async () => {
    const text = textOf((await get('/search?q=工业投资&city=500110')).html);
    expect(text).toContain('没有找到 “工业投资”');
    expect(text).not.toContain('按分词检索');
  });

  it('shows each part of a query, and the way to do without it', async () => {
    const { html } = await get('/search?q=发展 -改革 质量|养老');
    const chips = [...html.matchAll(/<a class="chip" href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(
      ([, href = '', label = '']) => [textOf(label), decodeURIComponent(href).replaceAll('+', ' ')],
    );
    expect(chips).toEqual([
      ['去掉检索词 “发展” ×', '/search?q=-改革 质量|养老'],
      ['去掉检索词 不含 “改革” ×', '/search?q=发展 质量|养老'],
      ['去掉检索词 “质量” 或 “养老” ×', '/search?q=发展 -改革'],
    ]);
  });

  it('shows each word of a looser reading, and the way to do without it', async () => {
    const { html } = await get('/search?q=轨道交通的投资');
    const chips = [...html.matchAll(/<a class="chip" href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(
      ([, href = '', label = '']) => [textOf(label), decodeURIComponent(href).replaceAll('&amp;', '&')],
    );
    expect(chips).toEqual([
      ['去掉检索词 “轨道交通” ×', '/search?q=投资&mode=words'],
      ['去掉检索词 “投资” ×', '/search?q=轨道交通&mode=words'],
    ]);
  });

  it('keeps what was excluded when a word of a looser reading is taken away', async () => {
    const { html } = await get('/search?q=轨道交通的投资 -城市:甲州&mode=words');
    const chips = [...html.matchAll(/<a class="chip" href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(
      ([, href = '', label = '']) => [
        textOf(label),
        decodeURIComponent(href).replaceAll('&amp;', '&').replaceAll('+', ' '),
      ],
    );
    expect(chips).toEqual([
      ['去掉检索词 “轨道交通” ×', '/search?q=投资 -城市:甲州&mode=words'],
      ['去掉检索词 “投资” ×', '/search?q=轨道交通 -城市:甲州&mode=words'],
      ['去掉检索词 不含 城市:甲州 ×', '/search?q=轨道交通的投资&mode=words'],
    ]);
  });

  it('makes filters that were typed filters of the address', async () => {
    const { status, headers } = await get('/search?q=发展 城市:甲州市 年份:2024&section=tasks');
    expect(status).toBe(302);
    expect(decodeURIComponent(headers.get('location') ?? '').replaceAll('+', ' ')).toBe(
      '/search?q=发展&city=510100&year=2024&section=tasks',
    );
  });

  it('leads nowhere with a long query, but takes its filters all the same', async () => {
    const { status, html } = await get(`/search?q=城市:甲州市 ${'发展，'.repeat(600)}`);
    expect(status).toBe(200);
    expect(textOf(html)).toContain('去掉筛选 城市：甲州市');
  });

  it('answers a query that is far too long, too', async () => {
    const { status, html } = await get(`/search?q=${'发展'.repeat(8_000)}`);
    expect(status).toBe(400);
    expect(textOf(html)).toContain('检索词最长 4000 个字符');
  });

  it('says how it read what makes no sense', async () => {
    const { status, html } = await get('/search?q=发展 OR 城市:甲州');
    expect(status).toBe(200);
    expect(textOf(html)).toContain('“发展 OR 城市:甲州”按普通文字检索');
  });

  it('lists one hit of each report, and the way to the others', async () => {
    const { html } = await get('/search?q=发展&group=report');
    expect(textOf(html)).toContain('在 4 份报告的 8 段中找到');
    expect(html.match(/<article class="hit"/g)).toHaveLength(4);
    expect(html).toContain('再看本报告其余 2 处');
    expect(html).toContain('report=510100-2025-work-report');
  });

  it('offers to go without one filter where that helps, and without all', async () => {
    expect(await offersOf('q=轨道交通&city=510100&year=2025&kind=政府工作报告')).toEqual([
      ['去掉全部筛选 1 段', 'q=轨道交通'],
    ]);
    expect(await offersOf('q=轨道交通&city=510100&year=2025')).toEqual([
      ['去掉 甲州市 1 段', 'q=轨道交通&year=2025'],
      ['去掉全部筛选 1 段', 'q=轨道交通'],
    ]);
    expect(await offersOf('q=轨道交通&city=510100')).toEqual([['去掉 甲州市 1 段', 'q=轨道交通']]);
    expect(await offersOf('q=轨道交通投资&year=2023')).toEqual([
      ['去掉 2023 1 段', 'q=轨道交通投资&mode=words'],
    ]);
  });

  it('says which parameters it could not use, and goes on without them', async () => {
    const { status, html } = await get('/search?q=发展&per=0&sort=best');
    expect(status).toBe(200);
    const text = textOf(html);
    expect(text).toContain('每页条数应为 1 到 100 的整数');
    expect(text).toContain('排序只有');
    expect(text).not.toContain('参数');
    expect(html).toContain('<mark>发展</mark>');
  });

  it('says so, too, where filters were typed, and on a report’s page', async () => {
    const { status, html } = await get('/search?q=城市:甲州市 发展&format=xls');
    expect(status).toBe(200);
    expect(textOf(html)).toContain('导出的格式只有 csv、wide、jsonl、atom 几种；这次没有采用。');
    expect(html).toContain('去掉筛选 </span>城市：甲州市');
    const report = await get(`/reports/${COLLECTION[0]?.id}?q=发展&mode=loose`);
    expect(textOf(report.html)).toContain('检索方式只有精确、分词、任意三种；这次没有采用。');
  });

  it('lists on each page what follows the one before', async () => {
    const ids = async (address: string) =>
      [...(await get(`/search?q=发展&${address}`)).html.matchAll(/<article class="hit" id="([^"]*)"/g)].map(
        ([, id]) => id,
      );
    const pages = await Promise.all([1, 2, 3].map((page) => ids(`per=3&page=${page}`)));
    expect(pages.flat()).toEqual(await ids('per=100'));
    expect((await get('/search?q=发展&per=3&page=2')).html).toContain('<ol class="hits" start="4">');
  });

  it('leads back from past the end', async () => {
    const { status, html } = await get('/search?q=发展&page=50');
    expect(status).toBe(200);
    expect(textOf(html)).toContain('没有第 50 页');
    expect(html).toMatch(/href="\/search\?q=[^"]*"/);
  });

  it('refuses a query that is too long, on a page of its own', async () => {
    const { status, html } = await get(`/search?q=${'长'.repeat(4_001)}`);
    expect(status).toBe(400);
    expect(textOf(html)).toContain('4000');
    expect(html).toContain('<form class="searchbox"');
    expect(html).not.toContain('class="offers"');
  });

  it('escapes what was typed and what reports say', async () => {
    const { html } = await get('/search?q="><script>alert(1)</script>&city=<b>');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<b>');
    const hit = (await get('/search?q=恶意')).html;
    expect(hit).not.toMatch(/<script>alert|<img src=x|<b>丁市/);
    expect(hit).toContain('&lt;script&gt;');
    expect(hit).toContain('{{<mark>恶意</mark>}}');
  });

  it.each(['q=a&q=b', 'q[x]=1', '__proto__[x]=1', 'page=abc&page=2', 'q=%00', 'q=%ED%A0%80', 'city=&year='])(
    'takes %s calmly',
    async (address) => {
      expect((await get(`/search?${address}`)).status).toBe(200);
    },
  );
});

describe('/reports', () => {
  it('lists all reports', async () => {
    const { html } = await get('/reports');
    for (const { id } of COLLECTION) expect(html).toContain(`/reports/${id}`);
  });
});

describe('/reports/:id', () => {
  it('has every block under its id, with its number, and marks what was searched for', async () => {
    const report = COLLECTION[0];
    const { html } = await get(`/reports/${report?.id}?q=发展`);
    for (const { id } of report?.blocks ?? []) expect(html).toContain(`id="${id}"`);
    expect(html.match(/<mark>发展<\/mark>/g)?.length).toBeGreaterThanOrEqual(6);
  });

  const item = (number: number) => ANNOTATED.blocks[number - 1];

  it('opens footnotes in place, and leads from them to the glossary and back', async () => {
    const { html } = await get(`/reports/${ANNOTATED.id}`);
    const gloss = item(7)?.id;
    for (const mark of ['note-1', 'note-1-2']) {
      expect(html).toMatch(
        new RegExp(`id="${mark}"><a href="#${gloss}"[^>]*>1</a><button[^>]* popovertarget="definition-1"`),
      );
      expect(html).toContain(`href="#${mark}" aria-label="回到正文"`);
    }
    const [, definition = ''] = html.split('id="definition-1" popover');
    expect(textOf(definition.split('</div>')[0] ?? '')).toContain('1. 双碳 碳达峰与碳中和。');
    expect(definition).toContain(`href="#${gloss}"`);
    // A mark whose item is missing is only a number.
    expect(html).toMatch(/id="note-9">9<\/sup>/);
  });

  it('shows tables with caption, headers, filled cells, marks and a link to each row', async () => {
    const { html } = await get(`/reports/${ANNOTATED.id}?q=增速`);
    const [, table = ''] = html.split('<table>');
    expect(table).toMatch(new RegExp(`^\\s*<caption><div[^>]* id="${item(2)?.id}"`));
    expect(table.match(/<th scope="col"[^>]*>/g)).toHaveLength(3);
    expect(table).toContain(`<tr id="${item(5)?.id}"`);
    expect(table).toContain(`href="#${item(5)?.id}" aria-label="第 5 段"`);
    expect(table).toMatch(/<td class="repeated [^"]*">经济<\/td>/);
    expect(table).toMatch(/GDP<mark>增速<\/mark>/);
  });

  it('says nothing twice in a box whose rows open with their heading', async () => {
    const { html } = await get(`/reports/${ANNOTATED.id}?q=交通`);
    const [, row = ''] = html.split(`id="${item(6)?.id}"`);
    const cells = row.split('</tr>')[0] ?? '';
    expect(textOf(cells)).toContain('交通：建成道路。');
    expect(cells.match(/交通/g)).toHaveLength(1);
    expect(cells).toContain('<mark>交通</mark>：</td>');
  });

  it('doesn’t run what a report says, nor link to anything but the web', async () => {
    const { html } = await get(`/reports/${HOSTILE.id}`);
    expect(html).not.toMatch(/<script>alert|<img src=x|<b>丁市|href="javascript/);
  });

  it('is not there for an unknown report', async () => {
    const { status, html } = await get('/reports/510100-1999-work-report');
    expect(status).toBe(404);
    expect(html).toContain('href="/reports"');
  });
});

describe('/p/:block', () => {
  const block = COLLECTION[1]?.blocks[2];

  it('leads to the block in its report', async () => {
    const { status, headers } = await get(`/p/${block?.id}`);
    expect(status).toBe(302);
    expect(headers.get('location')).toBe(`/reports/510100-2024-work-report#${block?.id}`);
  });

  it('offers the block of that number where the block is gone', async () => {
    const { status, html } = await get('/p/510100-2024-work-report_0000000000?n=3');
    expect(status).toBe(404);
    expect(html).toContain(`/reports/510100-2024-work-report#${block?.id}`);
  });

  it.each([
    '/p/none',
    '/p/none_x?n=1',
    '/p/510100-2024-work-report_0000000000?n=99',
    '/p/510100-2024-work-report_0?n=x',
    '/p/%E0%A4%A',
  ])('%s is not there', async (path) => {
    expect([400, 404]).toContain((await get(path)).status);
  });
});

describe('a collection of hundreds of places', () => {
  let large: Site;
  beforeAll(async () => {
    large = await serveReports(manyPlaces());
  });
  afterAll(() => large.close());

  it('has a home page by province, and older years in one column', async () => {
    const { html } = await get('/', large);
    expect(html.match(/<th scope="row">/g)).toHaveLength(20);
    expect(html).toContain('/search?province=130000');
    expect(html).toMatch(/<th scope="col">更早<\/th>/);
    expect(html).toContain('year=1995..2014');
    expect(textOf(html)).toContain('收录 200 个地方的 200 份报告');
  });

  it('folds facets: the provinces with most hits first, and what is chosen always', async () => {
    const { html } = await get('/search?q=发展', large);
    const [shown = '', more = ''] = (html.split('data-facets')[1] ?? '').split('<details class="more"');
    expect(shown.match(/name="province"/g)).toHaveLength(8);
    expect(more.match(/name="province"/g)).toHaveLength(12);
    expect(html).not.toContain('<details open');
    expect(textOf(html)).toContain('更多（22 个年份）');

    const chosen = (await get('/search?q=发展&city=300001', large)).html.split('data-facets')[1] ?? '';
    expect(chosen.split('<details class="more"')[0]).toMatch(/<details open>.*value="300001" checked/s);
  });

  it('lets places be looked for among many by name and pinyin, and only there', async () => {
    expect((await get('/search?q=发展', large)).html).toMatch(/data-pinyin="di shi"/);
    expect((await get('/search?q=发展', large)).html).toContain('data-place-filter');
    expect((await get('/search?q=发展')).html).not.toContain('data-place-filter');
  });

  it('folds the list of reports', async () => {
    const { html } = await get('/reports', large);
    expect(html.match(/<details id="province-\d{6}">/g)).toHaveLength(20);
  });
});

describe('crawlers', () => {
  it('are asked to leave searches alone', async () => {
    expect((await get('/robots.txt')).html).toMatch(/Disallow: \/search/);
    expect((await get('/search?q=发展&city=510100')).html).toMatch(/<meta name="robots" content="noindex/);
  });
});

describe('without an index', () => {
  it('every page says so, without the inside', async () => {
    const bare = await serve(new SqliteEngine(join(tmpdir(), 'there-is-no-such-index.sqlite')));
    try {
      for (const path of ['/', '/search?q=a', '/reports', '/reports/a', '/p/a_b']) {
        const { status, html, headers } = await get(path, bare);
        expect(status).toBe(503);
        expect(headers.get('retry-after')).not.toBeNull();
        expect(textOf(html)).toContain('索引');
        expect(html).not.toContain('there-is-no-such-index');
      }
    } finally {
      await bare.close();
    }
  });
});
