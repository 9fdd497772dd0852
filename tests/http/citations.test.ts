import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { COLLECTION, makeReport } from '../fixtures/collection.ts';
import { type Site, serveReports } from '../fixtures/site.ts';

const TITLE = '甲州市政府工作报告</script><script>alert(1)</script>"<!--';
const REPORT = makeReport(
  {
    city: '丁市',
    province: '四川省',
    adcode: '510400',
    year: 2025,
    title: TITLE,
    speaker: '王某',
    issuer: '丁市人民政府',
    date: '2025-02-20',
    url: 'https://example.org/report.html',
  },
  [['review', 'paragraph', '推动<b>发展</b>。\n第二行']],
);
const BLOCK = REPORT.blocks[0]?.id ?? '';

let site: Site;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T16:00:00Z') });
  site = await serveReports([...COLLECTION, REPORT]);
});

afterAll(async () => {
  vi.useRealTimers();
  await site.close();
});

async function get(path: string) {
  const response = await fetch(site.address + path);
  return { status: response.status, text: await response.text() };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x3D;': '=',
};
const decode = (html: string) => html.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity);

/** The values of `<meta>` elements by name or property. */
function metaOf(html: string): Record<string, string> {
  const tags = html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)">/g);
  return Object.fromEntries([...tags].map(([, name, content]) => [name, decode(content ?? '')]));
}

describe('/api/citations/:id', () => {
  it('cites a block as of today in China', async () => {
    const { status, text } = await get(`/api/citations/${BLOCK}`);
    expect(status).toBe(200);
    const link = `${site.address}/p/${BLOCK}?n=1`;
    expect(JSON.parse(text)).toEqual({
      id: BLOCK,
      link,
      gbt7714: `王某. ${TITLE}[R/OL]. 2025-02-20：第1段. ${link}`,
      gbt7714v2015: `王某. ${TITLE}[R/OL]. 2025: 第1段(2025-02-20)[2026-11-23]. ${link}`,
      bibtex: expect.stringContaining(`  url = {${link}},\n  urldate = {2026-11-23}\n}`),
      plain: `王某：《${TITLE}》，丁市，2025年2月20日，第 1 段。${link}`,
      quote: `“推动<b>发展</b>。\n第二行”\n——王某：《${TITLE}》，丁市，2025年2月20日，第 1 段。${link}`,
    });
    const followed = await fetch(link, { redirect: 'manual' });
    expect(followed.headers.get('location')).toBe(`/reports/${REPORT.id}#${BLOCK}`);
  });

  it('cites a report', async () => {
    const citations = JSON.parse((await get(`/api/citations/${REPORT.id}`)).text);
    expect(citations).toMatchObject({
      id: REPORT.id,
      link: `${site.address}/reports/${REPORT.id}`,
      quote: null,
    });
  });

  it.each([
    '/api/citations/none',
    '/api/citations/none_0123456789',
    `/api/citations/${REPORT.id}_0123456789`,
  ])('%s is not found', async (path) => {
    const { status, text } = await get(path);
    expect(status).toBe(404);
    expect(JSON.parse(text).error.code).toBe('not_found');
  });
});

describe('/help/api', () => {
  it('shows citations without the host that a reader has named', async () => {
    const { text } = await get('/help/api');
    expect(text).toContain('https://example.org/reports/');
    expect(text).not.toContain(site.address);
  });
});

describe('/cite/:id', () => {
  it.each([BLOCK, REPORT.id])('%s shows what /api/citations says, to the letter', async (id) => {
    const { id: _, link, quote, ...formats } = JSON.parse((await get(`/api/citations/${id}`)).text);
    const { status, text: html } = await get(`/cite/${id}`);
    expect(status).toBe(200);
    expect(metaOf(html).robots).toBe('noindex');
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const shown = [...main.matchAll(/<dd>([^<]*)<\/dd>/g)].map(([, text]) => decode(text ?? ''));
    expect(shown).toEqual([...Object.values(formats), ...(quote === null ? [] : [quote])]);
    expect(decode(html)).toContain(`>${link}</a>`);
  });

  it.each(['/cite/none', `/cite/${REPORT.id}_0123456789`])('%s is not found', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('the results', () => {
  it('list the citations of every hit, to the letter, and name the paragraph in every control', async () => {
    const { text: html } = await get(`/search?q=${encodeURIComponent('推动')}&report=${REPORT.id}`);
    const { bibtex, quote } = JSON.parse((await get(`/api/citations/${BLOCK}`)).text);
    expect(decode(html)).toContain(`<dd>${bibtex}</dd>`);
    expect(decode(html)).toContain(`<dd>${quote}</dd>`);
    const cite = /<details class="cite">.*?<\/details>/s.exec(html)?.[0] ?? '';
    const named = cite.match(/<(?:summary|button)[^>]*>.*?<\/(?:summary|button)>/gs) ?? [];
    expect(named).toHaveLength(6);
    for (const control of named) expect(control).toContain('第 1 段');
  });
});

describe('the head of a report’s page', () => {
  it('says what programs ask for', async () => {
    const url = `${site.address}/reports/${REPORT.id}`;
    expect(metaOf((await get(`/reports/${REPORT.id}?q=x`)).text)).toMatchObject({
      'og:type': 'article',
      'og:title': TITLE,
      'og:url': url,
      'og:site_name': '政府报告全文检索',
      'og:locale': 'zh_CN',
      'og:description': expect.stringContaining('1 段'),
      'article:published_time': '2025-02-20',
      'twitter:card': 'summary',
      citation_title: TITLE,
      citation_author: '王某',
      citation_technical_report_institution: '丁市人民政府',
      citation_publication_date: '2025/02/20',
      citation_language: 'zh',
      citation_public_url: url,
    });
  });

  it('describes the report in terms of schema.org, and no title ends the block', async () => {
    const { text: html } = await get(`/reports/${REPORT.id}`);
    const blocks = [...html.matchAll(/<script(?! src=)([^>]*)>(.*?)<\/script>/gs)];
    expect(blocks).toHaveLength(1);
    const [, attributes, json] = blocks[0] ?? [];
    expect(attributes).toBe(' type="application/ld+json"');
    expect(json).not.toContain('<');
    const url = `${site.address}/reports/${REPORT.id}`;
    expect(JSON.parse(json ?? '')).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Report',
      '@id': url,
      url,
      name: TITLE,
      inLanguage: 'zh-Hans',
      datePublished: '2025-02-20',
      author: { '@type': 'Person', name: '王某' },
      spatialCoverage: { name: '丁市', identifier: { value: '510400' } },
      isBasedOn: 'https://example.org/report.html',
      isPartOf: {
        '@type': 'WebSite',
        potentialAction: { target: { urlTemplate: `${site.address}/search?q={search_term_string}` } },
      },
    });
  });

  it('leaves out what isn’t known', async () => {
    const { text: html } = await get('/reports/510100-2025-work-report');
    const meta = metaOf(html);
    expect(meta).not.toHaveProperty('citation_author');
    expect(meta).not.toHaveProperty('article:published_time');
    expect(meta.citation_publication_date).toBe('2025');
    const data = JSON.parse(/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '');
    expect(data.datePublished).toBe('2025');
    expect(data).not.toHaveProperty('author');
    expect(data).not.toHaveProperty('isBasedOn');
  });

  it('is for reports only', async () => {
    for (const path of ['/', '/reports', `/cite/${BLOCK}`]) {
      const { text: html } = await get(path);
      expect(html).not.toContain('ld+json');
      expect(html).not.toContain('og:');
    }
  });
});
