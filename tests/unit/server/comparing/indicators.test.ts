import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../report/types.ts';
import { isNamedAt } from '../../../../server/comparing/indicator-names.ts';
import { targetsIn } from '../../../../server/comparing/indicators.ts';
import { makeReport } from '../../../fixtures/collection.ts';
import { scoreOfTargets } from '../../../targets/score.ts';

const PLACE = { city: '甲州市', province: '四川省', adcode: '510100', year: 2024 };
const blockOf = (text: string, type: Block['type'] = 'paragraph') =>
  makeReport(PLACE, [['targets', type, text]]).blocks[0] as Block;

/** Indicators with what is said of them, and what couldn't be read. */
function read(text: string, type: Block['type'] = 'paragraph') {
  const { indicators, unread } = targetsIn(blockOf(text, type));
  return {
    said: indicators.map(({ name, said }) => `${name}：${text.slice(...said)}`),
    unread: unread.map((range) => text.slice(...range)),
  };
}
const namesIn = (text: string) => targetsIn(blockOf(text)).indicators.map(({ name }) => name);

describe('indicators', () => {
  it('are what targets are set for, in the words of the text', () => {
    expect(
      namesIn(
        '2024年全市经济社会发展主要预期目标是：地区生产总值增长6%左右，规模以上工业增加值增速高于全省平均水平，城镇新增就业1.7万人，居民消费价格涨幅3%左右；城镇登记失业率控制在4%以内，CPI涨幅2%，PM2.5平均浓度下降。',
      ),
    ).toEqual([
      '地区生产总值',
      '规模以上工业增加值',
      '城镇新增就业',
      '居民消费价格',
      '城镇登记失业率',
      'CPI',
      'PM2.5平均浓度',
    ]);
  });

  it('are named without what stands before and behind them', () => {
    expect(
      namesIn('确保全年粮食产量稳定在145万吨，完成省下达的单位能耗降低目标，出口总额小幅增长。'),
    ).toEqual(['粮食产量', '单位能耗', '出口总额']);
  });

  it('share what is said of several', () => {
    expect(read('一般公共预算收入、城乡居民收入增长与经济增长基本同步，粮食产量90万吨。').said).toEqual([
      '一般公共预算收入：一般公共预算收入、城乡居民收入增长与经济增长基本同步',
      '城乡居民收入：一般公共预算收入、城乡居民收入增长与经济增长基本同步',
      '粮食产量：粮食产量90万吨',
    ]);
    expect(read('固定资产投资和进出口总额均增长16%').said).toEqual([
      '固定资产投资：固定资产投资和进出口总额均增长16%',
      '进出口总额：固定资产投资和进出口总额均增长16%',
    ]);
  });

  it('have their whole name where the text leaves out what two have in common', () => {
    expect(namesIn('城镇、农村居民人均可支配收入分别增长6%和7.5%')).toEqual([
      '城镇居民人均可支配收入',
      '农村居民人均可支配收入',
    ]);
    expect(namesIn('长江、黄河、澜沧江出省境断面水质稳定保持Ⅱ类')).toEqual([
      '长江出省境断面水质',
      '黄河出省境断面水质',
      '澜沧江出省境断面水质',
    ]);
    const text = '城镇、农村居民人均可支配收入分别增长6%和7.5%';
    expect(targetsIn(blockOf(text)).indicators.map(({ named }) => text.slice(...named))).toEqual([
      '城镇',
      '农村居民人均可支配收入',
    ]);
  });

  it('have what more is said of them, and nothing of another', () => {
    expect(
      read('生产总值1238亿元，增长9.5%，力争突破1300亿元；城镇新增就业2.8万人、调查失业率5.5%、力争更低')
        .said,
    ).toEqual([
      '生产总值：生产总值1238亿元，增长9.5%，力争突破1300亿元',
      '城镇新增就业：城镇新增就业2.8万人',
      '调查失业率：调查失业率5.5%、力争更低',
    ]);
    expect(read('进出口总额增长12%，其中出口7.7亿美元，增长17%。')).toEqual({
      said: ['进出口总额：进出口总额增长12%'],
      unread: ['其中出口7.7亿美元，增长17%'],
    });
  });

  it('aren’t what it is put beside, nor what is no measure', () => {
    expect(namesIn('居民收入与经济同步增长，居民消费价格指数与国家价格调控目标保持衔接。')).toEqual([
      '居民收入',
      '居民消费价格指数',
    ]);
    expect(namesIn('我们将以最大的努力实现最好的结果，经过努力是完全可以实现的，投资增长5%。')).toEqual([]);
  });

  it('are found in the rows of a table, and not in its heading', () => {
    expect(read('1 | GDP增速（%） | 6 | 预期性', 'row').said).toEqual(['GDP：GDP增速（%） | 6 | 预期性']);
    expect(read('9 | 科技型企业（家） | 100', 'row')).toEqual({
      said: [],
      unread: ['9 | 科技型企业（家） | 100'],
    });
    expect(read('二、2024年生产总值增长6%', 'heading')).toEqual({ said: [], unread: [] });
  });

  it('are said to be unknown where a target names none', () => {
    expect(
      read(
        '主要预期目标是：生产总值增长6%，出口增长8%，争取更好结果。完成省下达的节能减排任务。2023年基数低。',
      ).unread,
    ).toEqual(['出口增长8%', '完成省下达的节能减排任务']);
  });
});

describe('targets of twenty reports, read by hand', () => {
  const score = scoreOfTargets();

  it('are read without many mistakes', () => {
    expect([score.reports, score.written]).toEqual([20, 199]);
    expect(score.right / score.read).toBeGreaterThan(0.97);
    expect(score.right / score.written).toBeGreaterThan(0.96);
  });

  it('are all shown where they name no indicator', () => {
    expect(score.lost).toEqual([]);
  });
});

describe('the name of an indicator', () => {
  const stands = (text: string, name: string) => {
    const from = text.indexOf(name);
    return isNamedAt(text, [from, from + name.length]);
  };

  it.each([
    ['预计全市地区生产总值增长6.2%', '地区生产总值'],
    ['实现地区生产总值1001亿元', '地区生产总值'],
    ['高于预期，城镇新增就业人数达到2万人', '城镇新增就业'],
    ['居民消费价格总水平上涨2%', '居民消费价格'],
    ['城镇登记失业率和居民消费价格低于全国', '居民消费价格'],
  ])('stands in %s', (text, name) => {
    expect(stands(text, name)).toBe(true);
  });

  it.each([
    ['单位生产总值能耗下降3%', '生产总值'],
    ['生产总值能耗下降3%', '生产总值'],
    ['研发投入占地区生产总值的2%', '生产总值'],
    ['个私经济增加值占全市GDP的比重由30.7%上升到35%', 'GDP'],
    ['地方一般公共预算收入增长3%', '一般公共预算收入'],
    ['城乡居民收入比缩小', '城乡居民收入'],
  ])('is part of another in %s', (text, name) => {
    expect(stands(text, name)).toBe(false);
  });
});
