import { type Place, placeByAdcode } from './places.ts';

/** The single characters that stand for provinces, by the first two digits of their codes. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  11: '京',
  12: '津',
  13: '冀',
  14: '晋',
  15: '蒙',
  21: '辽',
  22: '吉',
  23: '黑',
  31: '沪申',
  32: '苏',
  33: '浙',
  34: '皖',
  35: '闽',
  36: '赣',
  37: '鲁',
  41: '豫',
  42: '鄂',
  43: '湘',
  44: '粤',
  45: '桂',
  46: '琼',
  50: '渝',
  51: '川蜀',
  52: '贵黔',
  53: '云滇',
  54: '藏',
  61: '陕秦',
  62: '甘陇',
  63: '青',
  64: '宁',
  65: '新',
  71: '台',
  81: '港',
  82: '澳',
};

const PROVINCES = new Map(
  Object.entries(ABBREVIATIONS).flatMap(([digits, characters]) =>
    [...characters].map((character) => [character, `${digits}0000`] as const),
  ),
);

/** The province that a single character stands for (川, 渝), or undefined. */
export function provinceByAbbreviation(character: string): Place | undefined {
  const adcode = PROVINCES.get(character);
  return adcode === undefined ? undefined : placeByAdcode(adcode);
}
