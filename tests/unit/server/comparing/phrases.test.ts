import { describe, expect, it } from 'vitest';
import { isMostlyIn, phraseAround, withoutParts } from '../../../../server/comparing/phrases.ts';
import type { WordUses } from '../../../../server/comparing/word-uses.ts';

/** Uses of words in texts that are cut already. */
function usesIn(...texts: string[]): WordUses {
  const runs = texts.map((text) => text.split(' '));
  const uses = new Map<string, { run: readonly string[]; at: number }[]>();
  for (const run of runs) {
    run.forEach((word, at) => {
      uses.set(word, [...(uses.get(word) ?? []), { run, at }]);
    });
  }
  return uses;
}

describe('a phrase around a word', () => {
  it('is what stands around it nearly always', () => {
    const uses = usesIn('勇毅 前行', '我们 勇毅 前行', '勇毅 前行 再 出发', '勇毅 前行', '前行');
    expect(phraseAround('勇毅', 4, uses)).toBe('勇毅前行');
    expect(phraseAround('勇毅', 5, uses)).toBe('勇毅前行');
    expect(phraseAround('勇毅', 6, uses)).toBe('勇毅');
    expect(phraseAround('前行', 5, uses)).toBe('勇毅前行');
  });

  it('grows to both sides, over words that say nothing, but doesn’t end with them', () => {
    const uses = usesIn('在 人民 的 城市 里', '在 人民 的 城市 里', '在 人民 的 城市 上');
    expect(phraseAround('城市', 3, uses)).toBe('人民的城市');
  });

  it('doesn’t go over verbs of any task, nor end with what asks for more', () => {
    const growth = usesIn('经济 增速 高于 全省 平均 水平', '投资 增速 高于 全省 平均 水平');
    expect(phraseAround('增速', 2, growth)).toBe('增速');
    expect(phraseAround('平均', 2, growth)).toBe('全省平均水平');
    const done = usesIn('一以贯之 抓 落实', '一以贯之 抓 落实');
    expect(phraseAround('一以贯之', 2, done)).toBe('一以贯之');
    expect(phraseAround('市民', 2, usesIn('让 市民 享有 更', '让 市民 享有 更'))).toBe('市民享有');
  });

  it('isn’t a sentence', () => {
    const text = '以 更加 坚定 的 决心 推进 更高 水平 的 对外 开放';
    expect(phraseAround('决心', 2, usesIn(text, text)).length).toBeLessThanOrEqual(12);
  });
});

describe('parts', () => {
  const left = (counts: Record<string, [number, number]>) => {
    const terms = Object.entries(counts).map(([term, [before, after]]) => ({ term, before, after }));
    return withoutParts(terms, terms).map(({ term }) => term);
  };

  it('are terms that stand in one longer term nearly always', () => {
    expect(left({ 高质: [3, 5], 高质量: [3, 5] })).toEqual(['高质量']);
    expect(left({ 人工: [0, 12], 人工智能: [0, 11] })).toEqual(['人工智能']);
    expect(left({ 低空: [0, 14], 低空经济: [0, 8] })).toEqual(['低空', '低空经济']);
    expect(left({ 质量: [3, 5], 数量: [3, 5] })).toEqual(['质量', '数量']);
  });

  it('nearly always is four times of five', () => {
    expect([isMostlyIn(4, 5), isMostlyIn(3, 4), isMostlyIn(2, 2)]).toEqual([true, false, true]);
  });
});
