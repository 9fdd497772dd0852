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

/** How deep a style of numerals stands: 0 for the outermost. */
export function depthOf(style: NumeralStyle): number {
  return NUMERAL_STYLES.indexOf(style);
}

export interface Numeral {
  readonly style: NumeralStyle;
  readonly value: number;
  /** As written, with the punctuation that belongs to it. */
  readonly text: string;
}

const HAN = '[一二三四五六七八九十]{1,3}';
const DIGIT = '[\\d０-９]';
const PATTERNS: Readonly<Record<NumeralStyle, RegExp>> = {
  chapter: new RegExp(`^第\\s?(${HAN})\\s?(?:部分|章|篇)[：:、，\\s]*`, 'u'),
  han: new RegExp(
    `^(${HAN})(?:\\s?[、.．]\\s*|\\u3000+|，(?=[^。；]{6,40}$)|\\s+(?![一二三四五六七八九十])(?=[^。；\\s]{4,40}$)|$)`,
    'u',
  ),
  ordinal: new RegExp(`^第\\s?(${HAN})\\s?[，、]\\s*`, 'u'),
  bracketed: new RegExp(`^[（(]\\s*(${HAN})\\s*[）)]\\s*[、，]?\\s*`, 'u'),
  arabic: new RegExp(`^(${DIGIT}{1,2})\\s*(?:、|[.．](?!${DIGIT})|[.．](?=\\s|(?:19|20)\\d{2}年))\\s*`, 'u'),
  bracketedArabic: new RegExp(`^[（(]\\s*(${DIGIT}{1,2})\\s*[）)]\\s*`, 'u'),
};
/** Numerals that are one character with their punctuation: ㈠, ⑴, ⒈. */
const WHOLE_NUMERAL = /^[㈠-㈩⑴-⒇⒈-⒛]/u;

/** The numeral a text opens with, or undefined. */
export function numeralOf(text: string): Numeral | undefined {
  const whole = WHOLE_NUMERAL.exec(text)?.[0];
  if (whole !== undefined) return { ...(numeralOf(whole.normalize('NFKC')) as Numeral), text: whole };
  for (const style of NUMERAL_STYLES) {
    const match = PATTERNS[style].exec(text);
    if (match) return { style, value: numberOf(match[1] ?? ''), text: match[0] };
  }
  return undefined;
}

const HAN_DIGITS = '〇一二三四五六七八九';

/** The number a numeral such as 3 or 二十一 stands for; NaN for anything else. */
function numberOf(numeral: string): number {
  const digits = numeral.normalize('NFKC');
  if (/^\d+$/.test(digits)) return Number(digits);
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const ten = numeral.includes('十') ? (tens === '' ? 1 : HAN_DIGITS.indexOf(tens ?? '')) : 0;
  const one = ones === '' || ones === undefined ? 0 : HAN_DIGITS.indexOf(ones);
  return ten * 10 + one;
}
