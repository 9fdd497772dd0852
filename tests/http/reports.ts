import type { Report } from '../../report/types.ts';
import { makeReport } from '../fixtures/collection.ts';

const SKETCH = makeReport({ city: '丙山县', province: '贵州省', adcode: '520123', year: 2024 }, [
  ['review', 'paragraph', '推进双碳工作，双碳成效明显，未注之词。'],
  ['review', 'caption', '表1 主要指标'],
  ['review', 'columns', '类别 | 指标名称 | 完成情况'],
  ['review', 'row', '经济 | GDP增速 | 6.3'],
  ['review', 'row', '投资增速 | 7.1'],
  ['review', 'row', '交通：建成道路。'],
  ['glossary', 'gloss', '1.双碳：碳达峰与碳中和。'],
]);

/** A report with footnotes, a table with a merged cell, and a box. */
export const ANNOTATED: Report = {
  ...SKETCH,
  blocks: SKETCH.blocks.map((block) => {
    const notes = [
      { offset: 4, number: 1 },
      { offset: 9, number: 1 },
      { offset: 18, number: 9 },
    ];
    return block.number === 1 ? { ...block, notes } : block;
  }),
  tables: [
    {
      caption: '表1 主要指标',
      columns: ['类别', '指标名称', '完成情况'],
      rows: [
        { block: 4, cells: ['经济', 'GDP增速', '6.3'], own: [true, true, true] },
        { block: 5, cells: ['经济', '投资增速', '7.1'], own: [false, true, true] },
      ],
    },
    {
      caption: '',
      columns: [],
      rows: [{ block: 6, cells: ['交通', '交通：建成道路。'], own: [false, true] }],
    },
  ],
  glossary: [{ number: 1, term: '双碳', definition: '碳达峰与碳中和。', block: 7 }],
};

/** 200 places in 20 provinces, a report each, over 30 years; later provinces have fewer hits. */
export function manyPlaces(): Report[] {
  return Array.from({ length: 200 }, (_, i) => {
    const province = 11 + (i % 20);
    const adcode = `${province}${String(Math.floor(i / 20)).padStart(4, '0')}`;
    const text = i < 100 || i % 20 < 8 ? '推动发展。' : '开展工作。';
    return makeReport({ city: `第${adcode}市`, province: `第${province}省`, adcode, year: 2024 - (i % 30) }, [
      ['review', 'paragraph', text],
    ]);
  });
}
