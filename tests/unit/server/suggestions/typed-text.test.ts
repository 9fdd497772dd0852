import { describe, expect, it } from 'vitest';
import {
  asTerm,
  lettersOf,
  pinyinRun,
  typingsOf,
  withTerm,
} from '../../../../server/suggestions/typed-text.ts';

describe('asTerm', () => {
  it.each([
    ['高质量发展', '高质量发展'],
    ['R&D', 'R&D'],
    ['优化布局，促进融合', '优化布局，促进融合'],
    ['AI Agent', '"AI Agent"'],
    ['OR', '"OR"'],
    ['-20', '"-20"'],
    ['城市:建设', '"城市:建设"'],
    ['“两新”', '"“两新”"'],
    ['a|b', '"a|b"'],
  ])('types %s as %s', (text, typed) => {
    expect(asTerm(text)).toBe(typed);
  });
});

it('replaces a stretch of a query', () => {
  expect(withTerm('养老 GDP -床位', [3, 6], '生产总值')).toBe('养老 生产总值 -床位');
});

describe('lettersOf', () => {
  it.each([
    ['gao zhi liang', 'gaozhiliang'],
    ["xi'an", 'xian'],
    ['Xi’An', 'xian'],
    ['ＧＺＬ', 'gzl'],
    ['lüse', 'lvse'],
    ['5G', null],
    ['高', null],
    ['', null],
    ["'", null],
  ])('reads %s as %j', (text, letters) => {
    expect(lettersOf(text)).toBe(letters);
  });
});

describe('pinyinRun', () => {
  it.each([
    ['gao zhi liang', 'gao zhi liang'],
    ['资阳 gao zhi 养老 fa', 'gao zhi'],
    ['资阳 gzlfz', 'gzlfz'],
    ['-gzlfz "gao" city:zi a OR b', 'a'],
    ['高质量', null],
    ['', null],
  ])('finds in %j what could be pinyin', (q, found) => {
    const run = pinyinRun(q);
    expect(run && q.slice(...run)).toBe(found);
  });
});

describe('typingsOf', () => {
  it.each([
    ['高质', [['', '高质']]],
    ['养老 高质', [['养老 ', '高质']]],
    ['养老 -高质', [['养老 -', '高质']]],
    ['标题:高质', [['标题:', '高质']]],
    ['养老 "高质', [['养老 ', '高质']]],
    [
      '养老 gao zhi',
      [
        ['养老 ', 'gao zhi'],
        ['养老 gao ', 'zhi'],
      ],
    ],
    ['养老|高质', [['养老|', '高质']]],
    ['养老 ', []],
    ['养老 "高质"', []],
    ['城市:资', []],
    ['年份:20', []],
    ['养老 OR', []],
    ['', []],
    ['"', [['', '']]],
  ])('%j', (q, typings) => {
    expect(typingsOf(q).map(({ kept, text }) => [kept, text])).toEqual(typings);
  });
});
