import { plain } from './plain.ts';

/** Years and dates as reports write them. */

const HAN_YEAR_DIGITS = '〇一二三四五六七八九';
/** 二〇二六, 二零二六; 二0二六 by those who can't find the circle. */
const HAN_YEAR = /[〇○零Ｏ0０一二三四五六七八九]{4}(?=年)/gu;
const HAN_SMALL_NUMBER = /[一二三四五六七八九十]{1,3}(?=[月日])/gu;

/** A text without white space, its years in digits: 二〇二五年 has no 五年 in it. */
export function plainYears(text: string): string {
  return plain(text)
    .replace(/\s+/gu, '')
    .replace(HAN_YEAR, (year) => Array.from(year, (c) => Math.max(0, HAN_YEAR_DIGITS.indexOf(c))).join(''));
}

/**
 * The text of a title or a date line without white space, in half-width characters, with the numbers of
 * its date in digits: 二〇二六年一月二十八日 → 2026年1月28日.
 */
export function plainDates(text: string): string {
  return plainYears(text)
    .replace(HAN_SMALL_NUMBER, (number) => String(smallNumber(number)))
    .normalize('NFKC');
}

function smallNumber(han: string): number {
  const [tens, ones = ''] = han.includes('十') ? han.split('十') : ['0', han];
  const ten = tens === '' ? 1 : Math.max(0, HAN_YEAR_DIGITS.indexOf(tens ?? ''));
  return ten * 10 + Math.max(0, ones === '' ? 0 : HAN_YEAR_DIGITS.indexOf(ones));
}

const FULL_DATE = /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日/u;

/** The first full date of a text as YYYY-MM-DD, or null. */
export function dateIn(text: string): string | null {
  const match = FULL_DATE.exec(plainDates(text));
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const YEAR = /(?<!\d)((?:19|20)\d{2})(?=年)/gu;

/** The years a text names, in order. */
export function yearsIn(text: string): number[] {
  return Array.from(plainDates(text).matchAll(YEAR), (match) => Number(match[1]));
}
