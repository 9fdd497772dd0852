import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fragments } from '../../../text/highlight.ts';
import { match, mergeRanges } from '../../../text/match.ts';
import { parseQuery } from '../../../text/query.ts';

const marked = (text: string, q: string) =>
  match(text, parseQuery(q))?.map(([start, end]) => text.slice(start, end)) ?? null;

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
