import { describe, expect, it } from 'vitest';
import { isEmpty, parseQuery, queryParts } from '../../../text/query.ts';

const terms = (text: string) => parseQuery(text).terms.map((term) => term.text);

describe('parseQuery', () => {
  it.each([
    ['养老 服务', ['养老', '服务']],
    ['养老　服务\n床位', ['养老', '服务', '床位']],
    ['"养老 服务" 床位', ['养老 服务', '床位']],
    ['甲"乙 丙"丁', ['甲', '乙 丙', '丁']],
    ['"没有收尾 的', ['没有收尾 的']],
    ['＂全角 引号＂', ['全角 引号']],
    ['“一老一小”', ['“一老一小”']],
    ['改革 ， 。', ['改革']],
    ['""', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('cuts a term at sentence ends', () => {
    const [term] = parseQuery('发展。我们；').terms;
    expect(term?.parts.map((part) => part.map((token) => token.text).join(''))).toEqual(['发展', '我们']);
  });

  it('asks for each part once', () => {
    expect(queryParts(parseQuery('发展 發展 发展。发展'))).toHaveLength(1);
  });
});

describe('isEmpty', () => {
  it('holds only where nothing was typed', () => {
    expect(isEmpty(parseQuery('　 '))).toBe(true);
    expect(isEmpty(parseQuery('，'))).toBe(false);
  });
});
