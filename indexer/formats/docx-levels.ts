import { load } from 'cheerio';
import type { PageElement } from './html-page.ts';

/** What the parts of a Word document say about its numbered paragraphs. */

/** A level of a numbering. */
export interface Level {
  readonly start: number;
  readonly format: string;
  /** As in `第%1章`; escaped as the file has it. */
  readonly text: string;
  /** What parts the number from its paragraph: a tab, a space, nothing. */
  readonly suffix: string;
  /** All numbers of the text in figures. */
  readonly inFigures: boolean;
  /** The level, counted from one, that this one starts again behind; 0 if it never does. */
  readonly restart: number | null;
  /** The style whose paragraphs are of this level. */
  readonly style: string | null;
}

/** A numbering: several may share one definition, and so count on together. */
export interface Numbering {
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** At which number a level starts with the first paragraph of this numbering. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Where a paragraph or a style belongs. */
export interface Place {
  readonly numbering: string | null;
  readonly level: number | null;
}

export interface Style extends Place {
  readonly basedOn: string | null;
}

type Xml = ReturnType<typeof parseXml>;

/** Parses a part of the document; what is escaped stays so. */
export function parseXml(xml: string) {
  return load(xml, { xml: { decodeEntities: false } });
}

/** The numberings of a document by id. */
export function numberingsIn(xml: string, styles: ReadonlyMap<string, Style>): Map<string, Numbering> {
  const $ = parseXml(xml);
  const definitions = new Map<string, Definition>();
  for (const element of $('w\\:abstractNum').get()) {
    definitions.set(element.attribs['w:abstractNumId'] ?? '', definitionOf($, element));
  }
  const nums = $('w\\:num').get();
  const ids = new Map(nums.map((num) => [num.attribs['w:numId'] ?? '', valueIn($, num, 'w:abstractNumId')]));
  const resolve = (id: string): string => {
    const style = definitions.get(id)?.styleLink ?? null;
    const numbering = style === null ? null : (styles.get(style)?.numbering ?? null);
    return numbering === null ? id : (ids.get(numbering) ?? id);
  };
  const found = new Map<string, Numbering>();
  for (const num of nums) {
    const definition = resolve(valueIn($, num, 'w:abstractNumId') ?? '');
    const levels = new Map(definitions.get(definition)?.levels);
    const starts = new Map<number, number>();
    for (const override of $(num).children('w\\:lvlOverride').get()) {
      for (const level of levelsIn($, override)) levels.set(...level);
      const start = valueIn($, override, 'w:startOverride');
      if (start !== null) starts.set(Number(override.attribs['w:ilvl'] ?? 0), Number(start));
    }
    found.set(num.attribs['w:numId'] ?? '', { definition, levels, starts });
  }
  return found;
}

/** The styles of a document by id. */
export function stylesIn(xml: string): Map<string, Style> {
  const $ = parseXml(xml);
  const styles = $('w\\:style').get();
  return new Map(
    styles.map((style) => {
      const [properties] = $(style).children('w\\:pPr').get();
      const place = properties === undefined ? NOWHERE : placeIn($, properties);
      return [style.attribs['w:styleId'] ?? '', { ...place, basedOn: valueIn($, style, 'w:basedOn') }];
    }),
  );
}

const NOWHERE: Place = { numbering: null, level: null };

/** What the properties of a paragraph or a style say about its numbering. */
export function placeIn($: Xml, properties: PageElement): Place {
  const [own] = $(properties).children('w\\:numPr').get();
  if (own === undefined) return NOWHERE;
  const level = valueIn($, own, 'w:ilvl');
  return { numbering: valueIn($, own, 'w:numId'), level: level === null ? null : Number(level) };
}

/** The value of the element of a name directly below another. */
export function valueIn($: Xml, element: PageElement, name: string): string | null {
  const [child] = $(element).children(name.replace(':', '\\:')).get();
  return child?.attribs['w:val'] ?? null;
}

interface Definition {
  readonly levels: ReadonlyMap<number, Level>;
  /** The style that has the levels in place of this definition. */
  readonly styleLink: string | null;
}

function definitionOf($: Xml, element: PageElement): Definition {
  return { levels: new Map(levelsIn($, element)), styleLink: valueIn($, element, 'w:numStyleLink') };
}

function levelsIn($: Xml, element: PageElement): [number, Level][] {
  return $(element)
    .children('w\\:lvl')
    .get()
    .map((level) => [Number(level.attribs['w:ilvl'] ?? 0), levelOf($, level)]);
}

function levelOf($: Xml, level: PageElement): Level {
  const restart = valueIn($, level, 'w:lvlRestart');
  return {
    start: Number(valueIn($, level, 'w:start') ?? 0),
    format: valueIn($, level, 'w:numFmt') ?? 'decimal',
    text: valueIn($, level, 'w:lvlText') ?? '',
    suffix: valueIn($, level, 'w:suff') ?? 'tab',
    inFigures: $(level).children('w\\:isLgl').length > 0,
    restart: restart === null ? null : Number(restart),
    style: valueIn($, level, 'w:pStyle'),
  };
}
