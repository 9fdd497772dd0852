import { expect, it } from 'vitest';
import { termsOfBlock, toDocument } from '../../../engine/document.ts';
import { makeReport } from '../../fixtures/collection.ts';

const PLACE = { city: '甲州市', province: '四川省', adcode: '510100', year: 2025 };

it('has the terms of a block sentence by sentence, those of a heading twice', () => {
  const report = makeReport(PLACE, [
    ['review', 'paragraph', '甲乙。丙'],
    ['review', 'heading', '丁戊'],
  ]);
  const { blocks } = toDocument(report, []);
  expect(blocks.map((block) => termsOfBlock(block))).toEqual([
    [['甲乙', '乙'], ['丙']],
    [
      ['丁戊', '戊'],
      ['¶丁戊', '¶戊'],
    ],
  ]);
});
