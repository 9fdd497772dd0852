import { describe, expect, it } from 'vitest';
import { linesOf, type Run } from '../../../indexer/formats/pdf-lines.ts';
import { paragraphsOf } from '../../../indexer/formats/pdf-paragraphs.ts';

/** A page of lines 20 characters wide; each is its text and the step from the line above. */
function read(...lines: readonly (readonly [text: string, step: number, size?: number, x?: number])[]) {
  let y = 0;
  const runs = lines.map(([text, step, size = 10, x = 0]): Run => {
    y += step;
    return { text, x, y, width: text.length * size, size };
  });
  return paragraphsOf(linesOf({ page: 0, runs, margins: { left: 0, right: 200 } }));
}

const FULL = '实'.repeat(20);
const END = `${'现'.repeat(19)}。`;

describe('paragraphsOf', () => {
  it('goes on after a full line that ends a sentence, where gaps part the paragraphs', () => {
    const lines = [FULL, END, FULL].map((text) => [text, 15] as const);
    expect(read(...lines, [END, 15], [FULL, 20], [END, 15], [FULL, 20], [END, 15])).toEqual([
      FULL + END + FULL + END,
      FULL + END,
      FULL + END,
    ]);
  });

  it('ends a full line without a stop where the gap below it says so', () => {
    const heading = `（一）${'高'.repeat(17)}`;
    expect(read([FULL, 15], [END, 15], [heading, 20], [FULL, 20], [END, 15], [FULL, 20], [END, 15])).toEqual([
      FULL + END,
      heading,
      FULL + END,
      FULL + END,
    ]);
  });

  it('believes indents that are rare, where none stands inside a sentence', () => {
    const long = [...Array(20).fill(FULL), END, ...Array(10).fill(FULL), '现。'];
    const lines = (count: number) =>
      Array(count)
        .fill(null)
        .flatMap(() => [[FULL, 15, 10, 20] as const, ...long.map((text) => [text, 15] as const)]);
    expect(read(...lines(9))).toEqual(Array(9).fill([FULL, ...long].join('')));
    expect(read(...lines(2))).toHaveLength(4);
  });

  it('joins a title in a large font whose lines stand wide apart', () => {
    expect(read(['二〇二六年资阳市政府', 40, 20], ['工作报告', 40, 20, 60], [FULL, 40], [END, 15])[0]).toBe(
      '二〇二六年资阳市政府工作报告',
    );
  });

  it('doesn’t go on after a line in the middle', () => {
    const meeting = '——在市第五届人民代表大会会议上';
    expect(read([meeting, 15, 10, 15], ['各位代表：', 15], [FULL, 15], [END, 15])[0]).toBe(meeting);
  });
});
