import { describe, expect, it } from 'vitest';
import { missingSections, type Passage, targetsAndResults } from '../../../../server/comparing/targets.ts';
import { type BlockSketch, makeReport } from '../../../fixtures/collection.ts';

const PLACE = { city: '甲州市', province: '四川省', adcode: '510100' };
const reportOf = (year: number, blocks: BlockSketch[], place = PLACE) =>
  makeReport({ ...place, year }, blocks);
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
    expect(found?.unshared.map(({ name }) => name)).toEqual(['粮食产量']);
  });

  it('are found under the name that the text leaves out, and not in another name', () => {
    const before = reportOf(2024, [
      ['targets', 'paragraph', '城镇、农村居民收入分别增长6%和7%，生产总值增长6%。'],
    ]);
    const after = reportOf(2025, [
      ['review', 'paragraph', '城镇居民收入增长6.1%。单位生产总值能耗下降。城乡居民收入比缩小。'],
    ]);
    const found = targetsAndResults([before, after]);
    expect(
      found?.shared.map(({ name, targets, results }) => [name, targets.map(textOf), results.map(textOf)]),
    ).toEqual([['城镇居民收入', ['城镇、农村居民收入分别增长6%和7%'], ['城镇居民收入增长6.1%。']]]);
    expect(found?.unshared.map(({ name }) => name)).toEqual(['农村居民收入', '生产总值']);
  });

  it('are told once where the text repeats them, and shown where they name nothing', () => {
    const text = '粮食产量90万吨，出口增长8%。';
    const before = reportOf(2024, [
      ['targets', 'paragraph', text],
      ['targets', 'paragraph', `说明：${text}`],
    ]);
    const found = targetsAndResults([before, later]);
    expect(found?.unshared.map(({ name }) => name)).toEqual(['粮食产量']);
    expect(found?.unread.map(textOf)).toEqual(['出口增长8%', '出口增长8%']);
  });

  it('are one where the targets name an indicator in two forms', () => {
    const before = reportOf(2024, [
      ['targets', 'paragraph', '地区生产总值增长6%。'],
      ['targets', 'paragraph', 'GDP突破千亿元。'],
    ]);
    expect(targetsAndResults([before, later])?.shared).toMatchObject([
      { name: '地区生产总值', targets: [{}, {}], resultNames: ['地区生产总值'] },
    ]);
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

  it('have sections that may be missing, which is told of neighbouring years only', () => {
    const bare = reportOf(2025, [['tasks', 'paragraph', '好。']]);
    expect(missingSections([bare, earlier])).toEqual([{ report: bare, section: 'review' }]);
    expect(missingSections([reportOf(2024, [['tasks', 'paragraph', '好。']]), later])).toMatchObject([
      { section: 'targets' },
    ]);
    expect(missingSections([earlier, later])).toEqual([]);
    expect(missingSections([earlier, reportOf(2026, [])])).toEqual([]);
  });
});
