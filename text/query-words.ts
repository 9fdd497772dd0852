/** A word of a query as typed, with what was typed around it. Offsets are UTF-16. */
export interface TypedWord {
  readonly kind: 'word';
  /** Without minus, field and quotation marks. */
  readonly text: string;
  readonly quoted: boolean;
  /** Whether a minus stands before it. */
  readonly minus: boolean;
  readonly field: Field | null;
  readonly start: number;
  readonly end: number;
}

/** `OR`, `|` or `NEAR`. */
export interface Operator {
  readonly kind: 'or' | 'near';
  readonly start: number;
  readonly end: number;
}

export type FilterField = 'city' | 'province' | 'year' | 'section' | 'kind';
type Field = 'heading' | FilterField;

const FIELDS: Readonly<Record<string, Field>> = {
  标题: 'heading',
  heading: 'heading',
  title: 'heading',
  城市: 'city',
  地区: 'city',
  city: 'city',
  省份: 'province',
  province: 'province',
  年份: 'year',
  year: 'year',
  章节: 'section',
  section: 'section',
  类型: 'kind',
  kind: 'kind',
};

const FIELD = new RegExp(`(${Object.keys(FIELDS).join('|')}):\\s*(?=[^\\s|])`, 'iuy');
const OPERATOR = /(?:(?<or>OR|\|+)|NEAR)(?=\s|$|(?<=\|))/uy;
const SPACE = /\s+/uy;
/** Up to the next space, bar or quotation mark that always opens a quotation. */
const PLAIN = /[^\s|"]+/uy;
/** A quotation amid a word, and nothing to keep together in it: text that was pasted. */
const QUOTED_INSIDE = /"[^\s|"]+"/uy;
const ENDS_WORD = /[\s|]/u;

/** Quotation marks that are an operator only around whole words: text has them too. */
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '”': '”', '「': '」', '『': '』', '〝': '〞' };

/**
 * Cuts a query into words and operators.
 * @returns them in order, and whether a quotation mark was left open (the quotation then goes on to the end).
 */
export function readWords(text: string): { words: (TypedWord | Operator)[]; open: boolean } {
  const reader = new Reader(text);
  const words: (TypedWord | Operator)[] = [];
  for (let word = reader.next(); word !== null; word = reader.next()) words.push(word);
  return { words, open: reader.open };
}

/** Whether a word is the name of a field and its colon, with nothing behind. */
export function isFieldAlone(text: string): boolean {
  const plain = foldSigns(text);
  return plain.endsWith(':') && FIELDS[plain.slice(0, -1).toLowerCase()] !== undefined;
}

class Reader {
  open = false;
  readonly #text: string;
  /** The same text, sign by sign, with the forms that mean the same made one. */
  readonly #plain: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#plain = foldSigns(text);
  }

  next(): TypedWord | Operator | null {
    this.#skip(SPACE);
    if (this.#at >= this.#text.length) return null;
    const start = this.#at;
    const operator = this.#take(OPERATOR);
    if (operator) return { kind: operator.groups?.or ? 'or' : 'near', start, end: this.#at };
    const minus = this.#takeMinus();
    const name = this.#take(FIELD)?.[1]?.toLowerCase();
    const field = name === undefined ? null : (FIELDS[name] ?? null);
    const { value, quoted } = this.#takeValue();
    return { kind: 'word', text: value, quoted, minus, field, start, end: this.#at };
  }

  /** A minus excludes what follows it at once; before a space, or repeated, it is a sign like others. */
  #takeMinus(): boolean {
    const excludes = this.#plain[this.#at] === '-' && /[^\s|-]/u.test(this.#plain[this.#at + 1] ?? ' ');
    if (excludes) this.#at += 1;
    return excludes;
  }

  #takeValue(): { value: string; quoted: boolean } {
    const start = this.#at;
    const close = this.#closeOfQuotation();
    if (close !== null) {
      this.#at = Math.min(close + 1, this.#text.length);
      return { value: this.#text.slice(start + 1, close), quoted: true };
    }
    this.#skip(PLAIN);
    if (this.#at === start) this.#at += 1;
    else while (this.#take(QUOTED_INSIDE)) this.#skip(PLAIN);
    return { value: this.#text.slice(start, this.#at), quoted: false };
  }

  /** Where the quotation that starts here is closed; null where none starts. */
  #closeOfQuotation(): number | null {
    const mark = this.#plain[this.#at] as string;
    if (mark === '"') {
      const close = this.#plain.indexOf('"', this.#at + 1);
      if (close >= 0) return close;
      this.open = true;
      return this.#text.length;
    }
    const close = PAIRS[mark] === undefined ? null : closeOfPair(this.#plain, this.#at, PAIRS[mark]);
    return close !== null && ENDS_WORD.test(this.#plain[close + 1] ?? ' ') ? close : null;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#plain);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #skip(pattern: RegExp): void {
    this.#take(pattern);
  }
}

/** Where the mark is that closes the one at `open`, pairs within it passed over. */
function closeOfPair(text: string, open: number, closing: string): number | null {
  let depth = 0;
  for (let at = open + 1; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === closing && depth === 0) return at;
    if (sign === closing) depth -= 1;
    else if (sign === text[open]) depth += 1;
  }
  return null;
}

const MINUS = /[\u2212\u2013\ufe63]/u;

/** Full-width signs and letters made ASCII, kinds of minus one; every sign keeps its place. */
function foldSigns(text: string): string {
  return text.replace(/[\uff01-\uff5e\u2212\u2013\ufe63]/gu, (sign) =>
    MINUS.test(sign) ? '-' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}
