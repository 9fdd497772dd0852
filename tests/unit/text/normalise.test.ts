import { describe, expect, it } from 'vitest';
import { foldCharacters, normalise } from '../../../text/normalise.ts';

describe('normalise', () => {
  it.each([
    ['ＧＤＰ增長５．８％', 'gdp增长5.8%'],
    ['㎡', 'm2'],
    ['高 质　量\n发展', '高质量发展'],
    ['GDP  增长 and  more ', 'gdp 增长 and more'],
    ['乾坤與乾燥', '乾坤与乾燥'],
    ['高\u200b质\u00ad量\ufeff', '高质量'],
    ['\uf9e4', '理'],
    ['e\u0301', 'é'],
    ['', ''],
  ])('%j becomes %j', (text, folded) => {
    expect(normalise(text)).toBe(folded);
  });
});

describe('foldCharacters', () => {
  it('keeps where each character stood', () => {
    expect([...foldCharacters('①𠮷e\u0301')]).toEqual([
      { text: '1', start: 0, end: 1 },
      { text: '𠮷', start: 1, end: 3 },
      { text: 'é', start: 3, end: 5 },
    ]);
  });

  it('covers the whole text, whatever is in it', () => {
    const text = '\ud800甲\u0301\u0301\ufe0f…ﬁ½';
    const folded = [...foldCharacters(text)];
    expect(folded.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  });
});
