import { describe, expect, it } from 'vitest';
import { initialsOf, pinyinOf } from '../../../text/pinyin.ts';

describe('pinyinOf', () => {
  it.each([
    ['高质量发展', 'gao zhi liang fa zhan'],
    ['重庆', 'chong qing'],
    ['银行', 'yin hang'],
    ['绿色', 'lv se'],
    ['5G基站', 'ji zhan'],
    ['改革、开放', 'gai ge kai fang'],
    ['GDP 5.8%', ''],
    ['\ud800', ''],
    ['', ''],
  ])('reads %s as %j', (text, pinyin) => {
    expect(pinyinOf(text)).toBe(pinyin);
  });
});

describe('initialsOf', () => {
  it('takes the first letter of each syllable', () => {
    expect(initialsOf('gao zhi liang fa zhan')).toBe('gzlfz');
    expect(initialsOf('')).toBe('');
  });
});
