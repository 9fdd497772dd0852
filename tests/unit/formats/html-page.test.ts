import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../indexer/parse/parse-report.ts';
import { BODY, MEETING, TITLE } from '../parse/report.ts';
import { pageSource, problemOf } from './files.ts';

const LONG_BODY = BODY.flatMap((line, i) => (i === 13 ? Array<string>(30).fill(line) : line));
const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const REPORT = paragraphs([TITLE, MEETING, ...BODY]);
const NAVIGATION = '<nav><a>首页</a><a>政务公开</a></nav>';
const FOOTER = '<footer>主办：福建省人民政府办公厅</footer>';

async function read(body: string) {
  const { text, ...hints } = await pageSource(`<html><body>${body}</body></html>`);
  const report = parseReport(text, {}, hints);
  const { all, kept, dropped } = report.characters;
  expect(kept + dropped).toBe(all);
  return report;
}

const textsOf = (report: Awaited<ReturnType<typeof read>>) => report.blocks.map((block) => block.text);
const droppedFrom = (report: Awaited<ReturnType<typeof read>>) =>
  report.dropped.map(({ text, reason }) => `${reason} ${text}`);

describe('the page around an article', () => {
  it('is in the account, line by line with what it is', async () => {
    const report = await read(
      `${NAVIGATION}<div id="zoom">${REPORT}</div><div>上一篇：没有了</div>${FOOTER}`,
    );
    const alone = await read(`<div id="zoom">${REPORT}</div>`);
    expect(textsOf(report)).toEqual(textsOf(alone));
    expect(droppedFrom(report)).toEqual([
      '网页导航 首页政务公开',
      '正文之后的网页内容 上一篇：没有了',
      '网页导航 主办：福建省人民政府办公厅',
    ]);
    expect(report.characters.all - alone.characters.all).toBe(
      '首页政务公开上一篇：没有了主办：福建省人民政府办公厅'.length,
    );
  });

  it('doesn’t hold what a browser doesn’t show', async () => {
    const hidden = '<div style="display: none">隐藏的文字</div><script>load()</script>';
    expect(droppedFrom(await read(`${hidden}<div id="zoom">${REPORT}</div>`))).toEqual([]);
  });

  it('takes what a wiki adds to a text for a part of the site', async () => {
    const edit = '<span class="mw-editsection">[<a>编辑</a>]</span>';
    const heading = '<p>一、2025年工作回顾</p>';
    const report = await read(
      `<div id="toc"><h2>目录</h2><ul><li>一、2025年工作回顾</li></ul></div>${REPORT.replace(heading, `<h2>一、2025年工作回顾${edit}</h2>`)}<div id="catlinks">分类：政府工作报告</div>`,
    );
    expect(textsOf(report)).toEqual([TITLE, MEETING, ...BODY]);
    expect(droppedFrom(report)).toContain('网页导航 [编辑]');
  });
});

describe('an article in pieces', () => {
  const pages = (style: string) =>
    [LONG_BODY.slice(0, 14), LONG_BODY.slice(14, 30), LONG_BODY.slice(30)]
      .map((lines, i) => `<div class="page" ${i > 0 ? style : ''}>${paragraphs(lines)}</div>`)
      .join('');

  it.each(['style="display:none"', 'hidden'])('is read with the pages that are %s', async (style) => {
    const report = await read(`<h1>${TITLE}</h1>${pages(style)}`);
    expect(textsOf(report).slice(1)).toEqual(LONG_BODY);
  });

  it('is read without hidden boxes of another make, of links, and with the same text', async () => {
    const links = `<div class="page" hidden>${'<a>2025年全省经济运行情况新闻发布会实录</a>'.repeat(10)}</div>`;
    const other = `<div class="video" hidden>${paragraphs(BODY.slice(3, 8))}</div>`;
    const copy = `<div class="page" hidden>${paragraphs(LONG_BODY)}</div>`;
    const page = `<div class="page">${paragraphs(LONG_BODY)}</div>`;
    const report = await read(`<h1>${TITLE}</h1>${page}${links}${other}${copy}`);
    expect(textsOf(report)).toEqual([TITLE, ...LONG_BODY]);
  });

  it('is read once where the page holds it twice', async () => {
    const copies = ['pc', 'wap'].map((name) => `<div class="${name}">${paragraphs(LONG_BODY)}</div>`);
    const report = await read(`<h1>${TITLE}</h1>${copies.join('')}`);
    expect(textsOf(report)).toEqual([TITLE, ...LONG_BODY]);
    expect(droppedFrom(report)[0]).toBe('重复的正文 各位代表：');
  });

  it('keeps a paragraph that a report says twice', async () => {
    const long = `<div>${'推动经济实现质的有效提升和量的合理增长，'.repeat(60)}取得新成效。</div>`;
    const report = await read(
      `${paragraphs([TITLE, ...LONG_BODY])}${long}${paragraphs(LONG_BODY.slice(4))}${long}`,
    );
    expect(textsOf(report).filter((text) => text.endsWith('取得新成效。'))).toHaveLength(2);
  });
});

describe('lists', () => {
  const linesIn = async (body: string) =>
    (await pageSource(`<html><body>${body}</body></html>`)).text.split('\n');

  it('keep the numbers that a browser shows, and those that the items have', async () => {
    expect(await linesIn('<ol start="3"><li>新建学校12所。</li><li>新建公园30个。</li></ol>')).toEqual([
      '- 3. 新建学校12所。',
      '- 4. 新建公园30个。',
    ]);
    expect(await linesIn('<ol><li>（一）新建学校。</li></ol>')).toEqual(['- （一）新建学校。']);
    expect(await linesIn('<ol style="list-style-type:none"><li>新建学校。</li></ol>')).toEqual([
      '- 新建学校。',
    ]);
  });

  it('are paragraphs where they hold the whole article', async () => {
    const items = [TITLE, MEETING, ...LONG_BODY].map((line) => `<li>${line}</li>`).join('');
    const report = await read(`<ul>${items}</ul>`);
    expect(report.blocks.some((block) => block.type === 'bullet')).toBe(false);
    expect(report.headings.map((heading) => heading.text)).toContain('一、2025年工作回顾');
  });
});

describe('a page without a report', () => {
  it('names the frame that the text stands in', async () => {
    const problem = await problemOf(
      pageSource('<html><body><ul><li>首页</li></ul><iframe src="report.html"></iframe></body></html>'),
    );
    expect(problem).toMatchObject({ code: 'empty', message: expect.stringContaining('框架') });
  });

  it('says that there is nothing but the page', async () => {
    const problem = await problemOf(read('<ul><li>首页</li><li>新闻</li></ul><div>版权所有</div>'));
    expect(problem.code).toBe('only_noise');
  });
});
