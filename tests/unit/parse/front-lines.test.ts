import { describe, expect, it } from 'vitest';
import {
  belongTogether,
  issuerIn,
  isTitle,
  roleOf,
  speakerIn,
  titleBefore,
} from '../../../indexer/parse/front-lines.ts';

describe('isTitle', () => {
  it.each([
    '政府工作报告',
    '政府工作報告',
    '平江县２０２６年政府工作报告（全文）',
    '二〇二六年平江县人民政府工作报告',
    '关于平江县2025年国民经济和社会发展计划执行情况与2026年计划草案的报告',
    '一图读懂｜自贡市2026年政府工作报告',
    '图解：2026年自贡市政府工作报告',
    '工 作 简 报',
    '二零二五年施政報告',
  ])('knows %s', (text) => expect(isTitle(text)).toBe(true));

  it.each([
    '您现在的位置：首页 > 政府工作报告',
    '县长王明作政府工作报告',
    '关于印发政府工作报告的通知',
    '我们完成了政府工作报告。',
  ])('doesn’t take %s for one', (text) => expect(isTitle(text)).toBe(false));
});

describe('roleOf', () => {
  it.each([
    ['——2026年1月15日在平江县第十八届人民代表大会第五次会议上', 'meeting'],
    ['（二○二六年一月十五日在平江县第十八届人民代表大会第五次会议上）', 'meeting'],
    ['２０２６年１月１５日', 'meeting'],
    ['平江县人民政府县长　王　明', 'speaker'],
    ['香港特別行政區行政長官 李家超', 'speaker'],
    ['平江县发展和改革局', 'issuer'],
    ['资阳市人民政府办公室　　　2025年2月10日', 'issuer'],
    ['成德眉资同城化发展领导小组办公室编', 'issuer'],
    ['第3期', 'issue'],
    ['2025年第 3 期（总第128期）', 'issue'],
    ['（总第128期）', 'issue'],
  ])('%s is a %s', (text, role) => expect(roleOf(text, true, null)).toBe(role));

  it('takes an office above the title for the page’s, and a sentence for nothing', () => {
    expect(roleOf('平江县人民政府', false, null)).toBeNull();
    expect(roleOf('第3期工程建成投用。', true, null)).toBeNull();
  });
});

describe('issuerIn', () => {
  it.each([
    ['资阳市人民政府办公室　　　2025年2月10日', '资阳市人民政府办公室'],
    ['第3期　资阳市发展和改革委员会编　二〇二五年二月十日', '资阳市发展和改革委员会'],
    ['資陽市人民政府辦公室編', '資陽市人民政府辦公室'],
    ['2025年2月10日', null],
  ])('%s', (line, issuer) => expect(issuerIn(line)).toBe(issuer));
});

describe('what a line holds', () => {
  it('gives the speaker’s name as it is written', () => {
    expect(speakerIn('平江縣人民政府縣長　黃偉雄')).toBe('黃偉雄');
    expect(speakerIn('平江县人民政府')).toBeNull();
  });

  it('gives the title before the meeting', () => {
    expect(titleBefore('政府工作报告（2026年1月15日在平江县第十八届人民代表大会第五次会议上）')).toBe(
      '政府工作报告',
    );
    expect(titleBefore('2026年1月15日在平江县第十八届人民代表大会第五次会议上')).toBeNull();
  });

  it('joins the halves of a title, and no title with what follows it', () => {
    expect(belongTogether('关于平江县2025年国民经济和社会发展', '计划执行情况的报告')).toBe(true);
    expect(belongTogether('政府工作报告', '平江县人民政府')).toBe(false);
  });
});
