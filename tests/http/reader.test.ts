import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../report/types.ts';
import { COLLECTION, makeReport } from '../fixtures/collection.ts';
import { type Site, serveReports } from '../fixtures/site.ts';
import { ANNOTATED } from './reports.ts';

/** A second report of the place and year of the first, under an id with a suffix; both have the same opening. */
const [FIRST, BEFORE] = COLLECTION as [Report, Report];
const SECOND = makeReport(
  { city: '甲州市', province: '四川省', adcode: '510100', year: 2025, kind: '工作简报' },
  [
    ['review', 'paragraph', '这一段只在简报里。'],
    ['review', 'paragraph', '这一段也是。'],
  ],
);

const ELSEWHERE = makeReport({ city: '戊县', province: '云南省', adcode: '530124', year: 2021 }, [
  ['review', 'paragraph', '开展工作。'],
]);

/** Its headings leave out levels, and begin below the first. */
const UNEVEN = withHeadings(
  makeReport(
    { city: '丁河市', province: '云南省', adcode: '530100', year: 2021 },
    ['〇', '一', '（一）', '1.', '（二）', '二'].map((text) => ['review', 'heading', text]),
  ),
  [2, 1, 3, 4, 3, 1],
);

function withHeadings(report: Report, levels: readonly number[]): Report {
  const blocks = report.blocks.map((block, i) => ({ ...block, level: levels[i] ?? 1 }));
  const headings = blocks.map(({ level, text, section, number }) => ({
    level,
    text,
    section,
    block: number,
  }));
  return { ...report, blocks, headings };
}

let site: Site;
beforeAll(async () => {
  site = await serveReports([...COLLECTION, SECOND, ANNOTATED, UNEVEN, ELSEWHERE]);
});
afterAll(() => site.close());

async function get(path: string) {
  const response = await fetch(site.address + encodeURI(path), { redirect: 'manual' });
  const html = (await response.text()).replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
  return { status: response.status, html, text: html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ') };
}

/** The text of an id's block: what is behind the `_`. */
const hashIn = (report: Report, number: number) => report.blocks[number - 1]?.id.split('_')[1];

describe('the hits of a report', () => {
  it.each(['发展', '-发展', '发展 -改革', '标题:发展', '一老一小|PM2.5', '增长'])(
    'of %s are as many as a search finds in it, and each is marked as one',
    async (q) => {
      const answer = await fetch(
        `${site.address}/api/search?${new URLSearchParams({ q, report: FIRST.id, mode: 'exact' })}`,
      );
      const { total } = (await answer.json()) as { total: number };
      expect(total).toBeGreaterThan(0);
      const { html, text } = await get(`/reports/${FIRST.id}?q=${q}`);
      expect(text).toContain(`本报告 ${total} 段命中`);
      expect(html.match(/class="(?:block [^"]*)?hit-block"/g)).toHaveLength(total);
      expect(html.match(/aria-label="第 \d+ 段">\d+<\/a> /g)).toHaveLength(total);
    },
  );

  it('are reached by links alone', async () => {
    const { html } = await get(`/reports/${FIRST.id}?q=发展`);
    const [, first, last] = [FIRST.blocks[1]?.id, FIRST.blocks[1]?.id, FIRST.blocks[3]?.id];
    expect(html).toMatch(new RegExp(`<a href="#${last}" data-step="-1".*<a href="#${first}" data-step="1"`));
  });
});

describe('a report', () => {
  it('leads to the year before and to others, the query carried along', async () => {
    const { html, text } = await get(`/reports/${FIRST.id}?q=发展&mode=words`);
    const query = new URLSearchParams({ q: '发展', mode: 'words' });
    const before = `<a href="/reports/${BEFORE.id}?${query}" rel="prev">上一年（2024年）</a>`;
    // Above the text and below it.
    expect(html.split(before)).toHaveLength(3);
    expect(html).not.toContain('rel="next"');
    expect(text).toContain('甲州市的其他报告 2025年工作简报');
    expect(text).toContain('2025年其他地方的报告 重庆市乙江区计划执行情况报告');
    const [, all] = /href="(\/search\?[^"]*year=2025[^"]*)"/.exec(html) ?? [];
    expect((await get(decodeURI(all ?? ''))).text).toContain('在 2 份报告的 4 段中找到 “发展”');
  });

  it('has one heading of the first level, and no gap below it, whatever the levels of its own', async () => {
    const { html } = await get(`/reports/${UNEVEN.id}`);
    const levels = [...(html.split('<dialog')[0] ?? '').matchAll(/<h([1-6])/g)].map(([, level]) =>
      Number(level),
    );
    expect(levels).toEqual([1, 2, 2, 3, 4, 3, 2, 2]);
  });
});

describe('a link to a paragraph that is gone', () => {
  it('offers the paragraph that has its number now, between those around it', async () => {
    const { status, html, text } = await get(`/p/${FIRST.id}_0000000000?n=5`);
    expect(status).toBe(404);
    expect(text).toContain('那一段不在这份报告里');
    expect(text).toContain('这份报告现在的第 5 段');
    expect(text).toContain(FIRST.blocks[4]?.text);
    expect(html).toContain(`href="/reports/${FIRST.id}#${FIRST.blocks[4]?.id}"`);
    // 第 4 段 is longer than what is shown of it.
    expect(text).toContain(`第 4 段 ${FIRST.blocks[3]?.text.slice(0, 50)}`);
    expect(text).not.toContain(FIRST.blocks[3]?.text);
    expect(text).toContain('第 6 段');
  });

  it('offers the last where the report is shorter now, and the report alone where no number is known', async () => {
    expect((await get(`/p/${FIRST.id}_0000000000?n=99`)).text).toContain('现在的最后一段，第 8 段');
    const { status, html, text } = await get(`/p/${FIRST.id}_0000000000?n=x`);
    expect(status).toBe(404);
    expect(text).not.toContain('现在的');
    expect(html).toContain(`href="/reports/${FIRST.id}"`);
  });

  it.each([
    ['the report has got a suffix', '510100-2025-work-report-abcdef0123'],
    ['its kind has been corrected', '510100-2025-briefing-0000000000'],
    ['the text is in another report of the place and year', SECOND.id],
  ])('leads to the same text where %s', async (_, id) => {
    const { status, html, text } = await get(`/p/${id}_${hashIn(FIRST, 6)}?n=1`);
    expect(status).toBe(404);
    expect(text).toContain('同一段文字现在在');
    expect(text).toContain(FIRST.blocks[5]?.text);
    expect(html).toContain(`href="/reports/${FIRST.id}#${FIRST.blocks[5]?.id}"`);
  });

  it('leads to the one paragraph of a text that the report once had twice', async () => {
    const { text } = await get(`/p/${FIRST.blocks[5]?.id}_2?n=3`);
    expect(text).toContain('同一段文字现在在');
    expect(text).toContain('第 6 段');
  });

  it('offers no text of other places or years', async () => {
    const { text } = await get(`/p/510100-2023-work-report_${hashIn(FIRST, 6)}?n=1`);
    expect(text).not.toContain('同一段文字');
    expect(text).toContain('没有收录');
  });
});

describe('a report that is gone', () => {
  it('offers those of its place and year', async () => {
    const { status, html, text } = await get('/reports/510100-2025-plan-report');
    expect(status).toBe(404);
    expect(text).toContain('没有编号为 510100-2025-plan-report 的报告');
    for (const { id } of [FIRST, SECOND]) expect(html).toContain(`href="/reports/${id}"`);
    expect(html).not.toContain(`href="/reports/${BEFORE.id}"`);
  });
});
