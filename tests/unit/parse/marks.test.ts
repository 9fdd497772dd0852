import { describe, expect, it } from 'vitest';
import { removeMarks } from '../../../indexer/parse/marks.ts';
import { lines, texts } from './lines.ts';

describe('removeMarks', () => {
  it.each([
    ['- 轨道交通资阳线日均客流量超**3万**人次', '轨道交通资阳线日均客流量超3万人次'],
    ['## 一、2025年工作回顾', '一、2025年工作回顾'],
    ['字号：【[大](#) [中](#)】来源：自贡网', '字号：【大 中】来源：自贡网'],
    ['居民&ldquo;一老一小&rdquo;服务&nbsp;', '居民“一老一小”服务'],
    ['地区\u200b生产总值', '地区生产总值'],
    ['<strong>稳中求进</strong>工作总基调', '稳中求进工作总基调'],
    ['“两重”[[1]](#_ftn1)资金', '“两重”[1]资金'],
    ['“两重”[1](#note1)资金', '“两重”[1]资金'],
    ['一、2025年工作回顾[编辑]', '一、2025年工作回顾'],
    ['二、2026年工作安排 [ 编辑 | 编辑源代码 ]', '二、2026年工作安排'],
    ['高标准农田<sup>2</sup>5.2万亩，30m<sup>2</sup>', '高标准农田[2]5.2万亩，30m2'],
  ])('%s → %s', (before, after) => {
    const { value, repairs } = removeMarks(lines(before));
    expect(texts(value)).toEqual([after]);
    expect(repairs).toMatchObject([{ line: 1, before: before.trim(), after }]);
  });

  it('leaves out lines of links and rules, with the reason', () => {
    const { value, dropped } = removeMarks(lines('[网站地图](#) | [联系我们](#)', '----', '正文。'));
    expect(texts(value)).toEqual(['正文。']);
    expect(dropped).toMatchObject([
      { line: 1, reason: '网页链接' },
      { line: 2, reason: '分隔线' },
    ]);
  });

  it('keeps a link inside a sentence', () => {
    const { value } = removeMarks(lines('提出了《', '[公司法](#)', '》修订草案。'));
    expect(texts(value)).toEqual(['提出了《', '公司法', '》修订草案。']);
  });

  it('tells list items and bold lines from others', () => {
    const { value } = removeMarks(lines('- 建成高标准农田', '**预期目标**', '——经济结构不断优化。'));
    expect(value.map(({ bullet, emphasis }) => [bullet, emphasis])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  it.each(['● ', '■', '· ', '— ', '▲', '➢ ', '◎', '√ '])('takes %s for the mark of an item', (mark) => {
    expect(removeMarks(lines(`${mark}扩大有效投资。`)).value).toMatchObject([
      { text: '扩大有效投资。', bullet: true },
    ]);
  });

  it.each(['——扩大有效投资。', '— 3 —', '·热合曼', '–5.2%'])('leaves %s as it is', (text) => {
    expect(removeMarks(lines(text)).value).toMatchObject([{ text, bullet: false }]);
  });
});
