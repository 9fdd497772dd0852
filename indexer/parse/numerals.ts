/** The numerals that open headings, outermost style first. */
export const NUMERAL_STYLES = [
  'chapter',
  'han',
  'ordinal',
  'bracketed',
  'arabic',
  'bracketedArabic',
] as const;
export type NumeralStyle = (typeof NUMERAL_STYLES)[number];

export interface Numeral {
  readonly style: NumeralStyle;
  readonly value: number;
  /** As written, with the punctuation that belongs to it. */
  readonly text: string;
}

const HAN = '[一二三四五六七八九十]{1,3}';
const PATTERNS: Readonly<Record<NumeralStyle, RegExp>> = {
  chapter: new RegExp(`^第(${HAN})(?:部分|章|篇)[：:、，\\s]*`, 'u'),
  han: new RegExp(`^(${HAN})(?:[、.．]\\s*|\\u3000+|$)`, 'u'),
  ordinal: new RegExp(`^第(${HAN})[，、]\\s*`, 'u'),
  bracketed: new RegExp(`^[（(]\\s*(${HAN})\\s*[）)]\\s*[、，]?\\s*`, 'u'),
  arabic: /^(\d{1,2})(?:[、．]|\.(?!\d)|\s*[.．]\s+)\s*/u,
  bracketedArabic: /^[（(](\d{1,2})[）)]\s*/u,
};

/** The numeral a text opens with, or undefined. */
export function numeralOf(text: string): Numeral | undefined {
  for (const style of NUMERAL_STYLES) {
    const match = PATTERNS[style].exec(text);
    if (match) return { style, value: numberOf(match[1] ?? ''), text: match[0] };
  }
  return undefined;
}

const HAN_DIGITS = '〇一二三四五六七八九';

/** The number a numeral such as 3 or 二十一 stands for; NaN for anything else. */
function numberOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const ten = numeral.includes('十') ? (tens === '' ? 1 : HAN_DIGITS.indexOf(tens ?? '')) : 0;
  const one = ones === '' || ones === undefined ? 0 : HAN_DIGITS.indexOf(ones);
  return ten * 10 + one;
}
