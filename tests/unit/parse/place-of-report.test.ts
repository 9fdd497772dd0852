import { describe, expect, it } from 'vitest';
import { placeOfReport } from '../../../indexer/parse/place-of-report.ts';
import { placeByAdcode, placesByName } from '../../../report/places.ts';

describe('placeOfReport', () => {
  it.each([
    ['关于重庆市綦江区2025年计划执行情况的报告', '500110'],
    ['自贡市人民政府2025年政府工作报告', '510300'],
    ['2026年重庆市政府工作报告', '500000'],
    ['——2026年1月28日在云南省第十四届人民代表大会第四次会议上', '530000'],
    ['内蒙古自治区主席 王莉霞', '150000'],
    ['2024年中华人民共和国国务院政府工作报告', '100000'],
    ['资阳2024年政府工作报告', '512000'],
    ['——2010年1月20日在重庆市綦江县第十五届人民代表大会第四次会议上', '500110'],
    ['襄樊市2009年政府工作报告', '420600'],
    ['——2018年1月12日在鶴慶縣第十七屆人民代表大會第二次會議上', '532932'],
  ])('%s', (line, adcode) => {
    expect(placeOfReport({ lines: [line], text: '' })).toMatchObject({ value: { adcode }, evidence: line });
  });

  it('tells places of one name apart by what the text names around them', () => {
    const text = '现在，我代表区人民政府，向大会报告工作。长春的发展离不开朝阳。';
    expect(placeOfReport({ lines: ['朝阳区政府工作报告'], text })?.value.adcode).toBe('220104');
  });

  it('takes the place that a text without a title names most, at the level of the government that speaks', () => {
    const text =
      '我代表市人民政府，向大会报告工作。成都、资阳协同发展。资阳市优化营商环境，安岳县、资阳高新区合作。';
    expect(placeOfReport({ lines: [], text })).toEqual({
      value: placeByAdcode('512000'),
      evidence: '“资阳”出现 3 次',
    });
  });

  it('isn’t misled by what the State Council commends', () => {
    const text = '各位代表：现在，我代表县人民政府向大会报告工作。农村公路建设受国务院督查激励。';
    const lines = ['——2026年1月15日在平江县第十八届人民代表大会第五次会议上'];
    expect(placeOfReport({ lines, text })?.value.adcode).toBe('430626');
    expect(placeOfReport({ lines: [], text: '现在，我代表国务院，向大会报告政府工作。' })?.value.adcode).toBe(
      '100000',
    );
  });

  it('doesn’t take 县委和县政协 for 和县', () => {
    const text =
      '我代表县人民政府，请县政协委员和县直部门提出意见。县委和县人大、县委和县政协支持。平江县发展，平江人。';
    expect(placeOfReport({ lines: [], text })?.value.adcode).toBe('430626');
    expect(placeOfReport({ lines: ['和县人民政府2026年政府工作报告'], text: '' })?.value.adcode).toBe(
      '340523',
    );
    expect(placeOfReport({ lines: ['安徽省和县政府工作报告'], text: '' })?.value.adcode).toBe('340523');
  });

  it('knows none from words that are also short names', () => {
    expect(placeOfReport({ lines: [], text: '加强合作，建设平安社会，公安、共和、惠民。' })).toBeNull();
  });
});

describe('places', () => {
  it.each([
    ['资阳', ['资阳市', '资阳区']],
    ['资阳市', ['资阳市']],
    ['凉山州', ['凉山彝族自治州']],
    ['内蒙古', ['内蒙古自治区']],
    ['荣县', ['荣县']],
    ['朝阳区', ['朝阳区', '朝阳区']],
    ['市辖区', []],
  ])('named %s', (name, found) => {
    expect(placesByName(name).map((place) => place.name)).toEqual(found);
  });

  it('know their province and level', () => {
    expect(placeByAdcode('500110')).toMatchObject({ name: '綦江区', province: '重庆市', level: '县级' });
    expect(placeByAdcode('500000')).toMatchObject({ province: '重庆市', level: '省级' });
    expect(placeByAdcode('100000')).toMatchObject({ name: '全国', province: null, level: '国家级' });
    expect(placeByAdcode('429004')).toMatchObject({ name: '仙桃市', province: '湖北省', level: '县级' });
  });
});
