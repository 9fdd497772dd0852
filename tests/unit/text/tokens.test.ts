import { describe, expect, it } from 'vitest';
import { indexTerms, phraseOf } from '../../../text/grams.ts';
import { BOUNDARY, stretches, tokenise } from '../../../text/tokens.ts';

const kinds = (text: string) => tokenise(text).map(({ kind, text }) => (text === '' ? kind : text));

describe('tokenise', () => {
  it.each([
    ['增长5.8%', ['增', '长', '5.8', '%']],
    ['PM2.5、GDP', ['pm', '2.5', 'boundary', 'gdp']],
    ['v1.2.3', ['v', '1.2', 'boundary', '3']],
    ['2024 年', ['2024', '年']],
    ['“双碳”，（一）', ['boundary', '双', '碳', 'boundary', '一', 'boundary']],
    ['好。“他', ['好', 'break', 'boundary', '他']],
    ['甲 | 乙；丙！丁？', ['甲', 'break', '乙', 'break', '丙', 'break', '丁', 'break']],
    ['made in China', ['made', 'in', 'china']],
    ['1,000', ['1', 'boundary', '000']],
    [`甲${BOUNDARY}，乙`, ['甲', 'boundary', '乙']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('gives offsets into the original text', () => {
    const text = '增長 ５．８％';
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '增',
      '長',
      '５．８',
      '％',
    ]);
  });
});

describe('stretches', () => {
  it('are what stands between breaks', () => {
    expect(stretches(tokenise('。甲；；乙丙。')).map((tokens) => tokens.length)).toEqual([1, 2]);
  });
});

describe('indexTerms', () => {
  it('are overlapping pairs and, at the end of a run, the last character alone', () => {
    expect(indexTerms(tokenise('高质量，5G'))).toEqual(['高质', '质量', '量', BOUNDARY, '5', 'g']);
  });
});

describe('phraseOf', () => {
  it.each([
    ['高质量', ['高质', '质量'], false],
    ['高', ['高'], true],
    ['5年', ['5', '年'], true],
    ['年5', ['年', '5'], false],
    ['改革，', ['改革', '革', BOUNDARY], false],
    ['改革、发展', ['改革', '革', BOUNDARY, '发展'], false],
  ])('%s', (text, terms, prefix) => {
    expect(phraseOf(tokenise(text))).toEqual({ terms, prefix });
  });
});
