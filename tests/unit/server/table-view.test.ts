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
