import { describe, expect, it } from 'vitest';
import { isOneEdit, likelyMeant, likelyMeantWithin } from '../../../../server/suggestions/spelling.ts';
import { lexiconOf } from './lexicon.ts';

const lexicon = lexiconOf({
  高质量发展: 160,
  营商环境: 39,
  轨道交通: 16,
  实施: 423,
  实时: 9,
  养老: 30,
  养老金: 22,
});
const meant = (word: string) => likelyMeant(word, lexicon).map(({ text }) => text);

describe('isOneEdit', () => {
  it.each([
    ['营商环境', '营商坏境'],
    ['营商环境', '营商环'],
    ['营商环境', '营商环环境'],
    ['营商环境', '商营环境'],
    ['营商环境', '营商境环'],
  ])('%s and %s', (a, b) => {
    expect([isOneEdit(a, b), isOneEdit(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['营商环境', '营商环境'],
    ['营商环境', '营上坏境'],
    ['营商环境', '境商环营'],
    ['营商环境', '营商'],
    ['营商环境', '营环商环'],
    ['', ''],
  ])('not %s and %s', (a, b) => {
    expect([isOneEdit(a, b), isOneEdit(b, a)]).toEqual([false, false]);
  });
});

describe('likelyMeant', () => {
  it.each([
    ['高志量发展', ['高质量发展']],
    ['高質量发站', ['高质量发展']],
    ['高量发展', ['高质量发展']],
    ['高质质量发展', ['高质量发展']],
    ['环境营商', []],
    ['营环境商', []],
    ['营商境环', ['营商环境']],
    ['轨道交桶', ['轨道交通']],
    ['实诗', ['实施', '实时']],
    ['养者', []],
    ['养老院', ['养老金']],
    ['高质量发展', []],
    ['gdp', []],
    ['实', []],
    ['高'.repeat(4_000), []],
  ])('takes %s for %j', (word, terms) => {
    expect(meant(word)).toEqual(terms);
  });
});

describe('likelyMeantWithin', () => {
  it('mends a part of a run that sounds like a term', () => {
    expect(likelyMeantWithin('资阳轨道交统客流', lexicon)).toEqual(['资阳轨道交通客流']);
    expect(likelyMeantWithin('资阳轨道交通客流', lexicon)).toEqual([]);
    expect(likelyMeantWithin('轨道交统'.repeat(1_000), lexicon)).toEqual([]);
  });
});
