import { describe, expect, it } from 'vitest';
import { candidatesOf, isNameIn, isOwnWord } from '../../../../server/comparing/candidates.ts';
import { wordUsesIn } from '../../../../server/comparing/word-uses.ts';
import { makeReport } from '../../../fixtures/collection.ts';

const usesIn = (...texts: string[]) => {
  const place = { city: '甲州市', province: '四川省', adcode: '510100', year: 2025 };
  const { blocks } = makeReport(
    place,
    texts.map((text) => ['review', 'paragraph', text]),
  );
  return wordUsesIn(blocks);
};
const candidatesIn = (...texts: string[]) => candidatesOf(usesIn(...texts));

describe('uses of words', () => {
  it('are where jieba cuts them out, in runs that end at punctuation and figures', () => {
    const uses = usesIn('轨道交通加快建设，轨道交通5.8%。', '轉型升級');
    expect(uses.get('轨道交通')).toEqual([
      { run: ['轨道交通', '加快', '建设'], at: 0 },
      { run: ['轨道交通'], at: 0 },
    ]);
    expect(uses.get('转型')).toEqual([{ run: ['转型', '升级'], at: 0 }]);
  });
});

describe('candidates', () => {
  it('are words of two Han characters and more', () => {
    const words = candidatesIn('轨道交通加快建设。', '轨道交通客流增长，GDP增长5.8%。');
    expect(words).toEqual(expect.arrayContaining(['轨道交通', '建设', '客流']));
    expect(words.filter((word) => /[^\p{Script=Han}]/u.test(word) || word.length < 2)).toEqual([]);
  });

  it('leave out what says nothing or only counts', () => {
    const words = new Set(
      candidatesIn(
        '我们有关于一个问题的三百万元，二是百分之五，约两千公里，今年以上各类之窗进一步按照两副。',
      ),
    );
    for (const word of ['我们', '关于', '一个', '二是', '百分之五', '万元', '两千', '今年', '以上', '各类']) {
      expect(words.has(word), word).toBe(false);
    }
    for (const word of ['之窗', '进一步', '按照', '两副']) expect(words.has(word), word).toBe(false);
  });

  it('leave out what says how, and not what', () => {
    const how =
      '认真 得到 确保 全面 持续 大力 积极 加快 着力 注重 打好 依然 具有 大会 深入开展 大力发展 稳步'.split(
        ' ',
      );
    const what = '扶贫 创新 治理 服务 就业 改革 防控 改革开放 政治 安全 全面从严治党'.split(' ');
    const words = candidatesIn(...[...how, ...what].map((word) => `我们${word}。${word}成果`));
    expect(how.filter((word) => words.includes(word))).toEqual([]);
    expect(what.filter((word) => !words.includes(word))).toEqual([]);
  });

  it('have what the dictionary has as an adverb where it is a noun, too', () => {
    expect(candidatesIn('加强立法。', '重点领域立法计划。')).toContain('立法');
    expect(candidatesIn('立法计划。', '立法计划。')).not.toContain('立法');
  });

  it('don’t have the unit of a figure with what stands behind it', () => {
    expect(candidatesIn('2020年收入增长', '3000余户家庭')).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:年收入|余户)$/)]),
    );
    expect(usesIn('2020年期末').has('年期')).toBe(false);
  });

  it('have the policy terms, also those that begin with a figure or were never cut out', () => {
    expect(candidatesIn('没有。')).toEqual(expect.arrayContaining(['三农', '一带一路']));
  });
});

describe('a word of its own', () => {
  const isOwn = (term: string, occurrences: number, ...texts: string[]) =>
    isOwnWord({ term, before: occurrences, after: 0 }, usesIn(...texts));
  const often = (text: string, times: number) => Array.from({ length: times }, () => text);

  it('is cut out of a fifth of its occurrences, and twice', () => {
    expect(isOwn('服务', 10, '服务群众。', '优化服务。')).toBe(true);
    expect(isOwn('服务', 11, '服务群众。', '优化服务。')).toBe(false);
    expect(isOwn('服务', 2, '服务群众。', '公共服务。')).toBe(false);
  });

  it('is cut out half of the time where it begins with a size', () => {
    const texts = [...often('支持中小企业。', 2), ...often('支持小企业。', 2)];
    expect(isOwn('小企业', 4, ...texts)).toBe(true);
    expect(isOwn('小企业', 5, ...texts)).toBe(false);
  });

  it('is cut out more often where it is guessed: mostly', () => {
    expect(usesIn('算力').has('算力')).toBe(true);
    expect(isOwn('算力', 4, ...often('建设算力平台。', 3))).toBe(true);
    expect(isOwn('算力', 5, ...often('建设算力平台。', 3))).toBe(false);
  });

  it('isn’t a guess that ends like the words around it, unless it mostly stands alone', () => {
    expect(usesIn('小县大城等改革', '青城等重点乡镇').has('城等')).toBe(false);
    expect(usesIn('商业综合体万象城等').get('城等')).toHaveLength(1);
    expect(isOwn('城等', 3, ...often('商业综合体万象城等', 3))).toBe(false);
    expect(isOwn('六稳', 3, '“六稳”', '“六稳”', '六稳工作')).toBe(true);
    expect(isOwn('六稳', 3, '“六稳”', '六稳工作', '六稳工作')).toBe(false);
  });

  it('is always one that the policy terms have', () => {
    expect(isOwn('三农', 30)).toBe(true);
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
