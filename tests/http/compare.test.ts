import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLECTION, makeReport } from '../fixtures/collection.ts';
import { expectDescribed } from '../fixtures/described.ts';
import { type Site, serveReports } from '../fixtures/site.ts';

const PLACE = { city: '戊水市', province: '四川省', adcode: '510700' };
const EARLIER = makeReport({ ...PLACE, year: 2024 }, [
  [
    'review',
    'paragraph',
    '<b>脱贫攻坚</b>取得胜利，脱贫攻坚成果巩固，认真抓脱贫攻坚，认真扶贫，认真抓防汛。',
  ],
  ['targets', 'paragraph', '地区生产总值增长6%，粮食产量90万吨，规上工业增加值增长7%，出口<i>增长8%。'],
]);
const LATER = makeReport({ ...PLACE, year: 2025 }, [
  [
    'review',
    'paragraph',
    '地区生产总值增长6.2%，规模以上工业增加值增长7.1%。低空经济起飞，低空经济领先，发展低空经济。彩灯点亮，彩灯出海。',
  ],
  ['tasks', 'heading', '一、"><script>alert(1)</script>'],
]);
const BARE = makeReport({ ...PLACE, year: 2026 }, [['tasks', 'paragraph', '发展低空经济。']]);

let site: Site;

beforeAll(async () => {
  site = await serveReports([...COLLECTION, EARLIER, LATER, BARE]);
});

afterAll(() => site.close());

const address = (a: string, b: string) => `compare?${new URLSearchParams({ a, b })}`;

async function get(path: string) {
  const response = await fetch(`${site.address}/${path}`, { redirect: 'manual' });
  const html = (await response.text()).replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
  return { status: response.status, location: response.headers.get('location'), html };
}

const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

describe('/compare', () => {
  it('shows what has come and gone, each number with the way to its paragraphs', async () => {
    const { status, html } = await get(address(EARLIER.id, LATER.id));
    expect(status).toBe(200);
    const [, appeared = '', gone = ''] = html.split('<h3 id="terms-');
    expect(textOf(appeared)).toMatch(/新出现.*低空经济 ?3/);
    expect(textOf(gone)).toMatch(/不再提.*脱贫攻坚 ?3/);
    const [, href = ''] = /href="(\/search\?q=%22%E4%BD%8E[^"]*)"/.exec(appeared) ?? [];
    expect(new URLSearchParams(href.split('?')[1]).get('report')).toBe(LATER.id);
    expect(textOf(await (await fetch(site.address + href)).text())).toContain('1 段中找到 “低空经济”');
  });

  it('leaves out what may be there by chance, and says how much that is and where it stands', async () => {
    const { html } = await get(address(EARLIER.id, LATER.id));
    const [, appeared = ''] = html.split('<h3 id="terms-');
    expect(textOf(appeared)).toContain('1 个词；另有 1 个 G² 不到 3.84，不列');
    expect(html).not.toContain('<th scope="row">彩灯');
    expect(html).toContain(`至少出现 2 次的词，都在<a href="/api/${address(EARLIER.id, LATER.id)}"`);
  });

  it('says what kind of words it lists, and lists no others', async () => {
    const { html } = await get(address(EARLIER.id, LATER.id));
    expect(textOf(html)).toContain('列出的是表示做什么、讲什么的词（多为名词、能作名词的动词和政策用语）');
    expect(html).not.toContain('<th scope="row">认真');
  });

  it('puts last year’s targets beside this year’s results', async () => {
    const { html } = await get(address(EARLIER.id, LATER.id));
    expect(textOf(html)).toMatch(/目标：地区生产总值增长6% 第 2 段 ?结果：地区生产总值增长6.2%，规模/);
    expect(textOf(html)).toMatch(
      /规上工业增加值 结果里写作：规模以上工业增加值 ?目标：规上工业增加值增长7% 第 2 段 ?结果：/,
    );
    expect(textOf(html)).toMatch(/没有写到这个名称[^：]*： 粮食产量：粮食产量90万吨 第 2 段/);
    expect(textOf(html)).toContain('没有看出指标的名称： 出口&lt;i&gt;增长8% 第 2 段');
  });

  it('leads to the same for programs', async () => {
    const { html } = await get(address(EARLIER.id, LATER.id));
    const [, href = ''] = /href="([^"]*)" rel="nofollow">供程序使用/.exec(html) ?? [];
    expect(href).toBe(`/api/${address(EARLIER.id, LATER.id)}`);
  });

  it('says where targets couldn’t be told, instead of nothing', async () => {
    const { html } = await get(address(LATER.id, BARE.id));
    expect(textOf(html)).toContain('没有认出2025年的报告里哪些是“预期目标”');
    expect(textOf(html)).toContain('没有认出2026年的报告里哪些是“过去一年工作”');
    expect(textOf((await get(address(EARLIER.id, BARE.id))).html)).not.toContain('没有认出');
  });

  it('takes nothing of a report for more than text', async () => {
    const { html } = await get(address(EARLIER.id, LATER.id));
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<b>');
    expect(html).not.toMatch(/undefined|\[object/);
  });

  it('puts the years of one place in order', async () => {
    const { status, location } = await get(address(LATER.id, EARLIER.id));
    expect([status, location]).toEqual([302, `/${address(EARLIER.id, LATER.id)}`]);
  });

  it('offers lists and pairs where nothing, or one report, is chosen', async () => {
    const { html } = await get('compare');
    expect(html).toContain(`href="/${address(EARLIER.id, LATER.id)}"`);
    expect(html.match(new RegExp(`<option value="${LATER.id}">`, 'g'))).toHaveLength(2);
    const one = await get(`compare?a=${LATER.id}`);
    expect(one.html).toContain(`<option value="${LATER.id}" selected>`);
    expect(textOf(one.html)).toContain('请再选一份报告');
    const pairs = [...one.html.matchAll(/<li><a href="(\/compare[^"]*)"/g)].map(([, href]) => href ?? '');
    expect(pairs.length).toBeGreaterThan(1);
    expect(pairs.filter((href) => !href.includes(LATER.id))).toEqual([]);
  });

  it('says where both are the same, and where one is unknown', async () => {
    const same = await get(address(LATER.id, LATER.id));
    expect(same.status).toBe(200);
    expect(textOf(same.html)).toContain('同一份报告');
    const unknown = await get(address(LATER.id, 'nobody<b>'));
    expect(unknown.status).toBe(404);
    expect(textOf(unknown.html)).toContain('没有编号为 nobody&lt;b&gt; 的报告');
    expect(unknown.html).toContain('<select');
  });
});

describe('/api/compare', () => {
  it('is as it is described', async () => {
    const { status, body } = await expectDescribed(site.address, `/api/${address(EARLIER.id, LATER.id)}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      a: { id: EARLIER.id },
      b: { id: LATER.id },
      terms: {
        appeared: [
          { term: '低空经济', a: 0, b: 3, per10kA: 0 },
          { term: '彩灯', a: 0, b: 2 },
        ],
        gone: [{ term: '脱贫攻坚', a: 3, b: 0 }],
      },
      targets: {
        targetsOf: EARLIER.id,
        resultsOf: LATER.id,
        shared: [
          { indicator: '地区生产总值', resultNames: ['地区生产总值'] },
          { indicator: '规上工业增加值', resultNames: ['规模以上工业增加值'] },
        ],
        unshared: [{ indicator: '粮食产量', targets: [{ number: 2 }] }],
        unread: [{ number: 2 }],
      },
    });
  });

  it('is so for reports of two places and the other way round, too', async () => {
    const other = COLLECTION[0]?.id ?? '';
    for (const [a, b] of [
      [other, LATER.id],
      [LATER.id, EARLIER.id],
      [LATER.id, LATER.id],
    ] as const) {
      expect((await expectDescribed(site.address, `/api/${address(a, b)}`)).status).toBe(200);
    }
  });

  it.each([
    [404, `compare?a=${LATER.id}&b=none`],
    [400, `compare?a=${LATER.id}`],
    [400, 'compare'],
  ])('answers %i for /api/%s', async (status, path) => {
    expect((await expectDescribed(site.address, `/api/${path}`)).status).toBe(status);
  });
});
