import { describe, expect, it } from 'vitest';
import { leadOf } from '../../../indexer/parse/lead.ts';
import { takeNotes } from '../../../indexer/parse/notes.ts';
import { numeralOf } from '../../../indexer/parse/numerals.ts';
import { isSalutation } from '../../../indexer/parse/salutation.ts';
import { endsSentence, hasOpenPair } from '../../../indexer/parse/sentence-end.ts';
import { tightenHeading, tightenItem, tightenText } from '../../../indexer/parse/spaces.ts';
import { dateIn, yearsIn } from '../../../indexer/parse/years.ts';

describe('spaces', () => {
  it.each([
    ['2024 年，资阳市 60 个项目', '2024年，资阳市60个项目'],
    ['1 9 9 7 年国内生产总值达到7 4 7 7 2 亿元，增长1 1 ％', '1997年国内生产总值达到74772亿元，增长11％'],
    ['数字乡村CDN 普惠工程', '数字乡村CDN普惠工程'],
    ['1 .加快建设', '1.加快建设'],
    ['引进 New Energy 项目', '引进New Energy项目'],
    ['推出“雄奇山水 新韵重庆”品牌', '推出“雄奇山水 新韵重庆”品牌'],
  ])('close up in text: %s', (before, after) => {
    expect(tightenText(before)).toBe(after);
  });

  it('stay between the clauses of a heading and behind the number of a list item', () => {
    expect(tightenHeading('聚焦同城融圈  主动融入和服务国省战略')).toBe(
      '聚焦同城融圈 主动融入和服务国省战略',
    );
    expect(tightenHeading('注　释')).toBe('注释');
    expect(tightenHeading('一 、总体要求')).toBe('一、总体要求');
    expect(tightenHeading('（ 一 ） 扩大投资 稳定增长')).toBe('（一）扩大投资 稳定增长');
    expect(tightenHeading('(二) 2026 年 工 作 安 排')).toBe('(二)2026年工作安排');
    expect(tightenItem('1 坚持同城融圈 推动战略落实')).toBe('1 坚持同城融圈推动战略落实');
  });
});

describe('takeNotes', () => {
  it('remembers where the marks stood', () => {
    expect(takeNotes('争取“两重”^[1]资金，运用5G—A技术[3]。', false)).toEqual({
      text: '争取“两重”资金，运用5G—A技术。',
      notes: [
        { offset: 6, number: 1 },
        { offset: 17, number: 3 },
      ],
    });
  });

  it('takes ① for a mark only where a report has notes', () => {
    expect(takeNotes('增长6%①。', true)).toEqual({ text: '增长6%。', notes: [{ offset: 4, number: 1 }] });
    expect(takeNotes('一是①扩大投资', false).notes).toEqual([]);
  });
});

describe('numeralOf', () => {
  it.each([
    ['一、全力稳增长', 'han', 1],
    ['二十一、加强统计', 'han', 21],
    ['(三) 深化改革', 'bracketed', 3],
    ['第四，扩大开放', 'ordinal', 4],
    ['第二部分 主要任务', 'chapter', 2],
    ['3.加快建设', 'arabic', 3],
    ['（2）做好就业', 'bracketedArabic', 2],
    ['十二', 'han', 12],
    ['二，紧紧围绕全面建设小康社会的目标', 'han', 2],
    ['一 2024年工作总结', 'han', 1],
    ['三　加强国防建设', 'han', 3],
    ['一 、全力稳增长', 'han', 1],
    ['（ 二 ）深化改革', 'bracketed', 2],
    ['第 三，扩大开放', 'ordinal', 3],
    ['第 二 部分 主要任务', 'chapter', 2],
    ['1 .加快建设', 'arabic', 1],
    ['2 、加快建设', 'arabic', 2],
    ['１．加快建设', 'arabic', 1],
    ['１２．2025年加快建设', 'arabic', 12],
    ['3.2025年工作回顾', 'arabic', 3],
    ['（ ３ ）做好就业', 'bracketedArabic', 3],
    ['㈡深化改革', 'bracketed', 2],
    ['⒈加快建设', 'arabic', 1],
    ['⑶ 做好就业', 'bracketedArabic', 3],
  ])('%s', (text, style, value) => {
    expect(numeralOf(text)).toMatchObject({ style, value });
  });

  it.each([
    '2.5亿元投资',
    '２．５亿元投资',
    '5 .6%',
    '一 二月份增长',
    '一季度开局良好',
    '2025年工作回顾',
    '一是稳增长',
    '一 年 来',
  ])('none in %s', (text) => {
    expect(numeralOf(text)).toBeUndefined();
  });
});

it('knows where sentences end', () => {
  expect(
    ['完成任务。', '“努力奋斗！”', '重点做好以下工作：', '参保率稳定在99%以上。[3]'].every(endsSentence),
  ).toBe(true);
  expect(
    [
      '建成5所学校。（县教育局、县财政局）',
      '任务一定能完成！（热烈鼓掌）',
      '物价涨幅1.9%...',
      '建成水利工程。、',
      '事业发展.',
    ].every(endsSentence),
  ).toBe(true);
  expect(
    ['制定《条例》（草案）', '增长5%。（二）', '增长5%（预计）', '细颗粒物PM2.'].some(endsSentence),
  ).toBe(false);
  expect(['推动自贡北港公', '坚持稳中求进，', '完成80%'].some(endsSentence)).toBe(false);
  expect(hasOpenPair('制定了《')).toBe(true);
  expect(hasOpenPair('制定了《公司法》（草案）')).toBe(false);
});

it('finds the bold lead of a paragraph', () => {
  expect(leadOf('经济运行调度有力。坚持“周监测”机制。')).toEqual([0, 9]);
  expect(leadOf('2023年，面对复杂严峻的外部环境，我们攻坚克难。全市稳中有进。')).toBeUndefined();
});

it('reads dates in digits and in characters', () => {
  expect(dateIn('——二〇二六年一月二十八日在云南省第十四届人民代表大会第四次会议上')).toBe('2026-01-28');
  expect(dateIn('二0一四年一月十五日')).toBe('2014-01-15');
  expect(dateIn('2025年2月20日在自贡市第十八届人民代表大会第五次会议上')).toBe('2025-02-20');
  expect(yearsIn('关于2025年计划执行情况及２０２６年计划草案的报告')).toEqual([2025, 2026]);
});

it('knows a salutation', () => {
  expect(['各位代表：', '各位代表！', '同志们：', '各位代表、各位委员：'].every(isSalutation)).toBe(true);
  expect(isSalutation('各位代表！使命重在担当。')).toBe(false);
});

describe('the marks of footnotes', () => {
  it.each([
    ...[
      '“两重”[1]资金',
      '“两重”^[1]资金',
      '“两重”［1］资金',
      '“两重”〔1〕资金',
      '“两重”【1】资金',
      '“两重”[注1]资金',
    ],
    ...['“两重”（注1）资金', '“两重”[^1]资金'],
  ])('%s', (text) => {
    expect(takeNotes(text, false)).toEqual({ text: '“两重”资金', notes: [{ offset: 4, number: 1 }] });
  });

  it.each([
    ['“两新”②工作', 2],
    ['“两新”㉑工作', 21],
    ['“两新”㊱工作', 36],
    ['“两新”²工作', 2],
    ['“两新”¹²工作', 12],
  ])('%s, where there is a glossary', (text, number) => {
    expect(takeNotes(text, true)).toEqual({ text: '“两新”工作', notes: [{ offset: 4, number }] });
    expect(takeNotes(text, false).notes).toEqual([]);
  });

  it.each([
    ...[
      '国发〔2023〕1号',
      '川府发〔12〕3号',
      '【1】两重',
      '绿地1000平方米²',
      '重点是：①扩大内需；②改善民生。',
    ],
    ...['（1）扩大内需', '【2026】第3号'],
  ])('not %s', (text) => {
    expect(takeNotes(text, true)).toEqual({ text, notes: [] });
  });
});
