import { numeralOf } from '../parse/numerals.ts';
import { childrenOf, isElement, isShown, type PageElement, type PageNode, textOf } from './html-page.ts';
import { tableLines } from './html-table.ts';

const BLOCKS = new Set(
  'address article blockquote body caption center dd div dl dt fieldset figcaption figure footer form header li main ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const HEADING = /^h[1-6]$/;
const ITEM_MARK = '- ';
const HEADING_MARK = '# ';
const WHITE_SPACE = /\s+/gu;
const NOTE_NUMBER = /^\d{1,2}$/;
const BEFORE_NOTE = /[\p{Script=Han}”’》）]\s*$/u;
/** A list that shows no numbers, or none in figures. */
const OTHER_NUMBERS =
  /list-style(?:-type)?\s*:[^;]*(?:none|alpha|roman|disc|circle|square|custom|cjk|latin)/i;
const LINE_BREAK = /\r\n?|\n/;

/**
 * The text below a node, in lines: a blank line around each block, none at a `<br>`; inline elements
 * leave no trace. Headings start with `# `, items of lists with `- `, those of numbered ones with `- 1. `.
 * @param takes which elements are read.
 */
export function linesOf(node: PageNode, takes: (element: PageElement) => boolean = isShown): string[] {
  const writer = new LineWriter(takes);
  write(node, writer);
  return writer.end();
}

function write(node: PageNode, writer: LineWriter): void {
  const text = textOf(node);
  if (text !== null) writer.add(text.replace(WHITE_SPACE, ' '));
  else if (isElement(node) && writer.takes(node)) writeElement(node, writer);
}

function writeElement(element: PageElement, writer: LineWriter): void {
  const { name } = element;
  if (name === 'br') writer.breakLine();
  else if (name === 'hr') writer.breakBlock();
  else if (name === 'pre') writePreformatted(element, writer);
  else if (name === 'sup') writeRaised(element, writer);
  else if (name === 'table') writeTable(element, writer);
  else if (name === 'li') writeItem(element, writer, '');
  else if (name === 'ol') writeNumberedList(element, writer);
  else if (HEADING.test(name)) writeHeading(element, writer);
  else if (BLOCKS.has(name)) writeBlock(element, writer);
  else writeChildren(element, writer);
}

function writeBlock(element: PageElement, writer: LineWriter): void {
  writer.breakBlock();
  writeChildren(element, writer);
  writer.breakBlock();
}

function writeHeading(element: PageElement, writer: LineWriter): void {
  writer.breakBlock();
  writer.mark = HEADING_MARK;
  writeChildren(element, writer);
  writer.breakBlock();
  writer.mark = '';
}

function writeItem(element: PageElement, writer: LineWriter, number: string): void {
  writer.breakLine();
  writer.mark = ITEM_MARK + number;
  writeChildren(element, writer);
  writer.breakLine();
  writer.mark = '';
}

/** A list whose items a browser numbers; those that have a numeral of their own keep that. */
function writeNumberedList(list: PageElement, writer: LineWriter): void {
  let number = Number.parseInt(list.attribs.start ?? '1', 10) || 1;
  const isNumbered = !OTHER_NUMBERS.test(list.attribs.style ?? '');
  writer.breakBlock();
  for (const child of childrenOf(list)) {
    if (!isElement(child) || child.name !== 'li' || !writer.takes(child)) {
      write(child, writer);
      continue;
    }
    const hasOwn = numeralOf(preformattedText(child).trim()) !== undefined;
    writeItem(child, writer, isNumbered && !hasOwn ? `${number}. ` : '');
    number += 1;
  }
  writer.breakBlock();
}

function writeChildren(element: PageElement, writer: LineWriter): void {
  for (const child of childrenOf(element)) write(child, writer);
}

/** A raised number behind Chinese is a footnote's; behind a unit (m²) it belongs to the unit. */
function writeRaised(element: PageElement, writer: LineWriter): void {
  const text = preformattedText(element).trim();
  const isNote = NOTE_NUMBER.test(text) && BEFORE_NOTE.test(writer.lastPiece);
  writer.add(isNote ? `[${text}]` : text);
}

function writePreformatted(element: PageElement, writer: LineWriter): void {
  writer.breakBlock();
  for (const line of preformattedText(element).split(LINE_BREAK)) {
    writer.add(line);
    writer.breakLine();
  }
  writer.breakBlock();
}

function preformattedText(node: PageNode): string {
  if (isElement(node) && node.name === 'br') return '\n';
  return textOf(node) ?? childrenOf(node).map(preformattedText).join('');
}

/** A table of data in rows; one that only lays out the page as the blocks in its cells. */
function writeTable(element: PageElement, writer: LineWriter): void {
  const lines = tableLines(element, (cell) => linesOf(cell, writer.takes));
  if (lines === null) {
    writeBlock(element, writer);
    return;
  }
  writer.breakBlock();
  for (const line of lines) {
    writer.add(line);
    writer.breakLine();
  }
  writer.breakBlock();
}

/** Puts lines together from pieces of text. */
class LineWriter {
  readonly #lines: string[] = [];
  #pieces: string[] = [];
  /** Which elements are written. */
  readonly takes: (element: PageElement) => boolean;
  /** What the next line that isn't empty starts with. */
  mark = '';

  constructor(takes: (element: PageElement) => boolean) {
    this.takes = takes;
  }

  add(piece: string): void {
    this.#pieces.push(piece);
  }

  get lastPiece(): string {
    return this.#pieces.at(-1) ?? '';
  }

  breakLine(): void {
    const line = this.#pieces.join('').trim();
    this.#pieces = [];
    if (line === '') return;
    this.#lines.push(this.mark + line);
    this.mark = '';
  }

  /** Ends the line and leaves a blank one. */
  breakBlock(): void {
    this.breakLine();
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  end(): string[] {
    this.breakBlock();
    this.#lines.pop();
    return this.#lines;
  }
}
