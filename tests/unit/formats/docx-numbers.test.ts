import { describe, expect, it } from 'vitest';
import { writeNumber } from '../../../indexer/formats/docx-counting.ts';
import { writeNumbers } from '../../../indexer/formats/docx-numbers.ts';

interface Paragraph {
  readonly num?: string;
  readonly level?: number;
  readonly style?: string;
}

/** The texts of numbered paragraphs, as they are written behind their numbers. */
function numbersOf(paragraphs: readonly Paragraph[], definitions: string, styles = ''): string[] {
  const body = paragraphs.map(({ num, level, style }) => {
    const own = num === undefined ? '' : `<w:numPr>${value('ilvl', level)}${value('numId', num)}</w:numPr>`;
    return `<w:p><w:pPr>${value('pStyle', style)}${own}</w:pPr><w:r><w:t>文</w:t></w:r></w:p>`;
  });
  const written = writeNumbers(
    `<w:document><w:body>${body.join('')}</w:body></w:document>`,
    `<w:numbering>${definitions}</w:numbering>`,
    `<w:styles>${styles}</w:styles>`,
  );
  return written.split('</w:p>').flatMap((paragraph) => {
    const text = [...paragraph.matchAll(/<w:t[^>]*>([^<]*)/g)].map((match) => match[1]).join('');
    return text === '' ? [] : [text];
  });
}

function value(name: string, of: string | number | undefined): string {
  return of === undefined ? '' : `<w:${name} w:val="${of}"/>`;
}

function level(at: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/>${value('numFmt', format)}${more}${value('lvlText', text)}</w:lvl>`;
}

function definition(id: number, levels: string): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
}

function num(id: number, of: number, override = ''): string {
  return `<w:num w:numId="${id}">${value('abstractNumId', of)}${override}</w:num>`;
}

const PARTS = definition(
  0,
  level(0, 'chineseCountingThousand', '%1、') + level(1, 'chineseCounting', '（%2）'),
);

describe('the numbers Word counts', () => {
  it('start again below each heading above them', () => {
    const places = [0, 1, 1, 0, 1].map((at) => ({ num: '1', level: at }));
    expect(numbersOf(places, PARTS + num(1, 0))).toEqual([
      '一、文',
      '（一）文',
      '（二）文',
      '二、文',
      '（一）文',
    ]);
  });

  it('go on where lists share a definition, unless one starts at a number of its own', () => {
    const restarted = num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    const lists = PARTS + num(1, 0) + num(2, 0) + restarted;
    const places = ['1', '2', '3', '3'].map((id) => ({ num: id, level: 0 }));
    expect(numbersOf(places, lists)).toEqual(['一、文', '二、文', '一、文', '二、文']);
  });

  it('don’t start again where the level says so', () => {
    const on = definition(
      0,
      level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2', '<w:lvlRestart w:val="0"/>'),
    );
    const places = [0, 1, 0, 1].map((at) => ({ num: '1', level: at }));
    expect(numbersOf(places, on + num(1, 0))).toEqual(['1. 文', '1.1 文', '2. 文', '2.2 文']);
  });

  it('come through the style of a paragraph, and the style it is based on', () => {
    const styles =
      '<w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    const levels =
      level(0, 'decimal', '%1、', '<w:pStyle w:val="A"/>') +
      level(1, 'decimal', '%2）', '<w:pStyle w:val="B"/>');
    const places = [{ style: 'A' }, { style: 'B' }, { style: 'A', num: '0' }];
    expect(numbersOf(places, definition(0, levels) + num(1, 0), styles)).toEqual(['1、文', '1）文', '文']);
  });

  it('count a text box once, which the file has twice for older programs', () => {
    const paragraph =
      '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>文</w:t></w:r></w:p>';
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice>${paragraph}</mc:Choice><mc:Fallback>${paragraph}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const numbering = `<w:numbering>${PARTS}${num(1, 0)}</w:numbering>`;
    const written = writeNumbers(`<w:body>${box}${paragraph}</w:body>`, numbering, '');
    expect(written.match(/[一二三]、/g)).toEqual(['一、', '二、']);
  });

  it('are none for bullets and for what only has room for a number', () => {
    const other = definition(0, level(0, 'bullet', '●') + level(1, 'none', ''));
    const places = [0, 1].map((at) => ({ num: '1', level: at }));
    expect(numbersOf(places, other + num(1, 0))).toEqual(['文', '文']);
  });
});

describe('a number as Word writes it', () => {
  it.each([
    [10, 'chineseCounting', '十'],
    [21, 'chineseCountingThousand', '二十一'],
    [105, 'japaneseCounting', '一百〇五'],
    [10, 'ideographDigital', '一〇'],
    [12, 'decimalFullWidth', '１２'],
    [3, 'decimalEnclosedCircle', '③'],
    [4, 'lowerRoman', 'iv'],
    [28, 'upperLetter', 'BB'],
    [2, 'chineseLegalSimplified', '贰'],
    [7, 'somethingNew', '7'],
  ])('%d in %s is %s', (number, format, expected) => {
    expect(writeNumber(number, format)).toBe(expected);
  });
});
