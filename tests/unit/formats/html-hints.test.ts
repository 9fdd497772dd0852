import { describe, expect, it } from 'vitest';
import { pageSource } from './files.ts';

const SENTENCE = '坚持稳中求进工作总基调，推动经济实现质的有效提升和量的合理增长。';
const ARTICLE = `<div id="zoom"><p>${SENTENCE.repeat(5)}</p></div>`;

const page = (title: string, above = '', head = '') =>
  pageSource(`<html><head><title>${title}</title>${head}</head><body>${above}${ARTICLE}</body></html>`);

describe('the title of a page', () => {
  it.each([
    [
      '资阳市政府工作报告（2026年1月28日 王某某）-资阳市人民政府',
      '资阳市政府工作报告（2026年1月28日 王某某）',
    ],
    ['资阳市2026年政府工作报告（全文）-资阳市人民政府', '资阳市2026年政府工作报告（全文）'],
    ['政府工作报告--地方领导--人民网', '政府工作报告'],
    ['资阳市人民政府 2026年资阳市政府工作报告', '2026年资阳市政府工作报告'],
    ['2026年资阳市政府工作报告 资阳市人民政府门户网站', '2026年资阳市政府工作报告'],
    ['资阳市人民政府-政府工作报告-资阳市2026年政府工作报告', '资阳市2026年政府工作报告'],
    ['详情页', '详情页'],
  ])('%s', async (title, expected) => {
    expect((await page(title)).title).toBe(expected);
  });

  it.each([
    '<h2>资阳市2026年政府工作报告</h2>',
    '<table><tr><td><font size="5"><b>资阳市2026年政府工作报告</b></font></td></tr></table>',
  ])('stands above the article where the page is named after its site: %s', async (above) => {
    const { title, text, leftOut } = await page('资阳市人民政府', `<ul><li>政府工作报告</li></ul>${above}`);
    const twice = await page('资阳市人民政府', above + above);
    expect(twice.leftOut.map((line) => line.text)).toEqual([expect.stringContaining(title ?? '')]);
    expect(title).toBe('资阳市2026年政府工作报告');
    expect(text).toMatch(/^资阳市2026年政府工作报告\n/);
    expect(leftOut.map((line) => line.text)).toEqual(['- 政府工作报告']);
  });

  it('isn’t a line about the meeting, which stays above the text', async () => {
    const meeting = '——2026年1月28日在资阳市第五届人民代表大会第七次会议上';
    const { title, text } = await page(`${meeting}-资阳市人民政府`);
    expect(title).toBeNull();
    expect(text).toMatch(new RegExp(`^${meeting}\n`, 'u'));
  });
});

describe('who published a page', () => {
  it.each([
    ['来源：资阳日报浏览次数：12', '资阳日报'],
    ['信息来源：资阳市人民政府办公厅字号：大 中 小', '资阳市人民政府办公厅'],
    ['来源：资阳市政府办作者：李某', '资阳市政府办'],
    ['来源：人民网2026-02-03', '人民网'],
    ['来源：资阳市信息发布中心', '资阳市信息发布中心'],
  ])('%s', async (line, source) => {
    expect((await page('政府工作报告', `<div>${line}</div>`)).source).toBe(source);
  });

  it('is named without the word before it', async () => {
    const head = '<meta name="source" content="来源：人民网－四川频道">';
    expect((await page('政府工作报告', '', head)).source).toBe('人民网－四川频道');
  });
});

describe('the day a page was published', () => {
  it.each([
    ['2026-02-03 10:00 来源：本站 访问量：1', '2026-02-03'],
    ['来源：资阳日报 作者：李某 2026年02月03日', '2026-02-03'],
    ['今天是2026年3月5日 星期四 点击登录', null],
    ['2026-02-03', null],
    ['据四川日报（来源：四川新闻网）报道，2025年1月3日我市召开会议。', null],
  ])('%s', async (line, date) => {
    expect((await page('政府工作报告', `<div>${line}</div>`)).date).toBe(date);
  });
});
