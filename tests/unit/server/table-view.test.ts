import { expect, it } from 'vitest';
import { BlockPresenter } from '../../../server/presenters/block-view.ts';
import { tableView } from '../../../server/presenters/table-view.ts';
import { parseQuery } from '../../../text/query.ts';
import { makeReport } from '../../fixtures/collection.ts';

it('shows a header of two rows as one, each name above its column', () => {
  const meta = { city: '甲州市', province: '四川省', adcode: '510100', year: 2025 };
  const report = {
    ...makeReport(meta, [
      ['targets', 'columns', '指标 | 2025年 | 总量 | 增速'],
      ['targets', 'row', '工业 | 81 | 8.2'],
    ]),
    tables: [
      {
        caption: '',
        columns: ['指标', '2025年总量', '2025年增速'],
        rows: [{ block: 2, cells: ['工业', '81', '8.2'], own: [true, true, true] }],
      },
    ],
  };
  const view = tableView(report, report.blocks, new BlockPresenter(report, parseQuery('总量')));
  const texts = view.columns?.cells.map(({ fragments }) => fragments.map(({ text }) => text).join(''));
  expect(texts).toEqual(['指标', '2025年总量', '2025年增速']);
  expect(view.columns?.hit).toBe(true);
});

/** The number of the column that says what each row is about; -1 where none does. */
function keyOf(rows: readonly (readonly string[])[], own = (_column: number, _row: number) => true): number {
  const meta = { city: '甲州市', province: '四川省', adcode: '510100', year: 2025 };
  const made = makeReport(
    meta,
    rows.map((cells, i) => ['targets', 'row', cells.filter((_, column) => own(column, i)).join(' | ')]),
  );
  const report = {
    ...made,
    tables: [
      {
        caption: '',
        columns: [],
        rows: rows.map((cells, i) => ({
          block: i + 1,
          cells,
          own: cells.map((_, column) => own(column, i)),
        })),
      },
    ],
  };
  const view = tableView(report, report.blocks, new BlockPresenter(report, parseQuery('')));
  const keys = view.rows.map(({ cells }) => cells.findIndex(({ key }) => key));
  expect(new Set(keys).size).toBe(1);
  return keys[0] ?? -1;
}

it('knows the column that says what a row is about: words, in each row its own, and no prose', () => {
  const rows = [
    ['1', '工业', '81'],
    ['2', '农业', '18'],
  ];
  expect(keyOf(rows)).toBe(1);
  const grouped = [
    ['经济', '工业', '81'],
    ['经济', '农业', '18'],
  ];
  expect(keyOf(grouped, (column, row) => column > 0 || row === 0)).toBe(1);
  expect(keyOf(grouped)).toBe(0);
  expect(keyOf([['1', '2', '3']])).toBe(-1);
  expect(keyOf([['1', '很长的一段话'.repeat(9), '甲']])).toBe(-1);
});
