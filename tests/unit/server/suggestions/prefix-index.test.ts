import { describe, expect, it } from 'vitest';
import { PrefixIndex } from '../../../../server/suggestions/prefix-index.ts';

const WORDS = ['发展', '发', '发', '改革', '', '𠮷祥', '发展中', '改'];
const index = new PrefixIndex(WORDS);

describe('PrefixIndex', () => {
  it.each(['发', '发展', '改', '改革', '𠮷', '无', '', '发展中国'])('finds what begins with %j', (prefix) => {
    const expected = WORDS.flatMap((word, i) => (word !== '' && word.startsWith(prefix) ? [i] : []));
    for (const most of [100, 2, 1]) {
      expect(index.startingWith(prefix, most)).toEqual(expected.slice(0, most));
    }
  });

  it('finds what is just a key', () => {
    expect(index.equalTo('发', 9)).toEqual([1, 2]);
    expect(index.equalTo('发', 1)).toEqual([1]);
    expect(index.equalTo('改', 9)).toEqual([7]);
    expect(index.equalTo('展', 9)).toEqual([]);
    expect(index.equalTo('', 9)).toEqual([]);
  });
});
