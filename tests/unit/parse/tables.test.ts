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

  it('keeps the empty cells in front of a row of tabs', () => {
    const table = tableIn(
      '表2 主要指标',
      ...['\t2024年\t2025年', 'GDP增速\t6.3%\t6.5%', '投资增速\t7.1%\t8%'],
    );
    expect(fillTable(table)).toMatchObject({
      columns: ['', '2024年', '2025年'],
      header: ['2024年', '2025年'],
      rows: [{ cells: ['GDP增速', '6.3%', '6.5%'] }, { cells: ['投资增速', '7.1%', '8%'] }],
    });
    const { rows } = fillTable(
      tableIn('类别\t领域\t项目\t投资', '交通\t公路\t甲\t3亿元', '\t\t乙\t4亿元', '\t铁路\t丙\t5亿元'),
    );
    expect(rows.map((row) => row.cells.join())).toEqual([
      '交通,公路,甲,3亿元',
      '交通,公路,乙,4亿元',
      '交通,铁路,丙,5亿元',
    ]);
    expect(rows[1]?.own).toEqual([false, false, true, true]);
  });

  it('takes no more tabs for empty cells than a row has beyond the others', () => {
    expect(cellsOf('\t指标\t目标', '\tGDP\t6.5%', '\t\t6.6%')).toEqual([
      ['指标', '目标'],
      ['GDP', '6.5%'],
      ['', '6.6%'],
    ]);
  });

  it('keeps rows with one cell, and ends before a paragraph that a tab sets in', () => {
    const { value } = takeTables(
      lines(
        ...['指标\t2024年\t2025年', '一、经济发展\t\t', 'GDP增速\t6.3%\t6.5%', '\t\t', '投资增速\t7.1%\t8%'],
        ...['\t对照年初计划，重点抓了以下工作。', '\t一是扩大投资，二是促进消费。'],
      ),
    );
    expect(value.map((item) => (isTable(item) ? item.rows.length : item.text.slice(0, 4)))).toEqual([
      4,
      '对照年初',
      '一是扩大',
    ]);
  });

  it('takes numerals with a tab behind them for a list', () => {
    const list = ['一、\t回顾', '1.\t加快产业转型升级。', '2.\t扩大有效投资。', '（三）\t促进消费。'];
    expect(takeTables(lines(...list)).value.some(isTable)).toBe(false);
  });

  it('fills what plain text leaves empty, but no figures and nothing beside a name that stands alone', () => {
    const { rows } = fillTable(
      tableIn(
        ...[
          '| 指标 | 单位 | 完成 |',
          '| 一、经济 | | |',
          '| GDP | 亿元 | 812 |',
          '| 投资 | | |',
          '| 出口 | | 41 |',
        ],
      ),
    );
    expect(rows.map((row) => row.cells.join())).toEqual(['一、经济,,', 'GDP,亿元,812', '投资,,', '出口,,41']);
    const merged = fillTable(tableIn('| 交通 | 3 | 市局 |', '| | 4 | |', '| 水利 | | |')).rows;
    expect(merged.map((row) => row.cells.join())).toEqual(['交通,3,市局', '交通,4,市局', '水利,,']);
  });

  it.each([
    [['表1 主要指标完成情况', '单位：亿元'], '表1 主要指标完成情况 单位：亿元'],
    [
      ['附表1', '2025年主要指标完成情况', '（单位：亿元、%）'],
      '附表1 2025年主要指标完成情况 （单位：亿元、%）',
    ],
    [['附表：2025年主要指标完成情况'], '附表：2025年主要指标完成情况'],
    [['续表2'], '续表2'],
    [['表1（续）'], '表1（续）'],
    [['单位：万人'], '单位：万人'],
  ])('takes %j for the caption of the table below', (above, caption) => {
    expect(tableIn('正文。', ...above, '', '指标\t目标', 'GDP\t6.5%').caption?.text).toBe(caption);
  });

  it('takes a caption below a table that has none above, but not that of the next', () => {
    const rows = ['指标\t目标', 'GDP\t6.5%'];
    const [first] = takeTables(lines(...rows, '表1 主要指标', '群众获得感不断增强。')).value;
    expect(first).toMatchObject({ caption: { text: '表1 主要指标' } });
    const both = takeTables(lines(...rows, '表2 主要指标', ...rows)).value;
    expect(both).toMatchObject([{ caption: null }, { caption: { text: '表2 主要指标' } }]);
  });

  it.each([
    ['附件：2026年主要预期目标表', '|指标|预期目标|'],
    ['2026年为民办实事项目清单', '|指标|预期目标|'],
    ['2026年主要指标一览（续）', '（单位：亿元）', '|指标|预期目标|'],
  ])('takes the name right above rows between bars for their caption: %s', (...above) => {
    const table = tableIn('对照年初计划，重点抓了以下工作：', '', ...above, '|地区生产总值|6%|');
    expect(table.caption?.text).toContain(above[0]);
  });

  it.each(['一、2026年目标清单', '完成情况如下表。', '建立问题、任务、责任清单，见下表'])(
    'leaves what may be another line above them: %s',
    (above) => {
      expect(tableIn(above, '|指标|预期目标|', '|地区生产总值|6%|').caption).toBeNull();
    },
  );

  it('reads columns that spaces set apart, below a caption only', () => {
    const rows = ['指标    目标值    完成值', 'GDP    6.5%    6.3%', '投资　　10%　　10.2%'];
    expect(cellsOf('表2 主要指标', ...rows, '投资稳步增长。')).toEqual([
      ['指标', '目标值', '完成值'],
      ['GDP', '6.5%', '6.3%'],
      ['投资', '10%', '10.2%'],
    ]);
    expect(takeTables(lines(...rows)).value.some(isTable)).toBe(false);
    const headings = ['专栏1：重点工程', '聚焦同城融圈  主动融入战略', '扩大有效投资。'];
    expect(takeTables(lines(...headings)).value.some(isTable)).toBe(false);
  });

  it('reads a table of very many rows', () => {
    expect(cellsOf('甲\t乙\n'.repeat(200_000))).toHaveLength(200_000);
  });

  it('leaves out rows without any text', () => {
    expect(cellsOf('| 指标 | 目标 |', '| | |', '| GDP | 6.5% |')).toHaveLength(2);
    expect(takeTables(lines('表1 主要指标', '| | |', '正文。')).value).toMatchObject([
      { text: '表1 主要指标' },
      { text: '正文。' },
    ]);
  });

  it('leaves captions without a table alone', () => {
    const { value } = takeTables(lines('附表1', '2025年主要指标完成情况', '表2 主要指标', '单位：亿元'));
    expect(value.some(isTable)).toBe(false);
    expect(value).toHaveLength(4);
  });

  it('ends at a heading, and leaves paragraphs that are set in by a tab alone', () => {
    const { value } = takeTables(
      lines('专栏2：进展', '\t甲', '\t乙', '（二）全力扩大有效需求', '\t坚持抓项目促投资。'),
    );
    expect(value.map(isTable)).toEqual([true, false, false]);
  });
});
