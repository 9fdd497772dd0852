import { describe, expect, it } from 'vitest';
import { summarise } from '../../../../report/summary.ts';
import { Catalogue } from '../../../../server/catalogue.ts';
import { LONGEST_LIST, readTermList } from '../../../../server/panel/term-list.ts';
import { SearchState } from '../../../../server/search-state.ts';
import { COLLECTION } from '../../../fixtures/collection.ts';

const CATALOGUE = new Catalogue(COLLECTION.map(summarise));
const read = (text: string) => readTermList(text, new SearchState(), CATALOGUE);
const textsIn = (text: string) => read(text).terms.map(({ text }) => text);
const numbered = (count: number) => Array.from({ length: count }, (_, i) => `词${i}`).join('\n');

describe('a list of terms', () => {
  it('has one term a line, however lines end', () => {
    expect(textsIn('\uFEFF养老\r\n托育\n就业\r环保\u2028"改革 发展" \n')).toEqual([
      '养老',
      '托育',
      '就业',
      '环保',
      '"改革 发展"',
    ]);
  });

  it('leaves out blank lines and repeats, and says so', () => {
    const { terms, blank, repeated } = read('养老\n\n 养老\n　\n托育\n养老\n\n');
    expect(terms.map(({ text }) => text)).toEqual(['养老', '托育']);
    expect(blank).toBe(3);
    expect(repeated).toEqual(['养老']);
  });

  it('may have 500 terms, repeats not counted, and no more', () => {
    expect(read(`${numbered(LONGEST_LIST)}\n词1`).terms).toHaveLength(LONGEST_LIST);
    expect(() => read(numbered(LONGEST_LIST + 1))).toThrow('词表最多 500 个词，这次有 501 个');
  });

  it.each(['', '\n', ' \n\t\n'])('must have one: %j', (text) => {
    expect(() => read(text)).toThrow('词表里没有词');
  });

  it('takes the filters typed with a term for that term alone', () => {
    const { terms } = read('养老 城市:甲州市\n托育');
    expect(terms.map(({ filters }) => filters.city)).toEqual([['510100'], []]);
  });

  it('says of a term that can’t be read as it was meant how it was read', () => {
    expect(read('，。').notes).toEqual(['“，。”里没有可检索的字，按 0 次计。']);
    expect(read('养老 城市:无此市').notes).toEqual(['“养老 城市:无此市”：没有收录“无此市”的报告。']);
    expect(read('养老').notes).toEqual([]);
  });

  it('refuses a line that is too long', () => {
    expect(() => read(`养老\n${'展'.repeat(4_001)}`)).toThrow('检索词最长');
  });
});
