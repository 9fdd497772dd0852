import { describe, expect, it } from 'vitest';
import { readSource } from '../../../indexer/formats/read-file.ts';
import { readLines } from '../../../indexer/parse/line.ts';
import { parseReport } from '../../../indexer/parse/parse-report.ts';
import { fillTable } from '../../../indexer/parse/table-rows.ts';
import { isTable, type SourceTable, takeTables } from '../../../indexer/parse/tables.ts';
import { blocksIn, fixture, pageSource, problemOf, reportIn, sourceOf } from './files.ts';

const SENTENCE = '坚持稳中求进工作总基调，推动经济实现质的有效提升和量的合理增长。';

async function linesIn(body: string): Promise<string[]> {
  const { text } = await pageSource(`<html><body>${body}</body></html>`);
  return text.split('\n').filter((line) => line !== '');
}

describe('a saved page in GB2312, laid out by a table inside a form', () => {
  it('gives what the page says about its article', async () => {
    expect(await sourceOf('gb2312-layout-table.html')).toMatchObject({
      title: '2026年资阳市政府工作报告',
      url: 'http://www.ziyang.gov.cn/zwgk/2026/0203/report.html',
      date: '2026-02-03',
      source: '资阳日报',
    });
  });

  it('names the site by its title or its meta elements', async () => {
    const siteOf = async (head: string) =>
      (await pageSource(`<html><head>${head}</head><body><p>${SENTENCE}</p></body></html>`)).site;
    expect(await siteOf('<title>政府工作报告_平江县人民政府门户网站</title>')).toBe('平江县人民政府门户网站');
    expect(await siteOf('<title>政府工作报告</title>')).toBeNull();
    expect(await siteOf('<meta name="SiteName" content="平江县人民政府">')).toBe('平江县人民政府');
  });

  it('gives the report and nothing of the page around it', async () => {
    const blocks = blocksIn(await reportIn('gb2312-layout-table.html'));
    expect(blocks.slice(0, 5)).toEqual([
      'heading 2026年资阳市政府工作报告',
      'heading ——2026年1月28日在资阳市第五届人民代表大会第七次会议上',
      'heading 资阳市人民政府市长 某某某',
      'paragraph 各位代表：',
      'paragraph 现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员和列席人员提出意见。',
    ]);
    expect(blocks.at(-1)).toMatch(/努力奋斗！$/);
    expect(blocks.join('\n')).not.toMatch(/导航|隐藏|办事指南|主办|浏览/);
  });

  it('keeps together what inline elements part', async () => {
    const text = blocksIn(await reportIn('gb2312-layout-table.html')).join('\n');
    expect(text).toContain('PM2.5平均浓度');
    expect(text).toContain('推行“双向揭榜”机制');
    expect(text).toContain('bullet 轨道交通资阳线日均客流超过3万人次');
  });

  it('reads a table with merged cells', async () => {
    const { tables, blocks } = await reportIn('gb2312-layout-table.html');
    expect(tables).toMatchObject([
      {
        caption: '专栏1：2025年主要预期目标完成情况',
        columns: ['类别', '指标名称', '计划目标', '完成情况'],
        rows: [
          { cells: ['经济发展', 'GDP增速（%）', '6', '5.8'] },
          { cells: ['经济发展', '社会消费品零售总额增速（%）', '7', '6.5'] },
          { cells: ['民生福祉', '城镇新增就业（万人）', '2.5', '2.6'] },
        ],
      },
    ]);
    const rows = blocks.filter((block) => block.type === 'row').map((block) => block.text);
    expect(rows[1]).toBe('社会消费品零售总额增速（%） | 7 | 6.5');
  });
});

describe('a page in UTF-8 with a known container', () => {
  it('puts the title above the text, and leaves the related articles out', async () => {
    const { text, url } = await sourceOf('utf8-trs-editor.html');
    expect(text).toMatch(/^2026年资阳市政府工作报告\n\n——2026年1月28日在/);
    expect(text).not.toContain('摘要');
    expect(url).toBe('https://www.ziyang.gov.cn/zwgk/report.html');
  });

  it('reads the same report as from the other page', async () => {
    const [one, other] = await Promise.all(
      ['utf8-trs-editor.html', 'gb2312-layout-table.html'].map(async (name) =>
        blocksIn(await reportIn(name)),
      ),
    );
    expect(one).toEqual(other);
  });
});

describe('a page without text', () => {
  it.each([
    '<html><frameset><frame src=a.html></frameset></html>',
    '<html><body><script>load()</script></body></html>',
  ])('%s is refused with what to do', async (html) => {
    await expect(readSource(new TextEncoder().encode(html), 'page.html')).rejects.toMatchObject({
      code: 'empty',
    });
  });
});

describe('lines of a page', () => {
  it('breaks at br and blocks only, and trims indents', async () => {
    expect(await linesIn(`<p>&nbsp;&nbsp;　　${SENTENCE}<br>第二<b>行</b></p><div>第三\n行</div>`)).toEqual([
      SENTENCE,
      '第二行',
      '第三 行',
    ]);
  });

  it('takes raised numbers behind Chinese for footnotes, and leaves units theirs', async () => {
    expect(await linesIn(`<p>高标准农田<sup>2</sup>5.2万亩，30m<sup>2</sup>。${SENTENCE}</p>`)).toEqual([
      `高标准农田[2]5.2万亩，30m2。${SENTENCE}`,
    ]);
  });

  it('keeps the lines of preformatted text', async () => {
    expect(await linesIn(`<pre>第一行\n第二<b>行</b></pre><p>${SENTENCE}</p>`)).toEqual([
      '第一行',
      '第二行',
      SENTENCE,
    ]);
  });

  it('marks headings and list items', async () => {
    expect(await linesIn(`<h2>一、回顾</h2><ul><li><p>第一条</p></li><li>第二条</li></ul>`)).toEqual([
      '# 一、回顾',
      '- 第一条',
      '- 第二条',
    ]);
  });

  it('takes a sup that links to a note as its mark', async () => {
    expect(await linesIn('<p>新质生产力<sup><a href="#n1">[1]</a></sup>加快形成。</p>')).toEqual([
      '新质生产力[1]加快形成。',
    ]);
  });

  it('drops a site’s header but not one inside the article', async () => {
    const article = `<article><header><p>在会议上</p></header><p>${SENTENCE}</p></article>`;
    expect(await linesIn(`<header>市政府网站</header>${article}`)).toEqual(['在会议上', SENTENCE]);
  });
});

describe('tables of a page', () => {
  const rowsIn = (rows: string) => linesIn(`<table>${rows}</table>`);

  it('marks what is merged with the cell above or on its left', async () => {
    const rows = [
      '<tr><td colspan="3">一、经济发展</td></tr>',
      '<tr><td rowspan="2">工业</td><td>增加值</td><td>8.2</td></tr>',
      '<tr><td>投资</td><td>10.1</td></tr>',
      '<tr><td>农业</td><td>产量</td><td rowspan="2">150</td></tr>',
      '<tr><td>林业</td><td>面积</td></tr>',
    ];
    expect(await rowsIn(rows.join(''))).toEqual([
      '|一、经济发展|<|<|',
      '|工业|增加值|8.2|',
      '|^|投资|10.1|',
      '|农业|产量|150|',
      '|林业|面积|^|',
    ]);
  });

  it('shows merged cells filled, in a header too, and leaves empty ones empty', async () => {
    const rows = [
      '<tr><td colspan="5">2025年主要指标完成情况表</td></tr>',
      '<tr><td rowspan="2">指标</td><td colspan="2">2024年</td><td colspan="2">2025年</td></tr>',
      '<tr><td>总量</td><td>增速</td><td>总量</td><td>增速</td></tr>',
      '<tr><td>工业</td><td colspan="2">约8%</td><td>81</td><td>8.2</td></tr>',
      '<tr><td>农业</td><td>12</td><td></td><td></td><td>4.1</td></tr>',
    ];
    const { text } = await pageSource(`<p>${SENTENCE}</p><table>${rows.join('')}</table>`);
    const table = takeTables(readLines(text)).value.find(isTable) as SourceTable;
    expect(table.caption?.text).toBe('2025年主要指标完成情况表');
    expect(fillTable(table)).toMatchObject({
      columns: ['指标', '2024年 总量', '2024年 增速', '2025年 总量', '2025年 增速'],
      header: ['指标', '2024年', '2025年', '总量', '增速', '总量', '增速'],
      rows: [
        { cells: ['工业', '约8%', '约8%', '81', '8.2'], own: [true, true, false, true, true] },
        { cells: ['农业', '12', '', '', '4.1'], own: [true, true, false, false, true] },
      ],
    });
  });

  it('takes a caption for the name of its table, and no mark into the account', async () => {
    const rows = [
      '<caption>2025年为民办实事项目清单</caption>',
      '<tr><th rowspan="2">项目</th><th colspan="2">2025年</th><th>责任单位</th></tr>',
      '<tr><td>计划</td><td>完成</td><td></td></tr>',
      '<tr><td>学校</td><td>12</td><td></td><td rowspan="2">市教育局</td></tr>',
      '<tr><td>公园</td><td>30</td><td>31</td></tr>',
    ];
    const { text } = await pageSource(`<p>${SENTENCE}</p><table>${rows.join('')}</table>`);
    const { tables, headings, characters } = parseReport(text, { city: '资阳市', year: 2026 });
    expect(tables[0]?.caption).toBe('2025年为民办实事项目清单');
    expect(headings).toEqual([]);
    const bars = 5 * 6;
    const shown = `${SENTENCE}2025年为民办实事项目清单项目2025年责任单位计划完成学校12市教育局公园3031`;
    expect(characters).toMatchObject({ kept: shown.length, dropped: characters.all - shown.length });
    expect(characters.dropped).toBeLessThanOrEqual(bars);
  });

  it('joins the paragraphs of a cell and never lets its text break the row', async () => {
    const row = '<tr><td><p>水质</p><p>优良</p></td><td>甲|乙</td></tr>';
    expect(await rowsIn(row + row)).toEqual(['|水质优良|甲｜乙|', '|水质优良|甲｜乙|']);
  });

  it('reads a box around paragraphs as paragraphs', async () => {
    expect(await rowsIn(`<tr><td><p>专栏</p><p>${SENTENCE}</p></td></tr>`)).toEqual(['专栏', SENTENCE]);
  });

  it('keeps a table whole that is all of the article', async () => {
    const row = `<tr><td>${SENTENCE}</td><td>${SENTENCE}</td></tr>`;
    expect(await rowsIn(row + row)).toHaveLength(2);
  });

  it('survives absurd spans', async () => {
    const row = '<tr><td rowspan="99999999" colspan="99999999">甲</td><td>乙</td></tr>';
    expect(await rowsIn(row.repeat(3))).toHaveLength(3);
  });
});

describe('what a page says about itself', () => {
  const head = async (markup: string) =>
    await pageSource(`<head>${markup}</head><body><p>${SENTENCE}</p></body>`);

  it.each([
    ['2026年政府工作报告_某某市人民政府门户网站', '2026年政府工作报告'],
    ['某某市人民政府 - 2024-2025年计划执行情况', '2024-2025年计划执行情况'],
    ['某某市人民政府网', null],
  ])('takes the site out of the title %s', async (title, expected) => {
    expect((await head(`<title>${title}</title>`)).title).toBe(expected);
  });

  it.each([
    ['2026-2-3 09:30', '2026-02-03'],
    ['2026年12月31日', '2026-12-31'],
    ['20260203', '2026-02-03'],
    ['2026-02-30', null],
    ['昨天', null],
  ])('reads the day %s', async (content, date) => {
    expect((await head(`<meta name="PubDate" content="${content}">`)).date).toBe(date);
  });

  it('takes no address but of the web', async () => {
    expect((await head('<link rel="canonical" href="javascript:alert(1)">')).url).toBeNull();
    expect((await head('<link rel="canonical" href="/relative.html">')).url).toBeNull();
  });
});

describe('charsets', () => {
  const traditional = [0xa4, 0xa4, 0xa4, 0xe5]; // 中文 in Big5

  it('believes valid UTF-8 more than what a page declares', async () => {
    expect((await pageSource(`<meta charset="gb2312"><p>${SENTENCE}</p>`)).text).toBe(SENTENCE);
  });

  it('reads what is declared UTF-8 and isn’t by what it is', async () => {
    const declared = '<html><meta charset="utf-8"><p>';
    const word = [0xd5, 0xfe, 0xb8, 0xae]; // 政府 in GB18030
    const bytes = [...new TextEncoder().encode(declared), ...Array<number[]>(300).fill(word).flat()];
    expect((await readSource(Uint8Array.from(bytes), 'page.html')).text).toMatch(/^政府政府/);
  });

  it('follows the declaration otherwise', async () => {
    const page = [...new TextEncoder().encode('<html><meta charset="big5"><p>'), ...traditional];
    expect((await readSource(Uint8Array.from(page), 'page.html')).text).toBe('中文');
  });

  it('guesses GB18030 where nothing is declared', async () => {
    const html = Buffer.from(fixture('gb2312-layout-table.html')).toString('latin1');
    const bare = Buffer.from(html.replace('charset=gb2312', ''), 'latin1');
    expect((await readSource(bare, 'page.txt')).title).toBe('2026年资阳市政府工作报告');
  });
});

describe('pages that can’t be read', () => {
  it('says that a page has no text', async () => {
    const problem = await problemOf(pageSource('<html><body><script>load()</script></body></html>'));
    expect(problem).toMatchObject({ code: 'empty', message: expect.stringContaining('复制正文') });
  });

  it('refuses endless nesting before it is parsed', async () => {
    const problem = await problemOf(pageSource(`<html><body>${'<div><b>'.repeat(200_000)}`));
    expect(problem.code).toBe('unreadable_file');
  });

  it('refuses more elements than fit into memory', async () => {
    expect(await problemOf(pageSource(`<html><body>${'<p>'.repeat(600_000)}`))).toMatchObject({
      code: 'too_large',
    });
  });

  it('reads a title of nothing but spaces in a short time', async () => {
    const started = performance.now();
    await pageSource(`<html><title>${' '.repeat(300_000)}</title><p>${SENTENCE}</p>`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('reads a page of many flat elements in a short time', async () => {
    const started = performance.now();
    await pageSource(`<html><body>${`<p>${SENTENCE}<script></script><td></p>`.repeat(20_000)}</body></html>`);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
