import { writeNumber } from './docx-counting.ts';
import {
  type Level,
  type Numbering,
  numberingsIn,
  type Place,
  parseXml,
  placeIn,
  type Style,
  stylesIn,
  valueIn,
} from './docx-levels.ts';

const NUMBERED = /<w:num(?:Pr|bering)[ >]/;
/** Says that a paragraph has no number, whatever its style has. */
const NO_NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';
/** What mammoth doesn't read: the same stands in `mc:Fallback`. */
const UNREAD = 'mc\\:Choice';
const MOST_BASED_ON = 20;
/** What a number may end with and still needs room before its text: 1., 第一章, but not 一、 or （一）. */
const NEEDS_ROOM = /[\p{Letter}\p{Number}.]$/u;

/**
 * Writes the numbers that Word counts itself (一、, （一）, 1.) into the text of their paragraphs, as the
 * reader sees them; bullets stay as they are.
 * @param document the part with the text.
 * @param numbering the part that defines how to count.
 */
export function writeNumbers(document: string, numbering: string, stylesPart: string): string {
  if (!NUMBERED.test(document) && !NUMBERED.test(stylesPart)) return document;
  const styles = stylesIn(stylesPart);
  const counter = new Counter(numberingsIn(numbering, styles), styles);
  const $ = parseXml(document);
  for (const paragraph of $('w\\:p').get()) {
    const [properties] = $(paragraph).children('w\\:pPr').get();
    if (properties === undefined || $(paragraph).closest(UNREAD).length > 0) continue;
    const number = counter.next(valueIn($, properties, 'w:pStyle'), placeIn($, properties));
    if (number === null) continue;
    $(properties).children('w\\:numPr').remove();
    $(properties).append(NO_NUMBER);
    if (number !== '' && $(paragraph).text().trim() !== '') {
      $(properties).after(`<w:r><w:t xml:space="preserve">${number}</w:t></w:r>`);
    }
  }
  return $.xml();
}

/** Counts the numbered paragraphs of a document as they come. */
class Counter {
  /** By definition: the number that each level has come to. */
  readonly #counts = new Map<string, Map<number, number>>();
  readonly #begun = new Set<string>();

  readonly #numberings: ReadonlyMap<string, Numbering>;
  readonly #styles: ReadonlyMap<string, Style>;

  constructor(numberings: ReadonlyMap<string, Numbering>, styles: ReadonlyMap<string, Style>) {
    this.#numberings = numberings;
    this.#styles = styles;
  }

  /** The number of the next paragraph; null if it has none, or a bullet. */
  next(style: string | null, own: Place): string | null {
    const inherited = this.#placeOf(style);
    const id = own.numbering ?? inherited.numbering;
    const numbering = id === null ? undefined : this.#numberings.get(id);
    if (id === null || numbering === undefined) return null;
    const at = own.level ?? levelOfStyle(numbering, style) ?? inherited.level ?? 0;
    const level = numbering.levels.get(at);
    if (level === undefined) return null;
    const counts = this.#counts.get(numbering.definition) ?? new Map<number, number>();
    this.#counts.set(numbering.definition, counts);
    this.#count(id, numbering, at, counts);
    return level.format === 'bullet' ? null : written(level, numbering, counts);
  }

  #count(id: string, { levels, starts }: Numbering, at: number, counts: Map<number, number>): void {
    const start = starts.get(at);
    const begins = start !== undefined && !this.#begun.has(`${id} ${at}`);
    this.#begun.add(`${id} ${at}`);
    const before = counts.get(at);
    if (begins) counts.set(at, start);
    else counts.set(at, before === undefined ? startOf(levels.get(at)) : before + 1);
    for (const deeper of [...counts.keys()]) {
      const restart = levels.get(deeper)?.restart ?? deeper;
      if (deeper > at && at < restart) counts.delete(deeper);
    }
  }

  /** Where the paragraphs of a style belong: it may have that from another. */
  #placeOf(style: string | null): Place {
    let numbering: string | null = null;
    let level: number | null = null;
    let next = style;
    for (let i = 0; i < MOST_BASED_ON && next !== null && numbering === null; i += 1) {
      const found = this.#styles.get(next);
      numbering = found?.numbering ?? null;
      level ??= found?.level ?? null;
      next = found?.basedOn ?? null;
    }
    return { numbering, level };
  }
}

function startOf(level: Level | undefined): number {
  return level?.start ?? 1;
}

function levelOfStyle({ levels }: Numbering, style: string | null): number | null {
  if (style === null) return null;
  for (const [at, level] of levels) if (level.style === style) return at;
  return null;
}

/** The number with what stands around it: `第%1章` → `第一章 `. */
function written(level: Level, { levels }: Numbering, counts: ReadonlyMap<number, number>): string {
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const value = counts.get(at) ?? startOf(levels.get(at));
    return writeNumber(value, level.inFigures ? 'decimal' : (levels.get(at)?.format ?? 'decimal'));
  });
  return NEEDS_ROOM.test(text) && level.suffix !== 'nothing' ? `${text} ` : text;
}
