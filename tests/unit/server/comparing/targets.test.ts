import { describe, expect, it } from 'vitest';
import { indicatorsOf } from '../../../../server/comparing/indicators.ts';
import { type Passage, targetsAndResults } from '../../../../server/comparing/targets.ts';
import { type BlockSketch, makeReport } from '../../../fixtures/collection.ts';

const PLACE = { city: '甲州市', province: '四川省', adcode: '510100' };
const reportOf = (year: number, blocks: BlockSketch[], place = PLACE) =>
  makeReport({ ...place, year }, blocks);
const namesIn = (...texts: string[]) =>
  indicatorsOf(
    reportOf(
      2024,
      texts.map((text) => ['targets', 'paragraph', text]),
    ).blocks,
  );

describe('indicators', () => {
  it('are what targets are set for, in the words of the text', () => {
    expect(
      namesIn(
        '今年全市经济社会发展主要预期目标是：地区生产总值增长6%左右，规模以上工业增加值增速高于全省平均水平，城镇新增就业1.7万人，居民消费价格涨幅3%左右；城镇登记失业率控制在4%以内。',
      ),
    ).toEqual(['地区生产总值', '规模以上工业增加值', '城镇新增就业', '居民消费价格', '城镇登记失业率']);
  });

  it('are named without what stands before them, and each once', () => {
    expect(
      namesIn('确保全年粮食产量稳定在145万吨。', '力争粮食产量增长2%，农村居民人均可支配收入均增长7%'),
    ).toEqual(['粮食产量', '农村居民人均可支配收入']);
  });

  it('aren’t short words, and not what no figure or aim follows', () => {
    expect(namesIn('投资增长5%，我们要坚定信心，出口10亿元。')).toEqual([]);
  });

  it('are found in the rows of a table', () => {
    const rows = reportOf(2024, [['targets', 'row', '地区生产总值 | 增长6% | 预期性']]).blocks;
    expect(indicatorsOf(rows)).toEqual(['地区生产总值']);
  });
});

describe('targets and results', () => {
  const earlier = reportOf(2024, [
    ['review', 'paragraph', '地区生产总值增长9%。'],
    ['targets', 'paragraph', '地区生产总值增长6%，突破千亿元；城镇新增就业2万人，粮食产量90万吨。加油。'],
  ]);
  const later = reportOf(2025, [
    ['review', 'paragraph', '迈上台阶。全市地区生产总值1001亿元，增长6.2%。城镇新增就业 2.1万人。'],
    ['tasks', 'paragraph', '粮食产量90万吨。'],
  ]);
  const textOf = ({ block, within }: Passage) => block.text.slice(...within);

  it('are aligned where both name an indicator with the same words, in these sections only', () => {
    const found = targetsAndResults([earlier, later]);
    expect(
      found?.shared.map(({ name, targets, results }) => [name, targets.map(textOf), results.map(textOf)]),
    ).toEqual([
      ['地区生产总值', ['地区生产总值增长6%，突破千亿元'], ['全市地区生产总值1001亿元，增长6.2%。']],
      ['城镇新增就业', ['城镇新增就业2万人'], ['城镇新增就业 2.1万人。']],
    ]);
    expect(found?.unshared).toEqual(['粮食产量']);
  });

  it('are the same whichever report is named first', () => {
    expect(targetsAndResults([later, earlier])).toEqual(targetsAndResults([earlier, later]));
  });

  it.each([
    ['another place', reportOf(2025, [['review', 'paragraph', '好。']], { ...PLACE, adcode: '510300' })],
    ['a later year', reportOf(2026, [['review', 'paragraph', '好。']])],
    ['the same year', reportOf(2024, [['review', 'paragraph', '好。']])],
    ['no results', reportOf(2025, [['tasks', 'paragraph', '好。']])],
  ])('are not there for %s', (_, other) => {
    expect(targetsAndResults([earlier, other])).toBeNull();
  });
});
