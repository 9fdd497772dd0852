import { describe, expect, it } from 'vitest';
import { placeOfReport, whyNoPlace } from '../../../indexer/parse/place-of-report.ts';
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

  it.each([
    ['安徽省马鞍山市和县政府工作报告', '340523'],
    ['长春市朝阳区2026年政府工作报告', '220104'],
    ['辽宁省朝阳县政府工作报告', '211321'],
    ['徐州市鼓楼区政府工作报告', '320302'],
    ['辽源市西安区政府工作报告', '220403'],
    ['陕西西安2026年政府工作报告', '610100'],
    ['乐山市市中区政府工作报告', '511102'],
    ['吉林省吉林市政府工作报告', '220200'],
    ['上海市浦东新区政府工作报告', '310115'],
    ['恩施土家族苗族自治州政府工作报告', '422800'],
    ['恩施州政府工作报告', '422800'],
    ['恩施市政府工作报告', '422801'],
    ['鄂伦春自治旗政府工作报告', '150723'],
    ['鄂伦春旗政府工作报告', '150723'],
    ['中华人民共和国香港特别行政区行政长官施政报告', '810000'],
    ['国务院总理 李强', '100000'],
    ['——1954年9月23日在第一届全国人民代表大会第一次会议上', '100000'],
  ])('tells %s from places whose names contain it', (line, adcode) => {
    const text = '北京市、上海市、广东省、成都市都来考察，北京市、上海市给予支持。';
    expect(placeOfReport({ lines: [line], text })?.value.adcode).toBe(adcode);
  });

  it.each([
    ['朝阳区政府工作报告', '“朝阳区”不止一处：北京市朝阳区（110105）、吉林省长春市朝阳区（220104）。'],
    ['成都高新区2026年工作报告', '行政区划表里没有“成都高新区”。'],
    ['济宁市市中区政府工作报告', '行政区划表里没有“济宁市市中区”。'],
    ['天府新区2026年工作报告', '行政区划表里没有“天府新区”。'],
    ['新疆生产建设兵团2026年工作报告', '行政区划表里没有“新疆生产建设兵团”。'],
  ])('doesn’t guess for %s', (line, why) => {
    const clues = { lines: [line], text: '广州市发展，广州市、广州进步。' };
    expect(placeOfReport(clues)).toBeNull();
    expect(whyNoPlace(clues)).toBe(why);
  });

  it('doesn’t take 我市, 全区 or a government without its name for a place of its own', () => {
    for (const line of ['市政府工作报告', '全区2026年政府工作报告', '自治区2026年政府工作报告']) {
      expect(whyNoPlace({ lines: [line], text: '' })).toBe('');
    }
  });

  it('asks the meeting where the title has a name of several places', () => {
    const lines = ['朝阳区政府工作报告', '——2026年1月6日在长春市朝阳区第二十届人民代表大会第五次会议上'];
    expect(placeOfReport({ lines, text: '' })?.value.adcode).toBe('220104');
  });

  it('understands a short name at the level of the government that speaks', () => {
    const at = (level: string) =>
      placeOfReport({ lines: ['吉林2026年政府工作报告'], text: `现在，我代表${level}人民政府报告工作。` });
    expect(at('省')?.value.adcode).toBe('220000');
    expect(at('市')?.value.adcode).toBe('220200');
  });

  it('finds a province that names many cities', () => {
    const text =
      '现在，我代表省人民政府报告工作。成都市、绵阳市、成都市、成都市、宜宾市、成都市竞相发展。四川省委领导，四川制造。';
    expect(placeOfReport({ lines: [], text })?.value.adcode).toBe('510000');
  });

  it('doesn’t take a place named in passing, or as often as another, for the report’s', () => {
    const opening = '现在，我代表市人民政府报告工作。';
    expect(placeOfReport({ lines: [], text: `${opening}我们学习上海市的经验。` })).toBeNull();
    expect(placeOfReport({ lines: [], text: `${opening}成都市、资阳市、成都市、资阳市合作。` })).toBeNull();
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
