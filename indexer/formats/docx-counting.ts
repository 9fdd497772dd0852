/** Numbers as Word writes them in front of paragraphs, by the names that the file format has for them. */

const DIGITS = '〇一二三四五六七八九';
const UNITS = ['', '十', '百', '千'] as const;
const LATER_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const LATER_UNITS = ['', '拾', '佰', '仟'] as const;
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const FULL_WIDTH = 0xfee0;
const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
  ] as const),
  ...([
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
];

const WRITERS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (value) => oneOf('①', 20, value),
  decimalEnclosedCircleChinese: (value) => oneOf('①', 20, value),
  decimalEnclosedFullstop: (value) => oneOf('⒈', 20, value),
  decimalEnclosedParen: (value) => oneOf('⑴', 20, value),
  ideographEnclosedCircle: (value) => oneOf('㊀', 10, value),
  numberInDash: (value) => `-${value}-`,
  upperLetter: (value) => letter(value),
  lowerLetter: (value) => letter(value).toLowerCase(),
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value).toLowerCase(),
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseCounting: counted,
  chineseCountingThousand: counted,
  japaneseCounting: counted,
  taiwaneseCounting: counted,
  taiwaneseCountingThousand: counted,
  chineseLegalSimplified: (value) => count(value, LATER_DIGITS, LATER_UNITS),
  ideographLegalTraditional: (value) => count(value, LATER_DIGITS, LATER_UNITS),
  ideographTraditional: (value) => STEMS[value - 1] ?? String(value),
  ideographZodiac: (value) => BRANCHES[value - 1] ?? String(value),
};

/** A number in one of Word's formats (`w:numFmt`); in figures where the format isn't known. */
export function writeNumber(value: number, format: string): string {
  return (Object.hasOwn(WRITERS, format) ? WRITERS[format] : undefined)?.(value) ?? String(value);
}

/** 十一, 二十, 一百〇五. */
function counted(value: number): string {
  return count(value, DIGITS, UNITS).replace(/^一(?=十)/u, '');
}

function count(value: number, digits: string, units: readonly string[]): string {
  if (value < 1 || value > 9999) return String(value);
  const figures = [...String(value)];
  const written = figures.map((figure, i) =>
    figure === '0' ? digits[0] : `${digits[Number(figure)]}${units[figures.length - 1 - i]}`,
  );
  const zeros = new RegExp(`${digits[0]}+`, 'gu');
  return written
    .join('')
    .replace(zeros, digits[0] as string)
    .replace(new RegExp(`${digits[0]}$`, 'u'), '');
}

/** 一〇 for ten. */
function digitByDigit(value: number): string {
  return String(value).replace(/\d/g, (figure) => DIGITS[Number(figure)] as string);
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (figure) => String.fromCharCode(figure.charCodeAt(0) + FULL_WIDTH));
}

/** The character so many places behind the first of a row. */
function oneOf(first: string, length: number, value: number): string {
  if (value < 1 || value > length) return String(value);
  return String.fromCodePoint((first.codePointAt(0) as number) + value - 1);
}

/** A … Z, AA, BB … */
function letter(value: number): string {
  if (value < 1) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  let rest = value;
  let written = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      written += sign;
      rest -= worth;
    }
  }
  return written;
}
