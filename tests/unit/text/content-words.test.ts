import { describe, expect, it } from 'vitest';
import { contentWords } from '../../../text/content-words.ts';

describe('contentWords', () => {
  it.each([
    ['资阳轨道交通客流是多少', ['资阳', '轨道交通', '客流']],
    // characters that jieba leaves alone are parts of words it doesn't know
    ['如何治理雾霾', ['治理', '雾霾']],
    ['西部创新港建设', ['西部', '创新港', '建设']],
    ['轻合金产业', ['轻合金', '产业']],
    ['群众不满意', ['群众', '不满意']],
    ['2025年GDP增长多少', ['2025年', 'gdp', '增长']],
    ['新增了多少个养老床位', ['新增', '养老', '床位']],
    ['高質量發展', ['高质量发展']],
    ['雾', ['雾']],
    ['是多少', []],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(contentWords(text)).toEqual(expected);
  });
});
