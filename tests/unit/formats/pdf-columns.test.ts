import { describe, expect, it } from 'vitest';
import { framesOf } from '../../../indexer/formats/pdf-columns.ts';
import { linesOf, type Run } from '../../../indexer/formats/pdf-lines.ts';

const SIZE = 10;
const STEP = 15;

function run(text: string, x: number, line: number): Run {
  return { text, x, y: (line + 1) * STEP, width: text.length * SIZE, size: SIZE };
}

/** A column of full lines: 左0中中…, 左1中中… */
function column(name: string, x: number, lines: number, from = 0): Run[] {
  return Array.from({ length: lines }, (_, i) => run(`${name}${i}${'中'.repeat(18)}`, x, from + i));
}

function namesOf(...pages: Run[][]): string[][] {
  return framesOf(pages).map((frames) =>
    frames.flatMap(linesOf).map((line) => line.text.replaceAll('中', '')),
  );
}

function numbered(name: string, lines: number): string[] {
  return Array.from({ length: lines }, (_, i) => `${name}${i}`);
}

describe('framesOf', () => {
  it('reads the left column before the right one', () => {
    expect(namesOf([...column('左', 0, 10), ...column('右', 220, 10)])).toEqual([
      [...numbered('左', 10), ...numbered('右', 10)],
    ]);
  });

  it('reads lines across both columns where they stand', () => {
    const across = (text: string, line: number) => run(text.padEnd(20, '中'), 120, line);
    const page = [across('题', 0), ...column('左', 0, 10, 1), ...column('右', 220, 10, 1), across('尾', 12)];
    expect(namesOf(page)).toEqual([['题', ...numbered('左', 10), ...numbered('右', 10), '尾']]);
  });

  it('takes columns of a few lines for columns where other pages have them', () => {
    const full = [...column('左', 0, 10), ...column('右', 220, 10)];
    const last = [...column('左', 0, 9), ...column('右', 220, 2)];
    expect(namesOf(full, last)[1]).toEqual([...numbered('左', 9), ...numbered('右', 2)]);
    expect(namesOf(last)[0]?.[0]).toBe('左0\t右0');
  });

  it('leaves the columns of a table side by side', () => {
    const rows = Array.from({ length: 12 }, (_, i) => [
      run(`指标${i}`, 0, i),
      run('5.8', 120, i),
      run(`单位${i}`, 220, i),
      run('6.1', 380, i),
    ]);
    expect(namesOf(rows.flat())[0]?.[0]).toBe('指标0\t5.8\t单位0\t6.1');
  });

  it('leaves a page with one column alone', () => {
    const lines = Array.from({ length: 20 }, (_, i) => run('文'.repeat(i % 4 === 3 ? 9 : 42), 0, i));
    expect(framesOf([lines])).toEqual([[{ page: 0, runs: lines, margins: null }]]);
  });
});
