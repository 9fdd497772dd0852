import { describe, expect, it } from 'vitest';
import { withTables } from '../../../indexer/formats/pdf-grid.ts';
import { linesOf, type Run } from '../../../indexer/formats/pdf-lines.ts';
import type { Rule } from '../../../indexer/formats/pdf-rules.ts';

function run(text: string, x: number, y: number): Run {
  return { text, x, y, width: text.length * 10, size: 10 };
}

function across(at: number, from = 0, to = 300): Rule {
  return { across: true, at, from, to };
}

function down(at: number, from = 0, to = 60): Rule {
  return { across: false, at, from, to };
}

function textsOf(runs: readonly Run[], rules: readonly Rule[]): string[] {
  return linesOf({ page: 0, runs: withTables(runs, rules), margins: null }).map((line) => line.text);
}

const FRAME = [down(0), down(300), across(0), across(60)];

describe('withTables', () => {
  it('reads the cells of a ruled table, with their lines joined', () => {
    const runs = [
      run('指标', 10, 15),
      run('目标', 110, 15),
      run('城镇新增就', 10, 35),
      run('业', 10, 50),
      run('2.5万人', 110, 42),
    ];
    expect(textsOf(runs, [...FRAME, down(100), across(20)])).toEqual([
      '|指标|目标|',
      '|城镇新增就业|2.5万人|',
    ]);
  });

  it('leaves a merged cell empty where it goes on', () => {
    const runs = [run('民生', 10, 32), run('就业', 110, 15), run('收入', 110, 45), run('万人', 210, 15)];
    const rules = [...FRAME, down(100), down(200, 0, 30), across(30, 100)];
    expect(textsOf(runs, rules)).toEqual(['|民生|就业|万人|', '||收入||']);
  });

  it('keeps the text around a table where it stands', () => {
    const runs = [run('下文', 0, 80), run('甲', 10, 15), run('乙', 110, 15), run('上文', 0, -10)];
    expect(textsOf(runs, [...FRAME, down(100)])).toEqual(['上文', '|甲|乙|', '下文']);
  });

  it('takes no box, underline or frame of a page for a table', () => {
    const runs = [run('专栏里的话', 10, 15), run('正文', 110, 42)];
    expect(textsOf(runs, FRAME)).toEqual(['专栏里的话', '正文']);
    expect(textsOf(runs, [across(18, 10, 60)])).toEqual(['专栏里的话', '正文']);
    const long = [run('左'.repeat(400), 10, 15), run('右'.repeat(400), 110, 15)];
    const narrow = long.map((one) => ({ ...one, width: 80 }));
    expect(textsOf(narrow, [...FRAME, down(100)])[0]).not.toContain('|');
  });
});
