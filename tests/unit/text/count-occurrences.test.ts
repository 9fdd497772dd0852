import { describe, expect, it } from 'vitest';
import { countOccurrences, locate } from '../../../text/match.ts';
import { parseQuery } from '../../../text/query.ts';

const count = (text: string, q: string) => {
  const located = locate({ text, type: 'paragraph' }, parseQuery(q));
  return located && countOccurrences(located);
};

describe('occurrences', () => {
  it.each([
    ['发展是第一要务，发展为了人民。', '发展', 2],
    ['发展发展', '发展', 2],
    ['哈哈哈', '哈哈', 1],
    ['哈哈哈哈', '哈哈', 2],
    ['GDP增长6%，其中25项，2025年', '25', 1],
    ['高质量发展，绿色发展。', '高质量发展 OR 发展', 2],
    ['推动高质量发展，绿色发展。', '高质量 发展', 3],
    ['发展。', '', 0],
  ])('of %s: %s is there %i times', (text, q, times) => {
    expect(count(text, q)).toBe(times);
  });

  it('are none where the passage doesn’t match', () => {
    expect(count('发展，发展', '发展 民生')).toBeNull();
    expect(count('发展，民生', '发展 -民生')).toBeNull();
  });

  it('are those in common sentences for NEAR', () => {
    expect(count('产业发展。发展就业，发展民生。', '发展 NEAR 民生')).toBe(3);
    // A word of two of them is counted in the sentences of both, whichever comes first.
    const text = '经济与企业。社会与企业。只有企业。';
    expect(count(text, '经济 NEAR 企业 OR 社会 NEAR 企业')).toBe(4);
    expect(count(text, '社会 NEAR 企业 OR 经济 NEAR 企业')).toBe(4);
    expect(count(text, '社会 NEAR 企业 经济 NEAR 企业')).toBe(4);
  });
});
