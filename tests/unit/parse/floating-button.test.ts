import { expect, it } from 'vitest';
import { removeFloatingButton } from '../../../indexer/parse/floating-button.ts';
import { lines, texts } from './lines.ts';

it('removes a button that was caught again and again, on lines of its own and inside lines', () => {
  const { value, repairs, dropped } = removeFloatingButton(
    lines(
      '译',
      '加快审批，译健全完善国土空间规划体系。',
      '译',
      '为经济增长蓄能加力。译',
      '译',
      '翻译服务和译文质量。',
    ),
  );
  expect(texts(value)).toEqual([
    '加快审批，健全完善国土空间规划体系。',
    '为经济增长蓄能加力。',
    '翻译服务和译文质量。',
  ]);
  expect(repairs.map(({ line }) => line)).toEqual([2, 4]);
  expect(dropped.map(({ line }) => line)).toEqual([1, 3, 5]);
});

it('leaves a character alone that has a line of its own only once', () => {
  const { value } = removeFloatingButton(lines('译', '翻译，译介。'));
  expect(texts(value)).toEqual(['译', '翻译，译介。']);
});
