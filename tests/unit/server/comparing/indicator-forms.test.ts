import { describe, expect, it } from 'vitest';
import { formsOf } from '../../../../server/comparing/indicator-forms.ts';
import { targetsAndResults } from '../../../../server/comparing/targets.ts';
import { makeReport } from '../../../fixtures/collection.ts';

const PLACE = { city: '甲州市', province: '四川省', adcode: '510100' };

/** What the results of an indicator are, where its target and a sentence of the next year are these. */
function resultNames(target: string, result: string): readonly string[] {
  const found = targetsAndResults([
    makeReport({ ...PLACE, year: 2024 }, [['targets', 'paragraph', `${target}增长6%。`]]),
    makeReport({ ...PLACE, year: 2025 }, [['review', 'paragraph', `去年，${result}增长7%。`]]),
  ]);
  return found?.shared.flatMap((indicator) => indicator.resultNames) ?? [];
}

const SAME = [
  ['规模以上工业增加值', '规上工业增加值'],
  ['全社会固定资产投资', '固定资产投资'],
  ['一般公共预算收入', '地方一般公共预算收入'],
  ['粮食产量', '粮食总产量'],
  ['单位地区生产总值能耗', '万元地区生产总值能耗'],
  ['单位GDP能耗', '单位地区生产总值能耗'],
  ['地区生产总值', 'GDP'],
  ['生产总值', '地区生产总值'],
  ['城镇居民人均可支配收入', '城镇常住居民人均可支配收入'],
  ['外贸进出口总额', '进出口总值'],
  ['居民消费价格总水平', '居民消费价格'],
] as const;

describe('one indicator in other words', () => {
  it.each([...SAME, ...SAME.map(([a, b]) => [b, a] as const)])(
    '%s has its result in %s',
    (target, result) => {
      expect(resultNames(target, result)).toEqual([result]);
    },
  );

  it.each(['全市', '全省', '全县', '全区', '我市'])('may have %s before it', (place) => {
    expect(resultNames('规模以上工业增加值', `${place}规上工业增加值`)).toEqual(['规上工业增加值']);
  });
});

describe('other indicators', () => {
  it.each([
    ['城镇居民人均可支配收入', '农村居民人均可支配收入'],
    ['居民人均可支配收入', '农村居民人均可支配收入'],
    ['居民收入', '城乡居民收入'],
    ['城镇居民人均可支配收入', '居民人均可支配收入'],
    ['一般公共预算收入', '一般公共预算支出'],
    ['一般公共预算收入', '税收收入'],
    ['一般公共预算收入', '一般公共预算总收入'],
    ['生产总值', '单位生产总值能耗'],
    ['地区生产总值', '单位GDP能耗'],
    ['地区生产总值', '人均GDP'],
    ['规模以上工业增加值', '工业增加值'],
    ['规模以上工业增加值', '规上工业企业利润总额'],
    ['固定资产投资', '工业固定资产投资'],
    ['城镇登记失业率', '城镇调查失业率'],
    ['进出口总额', '出口总额'],
    ['常住人口城镇化率', '户籍人口城镇化率'],
  ])('%s has none in %s', (target, result) => {
    for (const [a, b] of [
      [target, result],
      [result, target],
    ] as const) {
      expect(resultNames(a, b)).toEqual([]);
    }
  });
});

describe('forms', () => {
  it('are the same, whichever of them is asked for, and no name is of two indicators', () => {
    for (const [name] of SAME) {
      for (const form of formsOf(name)) expect(formsOf(form)).toBe(formsOf(name));
    }
  });

  it('are the name alone where nothing is known of it', () => {
    expect(formsOf('森林覆盖率')).toEqual(['森林覆盖率']);
  });
});
