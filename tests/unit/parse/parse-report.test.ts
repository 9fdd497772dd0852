import { describe, expect, it } from 'vitest';
import { identify, parseReport } from '../../../indexer/parse/parse-report.ts';
import { BODY, MEETING, reportText, TITLE } from './report.ts';

describe('parseReport', () => {
  it('reads metadata from the text, with the words they rest on', () => {
    const { meta } = parseReport(reportText());
    expect(meta).toMatchObject({
      title: TITLE,
      titleInferred: false,
      city: '福建省',
      province: '福建省',
      adcode: '350000',
      adminLevel: '省级',
      kind: '政府工作报告',
      year: 2026,
      reviewYear: 2025,
      date: '2026-01-27',
      meeting: '福建省第十四届人民代表大会第四次会议',
      speaker: '赵龙',
    });
    expect(meta.evidence).toMatchObject({ city: TITLE, date: MEETING, reviewYear: '2025年工作回顾' });
  });

  it('gives each block the section its words and its place tell', () => {
    const { blocks } = parseReport(reportText());
    expect(blocks.slice(3).map(({ section }) => section)).toEqual([
      ...['preamble', 'preamble', 'review', 'review', 'review', 'review', 'thanks', 'problems'],
      ...['plan_period', 'plan_period', 'tasks', 'situation', 'requirements', 'targets', 'tasks'],
      ...['tasks', 'self_gov', 'closing'],
    ]);
  });

  it('lists headings that stand alone and those run into their paragraph', () => {
    const { headings, blocks } = parseReport(reportText());
    expect(headings.map(({ level, text }) => `${level} ${text}`)).toEqual([
      '1 一、2025年工作回顾',
      '2 （一）着力推进向新向优发展，产业转型升级步伐加快',
      '1 二、“十五五”时期主要目标任务',
      '1 三、2026年重点工作',
      '2 （一）壮大实体经济',
      '2 （二）加强政府自身建设',
    ]);
    const runIn = blocks.find(({ text }) => text.startsWith('（一）壮大'));
    expect(runIn).toMatchObject({
      type: 'paragraph',
      headings: ['三、2026年重点工作', '（一）壮大实体经济'],
      lead: [0, '（一）壮大实体经济。'.length],
    });
  });

  it('makes the title and the lines below it headings of level 0 that nothing stands under', () => {
    const { blocks } = parseReport(reportText());
    expect(blocks.slice(0, 3)).toMatchObject([
      { type: 'heading', level: 0, text: TITLE, section: 'preamble', headings: [] },
      { type: 'heading', level: 0, text: MEETING },
      { type: 'heading', level: 0, text: '福建省人民政府省长 赵龙' },
    ]);
    expect(blocks[3]).toMatchObject({ type: 'paragraph', text: '各位代表：', headings: [] });
  });

  it('reads the same from a page with navigation above and links below', () => {
    const page = [
      '下载',
      '打印',
      '【字号：',
      '大',
      '】',
      TITLE,
      MEETING,
      '来源：福建日报',
      '时间：2026-02-06',
    ];
    const report = parseReport(
      reportText([...page, '福建省人民政府省长 赵龙', ...BODY, '相关报道：', '网站地图']),
    );
    const plain = parseReport(reportText());
    expect(report.blocks).toEqual(plain.blocks);
    expect(report.meta.source).toBe('福建日报');
    expect(report.dropped.map(({ line, reason }) => `${line} ${reason}`)).toContain('8 来源');
    expect(report.characters.kept).toBe(plain.characters.kept);
  });

  it('makes up a title where the text has none, and says so', () => {
    const { meta, warnings } = parseReport(reportText(BODY), { city: '福建省' });
    expect(meta).toMatchObject({ title: '2026年福建省政府工作报告', titleInferred: true });
    expect(warnings.map(({ message }) => message).join()).toContain('"title"');
  });

  it('lets overrides win', () => {
    const overrides = { adcode: '350100', year: 2025, title: '福州市政府工作报告', date: '2025-01-01' };
    const { meta } = parseReport(reportText(), overrides);
    expect(meta).toMatchObject({ ...overrides, city: '福州市', province: '福建省', titleInferred: false });
  });

  it('links footnote marks to the glossary', () => {
    const { blocks, glossary } = parseReport(
      reportText([
        TITLE,
        ...BODY.slice(0, 3),
        '争取“两重”[1]资金，建设4大片区[2]项目。',
        BODY.at(-1) ?? '',
        '名词解释',
        '1.“两重”：国家重大战略实施和重点领域安全能力建设。',
        '2.4大片区：东部、西部、',
        '南部、北部。',
      ]),
    );
    expect(glossary).toMatchObject([
      { number: 1, term: '“两重”', definition: '国家重大战略实施和重点领域安全能力建设。' },
      { number: 2, term: '4大片区', definition: '东部、西部、南部、北部。' },
    ]);
    expect(blocks.find(({ notes }) => notes)).toMatchObject({
      text: '争取“两重”资金，建设4大片区项目。',
      notes: [
        { offset: 6, number: 1 },
        { offset: 15, number: 2 },
      ],
    });
    expect(blocks.at(-1)).toMatchObject({ type: 'gloss', section: 'glossary', headings: ['名词解释'] });
  });

  it.each([
    [
      '三、2026年主要目标和重点工作',
      ['tasks', 'situation', 'requirements', 'targets', 'tasks', 'tasks', 'self_gov'],
    ],
    [
      '三、2026年总体要求和主要任务',
      ['tasks', 'situation', 'requirements', 'targets', 'tasks', 'tasks', 'self_gov'],
    ],
    [
      '三、今后五年奋斗目标和2026年工作安排',
      ['plan_period', 'situation', 'requirements', 'targets', 'tasks', 'tasks', 'self_gov'],
    ],
  ])('reads a part about more than one thing: %s', (title, sections) => {
    const body = BODY.map((line) => (line === '三、2026年重点工作' ? title : line));
    const { blocks } = parseReport(reportText([TITLE, MEETING, ...body]));
    const at = blocks.findIndex(({ text }) => text === title);
    expect(blocks.slice(at, -1).map(({ section }) => section)).toEqual(sections);
  });

  it('keeps a past year full of difficulties in the review', () => {
    const body = BODY.map((line) => line.replace('我们攻坚克难。', '我国发展面临多重困难和严峻挑战。'));
    const { blocks } = parseReport(reportText([TITLE, MEETING, ...body]));
    expect(blocks.find(({ text }) => text.includes('多重困难'))?.section).toBe('review');
  });

  it('takes the last sentence for the closing if it calls out', () => {
    const last = '各位代表，回顾过去豪情满怀，展望未来信心百倍，我们一定能够创造更加美好的明天！';
    const { blocks } = parseReport(reportText([TITLE, MEETING, ...BODY.slice(0, -1), last]));
    expect(blocks.at(-1)?.section).toBe('closing');
  });

  it.each([
    ['notes without a heading', ['[1]两重：国家重大战略实施。', '[2]两新：大规模设备更新。']],
    ['a spaced heading', ['名 词 解 释', '1.两重：国家重大战略实施。', '2.两新：大规模设备更新。']],
    ['another heading', ['政府工作报告注释', '1.两重：国家重大战略实施。', '2.两新：大规模设备更新。']],
    ['terms in brackets', ['名词解释', '【两重】国家重大战略实施。', '【两新】大规模设备更新。']],
    [
      'terms on lines of their own',
      ['名词解释', '（1）两重', '国家重大战略实施。', '（2）两新', '大规模设备更新。'],
    ],
    ['a label above', ['附件', '有关名词解释', '1.两重：国家重大战略实施。', '2.两新：大规模设备更新。']],
  ])('reads a glossary: %s', (_, lines) => {
    const { glossary, blocks } = parseReport(reportText([TITLE, MEETING, ...BODY, ...lines]));
    expect(glossary).toMatchObject([
      { number: 1, term: '两重', definition: '国家重大战略实施。' },
      { number: 2, term: '两新', definition: '大规模设备更新。' },
    ]);
    expect(blocks.at(-1)?.type).toBe('gloss');
    expect(blocks.findLast(({ text }) => text === BODY.at(-1))?.section).toBe('closing');
  });

  it('knows the last words of a report above a list behind it', () => {
    const list = ['2026年十件民生实事', '1.新建公园10个', '2.改造老旧小区20个'];
    const { blocks } = parseReport(reportText([TITLE, MEETING, ...BODY, ...list]));
    expect(blocks.slice(-4).map(({ section }) => section)).toEqual([
      ...['closing', 'appendix', 'appendix', 'appendix'],
    ]);
  });

  it('does not guess the parts of an old report', () => {
    const { blocks, meta } = parseReport(
      reportText([
        '1978年中华人民共和国国务院政府工作报告',
        '各位代表！',
        '现在，我代表国务院，向第五届全国人民代表大会作政府工作报告。',
        '一、三年来的斗争和新时期的总任务',
        '从第四届全国人民代表大会以来，我国人民经受了严峻的考验。',
        '伟大的中华人民共和国万岁！',
      ]),
    );
    expect(meta).toMatchObject({ city: '全国', province: null, adcode: '100000', year: 1978 });
    expect(blocks.map(({ section }) => section).slice(3)).toEqual(['thematic', 'thematic', 'closing']);
  });

  it('trusts no title of an old report that looks both back and ahead', () => {
    const { headings } = parseReport(
      reportText([
        ...['1964年国务院政府工作报告', '各位代表！', '现在我代表国务院作政府工作报告。'],
        ...['一、建设的成就和今后的任务', '我国人民在党的领导下，取得了伟大胜利。'],
        ...['二、一九六四年的任务', '我国人民在党的领导下，取得了伟大胜利。'],
      ]),
    );
    expect(headings.map(({ section }) => section)).toEqual(['thematic', 'tasks']);
  });

  it('makes the text of an old report without headings thematic', () => {
    const paragraph = '我国人民在党的领导下，经过激烈的反复较量，取得了伟大胜利。';
    const stray = [...Array(8).fill(paragraph), '宪法', paragraph];
    const { blocks } = parseReport(
      ['1975年国务院政府工作报告', '各位代表！', '现在我代表国务院作政府工作报告。']
        .concat([...stray, '全国人民大团结万岁！'])
        .join('\n'),
    );
    expect(blocks.map(({ section }) => section)).toEqual([
      ...['preamble', 'preamble', 'preamble', ...Array(10).fill('thematic'), 'closing'],
    ]);
  });

  it('reads the parts of a modern report without headings from its paragraphs', () => {
    const { blocks } = parseReport(
      reportText([TITLE, MEETING, ...BODY.filter((line) => !/^.、|^（一）着力/u.test(line))]),
    );
    const sections = blocks.map(({ section }) => section);
    expect(sections).toEqual(expect.arrayContaining(['preamble', 'review', 'targets', 'tasks', 'closing']));
  });

  it('reads full-width digits and traditional characters like any others', () => {
    const wide = reportText().replace(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    const traditional = reportText().replaceAll('会', '會').replaceAll('标', '標').replaceAll('重点', '重點');
    const read = (text: string) => parseReport(text).blocks.map(({ section }) => section);
    expect(read(wide)).toEqual(read(reportText()));
    expect(read(traditional)).toEqual(read(reportText()));
  });

  it('keeps the parts of a report that are tasks from top to bottom', () => {
    const { blocks } = parseReport(
      reportText([
        ...[TITLE, MEETING, ...BODY.slice(0, -3)],
        '四、激发经营主体活力',
        '今年面对外部环境的变化，要促进外贸稳定增长。',
        BODY.at(-1) ?? '',
      ]),
    );
    expect(blocks.at(-2)?.section).toBe('tasks');
  });

  it('parts the title from the meeting in one line', () => {
    const [, , ...rest] = [TITLE, MEETING, ...BODY];
    for (const line of [`政府工作报告（${MEETING.slice(2)}）`, `政府工作报告${MEETING}`]) {
      expect(parseReport(reportText([line, ...rest])).meta).toMatchObject({
        title: '政府工作报告',
        meeting: '福建省第十四届人民代表大会第四次会议',
        date: '2026-01-27',
      });
    }
  });

  it.each([
    ['only_noise', '首页\n下载\n打印\n扫一扫在手机打开当前页'],
    ['no_place', reportText(BODY.map((line) => line.replace('福建', '')))],
    ['no_year', '福建省政府工作报告\n各位代表：\n现在，我代表省人民政府，向大会报告工作。'],
  ])('says %s in words that tell what to do', (code, text) => {
    expect(() => parseReport(text)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(/请/) }),
    );
  });

  it('reads an infographic of a few short lines, but no page of nothing under its title', () => {
    const title = '一图读懂｜自贡市2026年政府工作报告';
    const { meta, blocks } = parseReport([title, '地区生产总值增长6%', '新增城镇就业２万人'].join('\n'));
    expect(meta).toMatchObject({ kind: '图解', city: '自贡市', year: 2026 });
    expect(blocks).toHaveLength(3);
    for (const page of ['首页\n打印', '浏览次数：123\n发布时间：2026年1月28日']) {
      expect(() => parseReport(`${title}\n${page}`)).toThrow(expect.objectContaining({ code: 'only_noise' }));
    }
  });

  it('makes the issue, the office and the day of a briefing front lines', () => {
    const front = ['资阳市工作简报', '第3期', '资阳市人民政府办公室编', '2025年2月10日'];
    const { meta, blocks } = parseReport(
      [...front, '一、2024年工作情况', '2024年，资阳市抓好同城化。'].join('\n'),
    );
    expect(meta).toMatchObject({ issuer: '资阳市人民政府办公室', date: '2025-02-10' });
    expect(blocks.slice(0, 4)).toMatchObject(front.map((text) => ({ type: 'heading', level: 0, text })));
    expect(blocks.slice(4).map(({ section }) => section)).toEqual(['review', 'review']);
  });

  it('takes no longer than the length of a hostile text', () => {
    const start = performance.now();
    for (const piece of ['发展', '“', '[', ' 发', '——', '1 ', '发展，\n', '译\n']) {
      parseReport(`${reportText()}\n${piece.repeat(200_000)}`);
    }
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});

describe('identify', () => {
  it('gives ids that come from the place, the year, the kind and each text', () => {
    const { id, blocks } = identify(parseReport(reportText()));
    expect(id).toBe('350000-2026-work-report');
    expect(blocks.every((block) => /^350000-2026-work-report_[0-9a-f]{10}(_\d+)?$/.test(block.id))).toBe(
      true,
    );
  });

  it('takes another id for a second report of the same', () => {
    const report = identify(parseReport(reportText()), '350000-2026-work-report-0123456789');
    expect(report.blocks[0]?.id.startsWith('350000-2026-work-report-0123456789_')).toBe(true);
  });

  it('leaves page numbers out, whatever stands around them', () => {
    for (const page of ['- 3 -', '— 3 —', '3 / 30', '第3页']) {
      const lines = [...BODY];
      lines.splice(6, 0, page);
      const { blocks, headings } = parseReport(reportText([TITLE, MEETING, ...lines]));
      expect(blocks.map((block) => block.text)).not.toContainEqual(expect.stringMatching(/^3|3 -|- 3/));
      expect(headings).toEqual(parseReport(reportText([TITLE, MEETING, ...BODY])).headings);
    }
  });

  it('reads 二〇二五年 as it reads 2025年', () => {
    const digits = reportText();
    const han = digits.replaceAll('2025年', '二〇二五年').replaceAll('2026年', '二〇二六年');
    const sections = (text: string) => parseReport(text).blocks.map((block) => block.section);
    expect(sections(han)).toEqual(sections(digits));
  });
});
