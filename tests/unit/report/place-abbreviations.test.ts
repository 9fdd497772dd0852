import { describe, expect, it } from 'vitest';
import { provinceByAbbreviation } from '../../../report/place-abbreviations.ts';

describe('provinceByAbbreviation', () => {
  it.each([
    ['川', '四川省'],
    ['渝', '重庆市'],
    ['粤', '广东省'],
    ['京', '北京市'],
    ['沪', '上海市'],
    ['申', '上海市'],
    ['桂', '广西壮族自治区'],
    ['新', '新疆维吾尔自治区'],
  ])('%s is %s', (character, province) => {
    expect(provinceByAbbreviation(character)?.name).toBe(province);
  });

  it('knows every province of the mainland, and nothing else', () => {
    const all = [...'京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新'];
    const provinces = all.map((character) => provinceByAbbreviation(character));
    expect(new Set(provinces.map((place) => place?.adcode)).size).toBe(31);
    expect(provinces.every((place) => place?.level === '省级')).toBe(true);
    for (const other of ['市', '四川', '', 'constructor'])
      expect(provinceByAbbreviation(other)).toBeUndefined();
  });
});
