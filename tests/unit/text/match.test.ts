import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fragments } from '../../../text/highlight.ts';
import { match, mergeRanges } from '../../../text/match.ts';
import { parseQuery } from '../../../text/query.ts';

const marked = (text: string, q: string) =>
  match({ text, type: 'paragraph' }, parseQuery(q))?.map(([start, end]) => text.slice(start, end)) ?? null;

describe('match', () => {
  it.each([
    ['推动高质量发展。', '质量', ['质量']],
    ['在建工程和工程', '工程', ['工程', '工程']],
    ['高质\n量', '高质量', ['高质\n量']],
    ['2025年', '25', null],
    ['25年', '25', ['25']],
    ['改革、发展', '改革，发展', ['改革、发展']],
    ['改革发展', '改革、发展', null],
    ['改革、发展', '改革发展', null],
    ['发展。我们', '发展我们', null],
    ['发展。为了我们', '发展。我们', ['发展', '我们']],
    ['养老的服务', '服务 养老', ['养老', '服务']],
    ['养老', '服务 养老', null],
    ['哈哈哈', '哈哈', ['哈哈哈']],
    ['任何', '', []],
    ['任何', '，', null],
    ['增长 5.8％', '增长5.8%', ['增长 5.8％']],
  ])('%j for %j', (text, q, expected) => {
    expect(marked(text, q)).toEqual(expected);
  });

  it.each([
    ['养老服务', '养老 -托育', ['养老']],
    ['养老和托育', '养老 -托育', null],
    ['养老', '-托育', []],
    ['托育', '-托育', null],
    ['养老床位', '-养老 -托育', null],
    ['养老床位', '床位 -"养 老"', ['床位']],
    ['甲种乙种', '甲 OR 乙', ['甲', '乙']],
    ['甲种', '甲 OR 乙', ['甲']],
    ['丙种', '甲 OR 乙', null],
    ['甲种丁类', '甲|乙 丙|丁', ['甲', '丁']],
    ['甲种戊类', '甲|乙 丙|丁', null],
    ['改革，发展。稳定', '改革 NEAR 发展', ['改革', '发展']],
    ['改革，发展。稳定', '改革 NEAR 稳定', null],
    ['改革。发展，改革', '改革 NEAR 发展', ['发展', '改革']],
    ['改革 | 发展', '改革 NEAR 发展', null],
    ['甲乙丙。丁', '甲 NEAR 乙 NEAR 丙', ['甲乙丙']],
    ['甲乙。丙', '甲 NEAR 丙 OR 乙', ['乙']],
  ])('%j for the operators of %j', (text, q, expected) => {
    expect(marked(text, q)).toEqual(expected);
  });

  it('finds headings only where that is asked for', () => {
    const find = (type: string, q: string) => match({ text: '数字政府', type }, parseQuery(q));
    expect(find('heading', '标题:数字')).toEqual([[0, 2]]);
    expect(find('paragraph', '标题:数字')).toBeNull();
    expect(find('paragraph', '标题:数字 OR 政府')).toEqual([[2, 4]]);
    expect(find('heading', '政府 -标题:数字')).toBeNull();
    expect(find('paragraph', '政府 -标题:数字')).toEqual([[2, 4]]);
  });

  it('finds any run of a text in it', () => {
    const han = fc.constantFrom(...'发展改革创新服务工程一二三');
    const text = fc.array(fc.oneof(han, fc.constantFrom('，', '。', ' ', '5', '2.5', 'A', '%')), {
      minLength: 1,
    });
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 8 }), (pieces, from, length) => {
        const whole = pieces.join('');
        const runs = whole.match(/\p{Script=Han}+/gu);
        if (!runs) return;
        const run = runs[from % runs.length] as string;
        const q = run.slice(from % run.length).slice(0, length);
        expect(marked(whole, q)).not.toBeNull();
      }),
    );
  });
});

describe('mergeRanges', () => {
  it('sorts, and joins what overlaps or touches', () => {
    expect(
      mergeRanges([
        [5, 6],
        [0, 2],
        [2, 3],
        [1, 2],
      ]),
    ).toEqual([
      [0, 3],
      [5, 6],
    ]);
  });
});

describe('fragments', () => {
  it('cuts a text at its marks', () => {
    expect(fragments('甲乙丙丁', [[1, 2]])).toEqual([
      { text: '甲', marked: false },
      { text: '乙', marked: true },
      { text: '丙丁', marked: false },
    ]);
  });

  it('keeps to the stretch asked for', () => {
    expect(
      fragments(
        '甲乙丙丁戊',
        [
          [0, 2],
          [4, 5],
        ],
        [1, 3],
      ),
    ).toEqual([
      { text: '乙', marked: true },
      { text: '丙', marked: false },
    ]);
  });
});
