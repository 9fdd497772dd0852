import { describe, expect, it } from 'vitest';
import { fillTable } from '../../../indexer/parse/table-rows.ts';
import { isTable, type SourceTable, takeTables } from '../../../indexer/parse/tables.ts';
import { lines } from './lines.ts';

function tableIn(...source: string[]): SourceTable {
  const table = takeTables(lines(...source)).value.find(isTable);
  if (!table) throw new Error('no table');
  return table;
}

function cellsOf(...source: string[]): string[][] {
  return tableIn(...source).rows.map((row) => row.cells.map((cell) => cell.text));
}

describe('takeTables', () => {
  it('reads cells on lines of their own, rows between blank lines', () => {
    const table = tableIn(
      '专栏1：主要预期目标完成情况',
      ...['\t序号', '\t指标名称', '\t完成情况', ''],
      ...['\t1', '\tGDP增速（%）', '\t6.3', ''],
      ...['\t2', '\t城乡居民人均可支配收入之比', '\t1.91:1', '', ''],
      '对照年初计划，重点抓了以下工作：',
    );
    expect(table.caption?.text).toBe('专栏1：主要预期目标完成情况');
    expect(fillTable(table)).toMatchObject({
      columns: ['序号', '指标名称', '完成情况'],
      rows: [
        { cells: ['1', 'GDP增速（%）', '6.3'] },
        { cells: ['2', '城乡居民人均可支配收入之比', '1.91:1'] },
      ],
    });
  });

  it('joins cells that are broken over lines', () => {
    expect(
      cellsOf('专栏20：工作重点', '\t现代', '', '物流', '\t1.加快发展多式联运。', '', '2.优化整合资源。'),
    ).toEqual([['现代物流', '1.加快发展多式联运。2.优化整合资源。']]);
  });

  it('fills merged cells for display only', () => {
    const { rows } = fillTable(
      tableIn(
        '专栏19：工作重点',
        ...['\t两大主导产业', ''],
        ...['\t轻合金材料', '\t1.建成投产。', ''],
        ...['\t智能装备制造', '\t2.加快建设。'],
      ),
    );
    expect(rows.map((row) => row.cells)).toEqual([
      ['两大主导产业', '轻合金材料', '1.建成投产。'],
      ['两大主导产业', '智能装备制造', '2.加快建设。'],
    ]);
    expect(rows[1]?.own).toEqual([false, true, true]);
  });

  it('makes a row of each line of a box', () => {
    expect(
      cellsOf('专栏3：重大项目', '\t交通类：完成投资11.81亿元。', '', '水利类：完成投资18.11亿元。'),
    ).toEqual([['交通类：完成投资11.81亿元。'], ['水利类：完成投资18.11亿元。']]);
  });

  it('reads rows with tabs or bars between their cells', () => {
    expect(cellsOf('指标\t目标', 'GDP\t6.5%')).toEqual([
      ['指标', '目标'],
      ['GDP', '6.5%'],
    ]);
    expect(cellsOf('| 指标 | 目标 |', '| --- | --- |', '| GDP | 6.5% |')).toEqual([
      ['指标', '目标'],
      ['GDP', '6.5%'],
    ]);
  });

  it('ends at a heading, and leaves paragraphs that are set in by a tab alone', () => {
    const { value } = takeTables(
      lines('专栏2：进展', '\t甲', '\t乙', '（二）全力扩大有效需求', '\t坚持抓项目促投资。'),
    );
    expect(value.map(isTable)).toEqual([true, false, false]);
  });
});
