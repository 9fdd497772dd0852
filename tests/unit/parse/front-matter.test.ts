import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../indexer/parse/front-matter.ts';
import { isTable } from '../../../indexer/parse/tables.ts';
import { lines } from './lines.ts';

function read(...source: string[]) {
  const { value, dropped, repairs } = readFrontMatter(lines(...source));
  return {
    front: value.front.map(({ role, line }) => `${role} ${line.text}`),
    rest: value.rest.map((item) => (isTable(item) ? '' : item.text)),
    dropped: dropped.map(({ text, reason }) => `${reason} ${text}`),
    repairs,
  };
}

describe('readFrontMatter', () => {
  it('parts the lines above the text from the page around them', () => {
    const { front, rest, dropped } = read(
      ...['分享:', '陕西省2026年政府工作报告', '首页', '>', '政府工作报告', '陕西省2026年政府工作报告'],
      ...['2026年1月27日在陕西省第十四届人民代表大会第四次会议上 陕西省省长 赵刚'],
      ...[
        '来源：',
        '陕西省人民政府',
        '省长赵刚作政府工作报告',
        '各位代表：',
        '现在，我代表省人民政府报告工作。',
      ],
    );
    expect(front).toEqual([
      'title 陕西省2026年政府工作报告',
      'meeting 2026年1月27日在陕西省第十四届人民代表大会第四次会议上 陕西省省长 赵刚',
    ]);
    expect(rest).toEqual(['各位代表：', '现在，我代表省人民政府报告工作。']);
    expect(dropped.toSorted()).toEqual([
      '图片说明 省长赵刚作政府工作报告',
      '来源 来源：陕西省人民政府',
      '网页导航 >',
      '网页导航 政府工作报告',
      '网页导航 首页',
      '网页工具 分享:',
      '重复的标题 陕西省2026年政府工作报告',
    ]);
  });

  it('takes a name right above the salutation for the speaker’s, whatever stands between it and the meeting', () => {
    const { front } = read(
      ...['政府工作报告', '——2026年1月15日在平江县第十八届人民代表大会第五次会议上'],
      ...['分享到', '王　明', '各位代表：', '现在，我代表县人民政府报告工作。'],
    );
    expect(front.at(-1)).toBe('speaker 王　明');
    expect(read('政府工作报告', '分享到', '高清图', '各位代表：').front).toEqual(['title 政府工作报告']);
  });

  it('joins a broken title, and an office with the name below it', () => {
    const { front, repairs } = read(
      ...['关于重庆市綦江区2025年国民经济和社会发展', '', '计划执行情况及2026年计划草案的报告'],
      ...['重庆市綦江区发展和改革委员会', '国务院总理　', '李　强', '各位代表：'],
    );
    expect(front).toEqual([
      'title 关于重庆市綦江区2025年国民经济和社会发展计划执行情况及2026年计划草案的报告',
      'issuer 重庆市綦江区发展和改革委员会',
      'speaker 国务院总理 李　强',
    ]);
    expect(repairs).toHaveLength(2);
  });

  it('joins a title broken over three lines, and knows reports on budgets', () => {
    const { front } = read(
      ...['肇庆市鼎湖区2020年国民经济和社会', '发展计划执行情况与2021年', '计划草案的报告', '各位代表：'],
    );
    expect(front).toEqual(['title 肇庆市鼎湖区2020年国民经济和社会发展计划执行情况与2021年计划草案的报告']);
    expect(
      read('南开区2023年预算执行情况和', '2024年预算草案的报告', '南开区财政局', '各位代表：').front,
    ).toEqual(['title 南开区2023年预算执行情况和2024年预算草案的报告', 'issuer 南开区财政局']);
  });

  it('takes a name alone below the title for the speaker, but not a word of the page', () => {
    const { front, dropped } = read(
      ...['政府工作报告', '——1954年9月23日在第一届全国人民代表大会第一次会议上'],
      ...['周恩来', '高清', '打印', '各位代表：'],
    );
    expect(front.at(-1)).toBe('speaker 周恩来');
    expect(dropped).toEqual(['正文之前的网页内容 高清', '网页工具 打印']);
  });

  it('takes the last stop of a trail for the title if there is no other', () => {
    const trail = ['首页', '>', '政府工作报告', '>', '2026年福建省政府工作报告'];
    expect(read(...trail, '省长 赵龙', '各位代表：').front[0]).toBe('title 2026年福建省政府工作报告');
    expect(read(...trail, '福建省政府工作报告', '各位代表：').front).toEqual(['title 福建省政府工作报告']);
  });

  it('leaves out the labels of a page with the values below them', () => {
    const labels = ['分类', '政府工作报告', '发布机构', '省政府办公厅', '文号', '关键词'];
    expect(read('福建省政府工作报告', ...labels, '各位代表：').front).toEqual(['title 福建省政府工作报告']);
  });

  it('reads traditional characters', () => {
    expect(
      read('政府工作報告', '——在鶴慶縣第十七屆人民代表大會第二次會議上', '縣長 段紅麗', '各位代表：').front,
    ).toEqual([
      'title 政府工作報告',
      'meeting ——在鶴慶縣第十七屆人民代表大會第二次會議上',
      'speaker 縣長 段紅麗',
    ]);
  });

  it('leaves out nothing that may be text where no salutation says where the text starts', () => {
    const { front, rest, dropped } = read(
      '2026年资阳市两会特别报道 聚焦政府工作报告',
      '七大目标',
      '- 高质量发展实现新跨越',
    );
    expect(front).toEqual(['title 2026年资阳市两会特别报道 聚焦政府工作报告']);
    expect(rest).toEqual(['七大目标', '- 高质量发展实现新跨越']);
    expect(dropped).toEqual([]);
  });

  it('starts at a salutation only if no part of the report stands above it', () => {
    const paragraph =
      '坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，推动经济实现质的有效提升和量的合理增长，各项事业全面进步，人民生活持续改善。';
    const { rest } = read(paragraph, paragraph, paragraph, '各位代表！', '让我们团结奋斗！');
    expect(rest).toHaveLength(5);
  });

  const short = '全县地区生产总值增长5.6%，粮食产量保持稳定，居民收入稳步增加。';

  it.each([
    ['a numbered heading', ['一、2025年工作回顾', short, '二、2026年工作安排', short]],
    ['a part title', ['2025年工作回顾', short, '2026年工作安排', short]],
    ['most of the text', [short, short]],
  ])('isn’t led to the end by the only 各位代表: %s stands above it', (_, above) => {
    const last = '各位代表！让我们团结奋斗！';
    const { front, rest, dropped } = read('平江县2026年政府工作报告', ...above, last);
    expect(front).toEqual(['title 平江县2026年政府工作报告']);
    expect(rest).toEqual([...above, last]);
    expect(dropped).toEqual([]);
  });

  it('takes a table of contents or a summary above the salutation for the page’s', () => {
    const parts = ['一、2025年工作回顾', short, '二、2026年工作安排', short];
    const contents = ['目录', '一、2025年工作回顾…………1', '二、2026年工作安排（9）'];
    expect(read('平江县政府工作报告', ...contents, '各位代表：', ...parts).rest).toEqual([
      '各位代表：',
      ...parts,
    ]);
    const opening = ['各位代表：', '现在，我代表县人民政府，向大会报告工作，请予审议。'];
    expect(read('平江县政府工作报告', '一、去年怎么看', ...opening, ...parts).rest).toEqual([
      ...opening,
      ...parts,
    ]);
  });

  it('leaves out the page above the title where no salutation opens the text', () => {
    const { front, rest, dropped } = read(
      ...['欢迎光临平江 民生热线受理', '平江县2026年政府工作报告', '平江县县长 某某某'],
      ...['一、2025年工作回顾', '一年来，全县经济稳步增长，社会大局保持稳定，民生福祉持续改善。'],
    );
    expect(front).toEqual(['title 平江县2026年政府工作报告', 'speaker 平江县县长 某某某']);
    expect(rest[0]).toBe('一、2025年工作回顾');
    expect(dropped).toEqual(['正文之前的网页内容 欢迎光临平江 民生热线受理']);
  });
});
