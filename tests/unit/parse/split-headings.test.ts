import { describe, expect, it } from 'vitest';
import type { Line } from '../../../indexer/parse/line.ts';
import { splitHeadings } from '../../../indexer/parse/split-headings.ts';
import { lines, texts } from './lines.ts';

const TEXT =
  '过去的一年，面对严峻复杂的形势，全县上下团结一心、攻坚克难，经济社会发展取得新的成绩。综合实力稳步提升。';

/** The lines a line is parted into. */
const split = (text: string) => texts(splitHeadings(lines(text)).value as Line[]);

describe('splitHeadings', () => {
  it.each([
    ['一、2005年政府工作回顾', TEXT],
    ['（三）强化工业主导地位，大力推进新型工业化', TEXT],
    ['二、今后五年总体设想', `2006年，${TEXT}`],
    ['2006年政府工作主要任务', TEXT],
    ['三、2006年 主要任务', TEXT],
  ])('parts %s from its paragraph', (heading, paragraph) => {
    expect(split(`${heading} ${paragraph}`)).toEqual([heading, paragraph]);
  });

  it('says where and what it parted', () => {
    const { repairs } = splitHeadings(lines('各位代表：', `一、2005年政府工作回顾 ${TEXT}`));
    expect(repairs).toMatchObject([
      { line: 2, before: '一、2005年政府工作回顾过去的一年，面对严峻复杂的形势' },
    ]);
  });

  it.each([
    ['a heading of two clauses', '一、砥砺奋进这一年 乘风破浪再出发'],
    ['a stray space in a heading', `（四）着 力推进体制机制创新。${TEXT}`],
    ['a stray space near the end of a sentence', `（四）勇于担当作为，始终做到高效施 政。${TEXT}`],
    [
      'the spaced-out characters of a justified line',
      `（一）调整优化产业结构，促进经 济 社 会 持 续 快 速 健 康 稳 定 发 展 。${TEXT}`,
    ],
    ['a space beside a figure', `（一）推进建设 5G 基站2000个，${TEXT}`],
    ['a space before a mark', `（二）加大农业工作力度 、农民增收力度。${TEXT}`],
    ['a paragraph', `全县经济社会发展 ${TEXT}`],
    ['an item of a glossary', `1．六大精品旅游景区 ${TEXT}`],
    ['a numeral in a paragraph', `${TEXT}一、二产业协调发展`],
  ])('leaves %s', (_, text) => {
    expect(split(text)).toEqual([text]);
  });
});
