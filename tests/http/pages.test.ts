import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqliteEngine } from '../../engine/sqlite/sqlite-engine.ts';
import { COLLECTION, makeReport } from '../fixtures/collection.ts';
import { type Site, serve, serveReports } from '../fixtures/site.ts';

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
  site = await serveReports([...COLLECTION, HOSTILE]);
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
    '/none',
  ])('%s is whole, in Chinese, and lets nothing in from elsewhere', async (path) => {
    const { html, headers } = await get(path);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(html).toMatch(/<html[^>]* lang="zh-Hans"/);
    expect(html).toContain('</html>');
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle="|\son\w+="/);
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

  it('offers facets as a form that works without scripts', async () => {
    const { html } = await get('/search?q=发展&city=510100');
    expect(html).toMatch(/<form[^>]*action="\/search"/);
    expect(html).toMatch(
      /<input(?=[^>]*type="checkbox")(?=[^>]*name="city")(?=[^>]*value="510100")(?=[^>]*checked)/,
    );
    expect(html).toMatch(/<input(?=[^>]*type="checkbox")(?=[^>]*name="year")(?=[^>]*value="2024")/);
    expect(html).toMatch(/<button[^>]*type="submit"/);
  });

  it('helps where nothing is found', async () => {
    const text = textOf((await get('/search?q=一老一小 碳达峰')).html);
    expect(text).toContain('没有');
    expect(text).toContain('碳达峰');
  });

  it('says which parameters it could not use, and goes on without them', async () => {
    const { status, html } = await get('/search?q=发展&per=0&sort=best');
    expect(status).toBe(200);
    expect(textOf(html)).toContain('参数 per');
    expect(textOf(html)).toContain('参数 sort');
    expect(html).toContain('<mark>发展</mark>');
  });

  it('leads back from past the end', async () => {
    const { status, html } = await get('/search?q=发展&page=50');
    expect(status).toBe(200);
    expect(html).toMatch(/href="\/search\?q=[^"]*"/);
  });

  it('refuses a query that is too long, on a page of its own', async () => {
    const { status, html } = await get(`/search?q=${'长'.repeat(4_001)}`);
    expect(status).toBe(400);
    expect(textOf(html)).toContain('4000');
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
