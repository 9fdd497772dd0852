import { describe, expect, it } from 'vitest';
import { candidatesOf, isNameIn, withoutFragments } from '../../../../server/comparing/candidates.ts';
import { makeReport } from '../../../fixtures/collection.ts';

const wordsOf = (...texts: string[]) => {
  const place = { city: '甲州市', province: '四川省', adcode: '510100', year: 2025 };
  const { blocks } = makeReport(
    place,
    texts.map((text) => ['review', 'paragraph', text]),
  );
  return candidatesOf(blocks);
};

describe('candidates', () => {
  it('are words of two Han characters and more, each with how often it is cut out', () => {
    const words = wordsOf('轨道交通加快建设。', '轨道交通客流增长，GDP增长5.8%。');
    expect(words.get('轨道交通')).toBe(2);
    expect(words.get('客流')).toBe(1);
    expect([...words.keys()].filter((word) => /[^\p{Script=Han}]/u.test(word) || word.length < 2)).toEqual(
      [],
    );
  });

  it('leave out what says nothing or only counts', () => {
    const words = wordsOf('我们有关于一个问题的三百万元，二是百分之五，约两千公里。');
    for (const word of ['我们', '关于', '一个', '二是', '百分之五', '万元', '两千']) {
      expect(words.has(word), word).toBe(false);
    }
  });

  it('have the policy terms, also those that begin with a figure or were never cut out', () => {
    const words = wordsOf('没有。');
    expect(words.get('三农')).toBe(0);
    expect(words.get('一带一路')).toBe(0);
  });

  it('are in simplified characters, whatever the text is in', () => {
    expect(wordsOf('轉型升級').has('转型')).toBe(true);
  });
});

describe('fragments', () => {
  const left = (counts: Record<string, [number, number]>, cut: Record<string, number>) =>
    withoutFragments(
      Object.entries(counts).map(([term, [before, after]]) => ({ term, before, after })),
      new Map(Object.entries(cut)),
    ).map(({ term }) => term);

  it('are terms that are as often in both as a longer one', () => {
    expect(left({ 高质: [3, 5], 高质量: [3, 5] }, { 高质: 5, 高质量: 8 })).toEqual(['高质量']);
    expect(left({ 质量: [4, 5], 高质量: [3, 5] }, { 质量: 1, 高质量: 8 })).toEqual(['质量', '高质量']);
    expect(left({ 质量: [3, 5], 数量: [3, 5] }, { 质量: 8, 数量: 8 })).toEqual(['质量', '数量']);
  });

  it('are what is hardly ever cut out, unless it is a policy term', () => {
    expect(left({ 一步: [30, 30] }, { 一步: 2 })).toEqual([]);
    expect(left({ 一步: [30, 30] }, { 一步: 3 })).toEqual(['一步']);
    expect(left({ 三农: [30, 30] }, { 三农: 0 })).toEqual(['三农']);
  });
});

describe('names', () => {
  it('are those of two places and of what lies in them', () => {
    const isName = isNameIn(['512000', '510300']);
    expect(['资阳', '资阳市', '雁江', '安岳县', '自贡', '荣县'].filter((word) => !isName(word))).toEqual([]);
    expect(['成都', '泸州', '四川', '产业'].filter(isName)).toEqual([]);
  });

  it('aren’t all places, where one of the two is the nation', () => {
    expect(isNameIn(['100000', '512000'])('上海')).toBe(false);
  });
});
