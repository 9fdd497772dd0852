import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReport } from '../fixtures/collection.ts';
import { type Site, serveReports } from '../fixtures/site.ts';

const PLAIN = Array.from({ length: 30 }, (_, i) => ['tasks', 'paragraph', `第${i}项工作有序开展。`] as const);

const place = { province: '四川省', adcode: '512000', city: '资阳市' };
const REPORTS = [
  makeReport({ ...place, year: 2026 }, [
    ['tasks', 'paragraph', '建设轨道交通。'],
    ['tasks', 'paragraph', '发展低空经济。'],
    ['tasks', 'paragraph', '实施城市更新。'],
    ...PLAIN,
  ]),
  makeReport({ ...place, year: 2025, date: '2025-01-09' }, [
    ['tasks', 'paragraph', '延伸轨道交通。优化营商环境。'],
    ...PLAIN,
  ]),
  makeReport({ city: '全国', province: null, adcode: '100000', year: 2025, date: '2025-03-05' }, [
    ['tasks', 'paragraph', '优化营商环境。'],
    ['tasks', 'paragraph', '推动轨道交通。'],
    // What is everywhere narrows nothing down.
    ...PLAIN.map(([section, type, text]) => [section, type, `${text}高质量发展。`] as const),
  ]),
  ...[2019, 2020, 2021].map((year) => makeReport({ ...place, year, kind: '图解' as const }, PLAIN)),
];

async function home(site: Site) {
  const html = await (await fetch(`${site.address}/`)).text();
  return html.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
}

describe('the home page', () => {
  let site: Site;
  beforeAll(async () => {
    site = await serveReports(REPORTS);
  });
  afterAll(() => site.close());

  const examplesOf = (html: string) =>
    [...html.matchAll(/<a href="(\/search\?[^"]*)"[^>]*>([^<]*)<\/a> <span class="count">([^<]*) 段/g)].map(
      ([, href = '', q, count]) => ({ href, q, count: Number(count) }),
    );

  it('shows by searches of the collection itself how to search, each with what it finds', async () => {
    const examples = examplesOf(await home(site));
    expect(examples.map(({ q }) => q)).toEqual([
      '轨道交通',
      '优化营商环境',
      '城市:资阳 低空经济',
      '年份:2026 城市更新',
    ]);
    for (const { href, count } of examples) {
      const found = await (await fetch(site.address + href.replace('/search', '/api/search'))).json();
      expect(count).toBeGreaterThan(0);
      expect((found as { total: number }).total).toBe(count);
    }
  });

  it('lists the newest reports by their day, a year alone after the days in it', async () => {
    const [, list = ''] = (await home(site)).split('<ul class="newest">');
    const items = (list.split('</ul>')[0] ?? '')
      .replace(/<[^>]*>/g, '')
      .match(/\d{4}年(?:\d+月\d+日)? · .* 段/g);
    expect(items).toEqual([
      '2026年 · 政府工作报告 · 33 段',
      '2025年3月5日 · 政府工作报告 · 32 段',
      '2025年1月9日 · 政府工作报告 · 31 段',
      '2021年 · 图解 · 30 段',
      '2020年 · 图解 · 30 段',
    ]);
  });
});

it('says what to do where there is no report yet', async () => {
  const site = await serveReports([]);
  try {
    const html = await home(site);
    expect(html).toContain('还没有收录报告');
    expect(html).toContain('npm run index');
    expect(html).not.toContain('例如');
    expect(html).not.toContain('<table');
  } finally {
    await site.close();
  }
});
