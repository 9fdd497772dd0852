import type { Block, Report, Table, TableRow } from '../../report/types.ts';
import { type Fragment, fragments } from '../../text/highlight.ts';
import type { TextRange } from '../../text/match.ts';
import type { BlockPresenter, BlockView } from './block-view.ts';

interface Cell {
  readonly fragments: readonly Fragment[];
  /** True where a merged cell's text is repeated for reading: it isn't part of this row's block. */
  readonly repeated: boolean;
  /** Whether it says what its row is about: it stays in sight where the table is wider than the page. */
  readonly key: boolean;
  /** How wide its column wants to be: `brief`, `words`, `prose`, or empty for what lies between. */
  readonly width: Width;
}

type Width = 'brief' | '' | 'words' | 'prose';

interface RowView {
  /** Empty for a header row that is no block of its own. */
  readonly id: string;
  readonly number: number;
  readonly hit: boolean;
  readonly cells: readonly Cell[];
}

/** A table with its caption and header row, each of them a block of its own. */
export interface TableView {
  readonly caption: BlockView | null;
  readonly columns: RowView | null;
  readonly rows: readonly RowView[];
  /** Whether it is a box of few columns that ends in prose, which a narrow screen shows below one another. */
  readonly boxed: boolean;
  /** What a screen reader calls it. */
  readonly name: string;
}

const BAR = ' | ';
/** Widths of columns by the characters of their longest cell, up to so many. */
const WIDTHS: readonly (readonly [Width, number])[] = [
  ['brief', 4],
  ['', 9],
  ['words', 24],
];
/** Columns of a box at most. */
const BOX_COLUMNS = 3;

/** Presents the blocks of one table. */
export function tableView(report: Report, blocks: readonly Block[], present: BlockPresenter): TableView {
  const table = report.tables.find(({ rows }) => blocks.some(({ number }) => rows[0]?.block === number));
  const rowsByBlock = new Map(table?.rows.map((row) => [row.block, row] as const));
  const caption = blocks.find((block) => block.type === 'caption');
  const rows = blocks
    .filter((block) => block.type === 'row')
    .map((block) => rowView(block, rowsByBlock.get(block.number), present));
  const widths = columnWidths(rows);
  const key = keyColumn(rows, widths);
  const columns = columnsView(blocks, table, present);
  return {
    caption: caption ? present.block(caption) : null,
    columns: columns && withLayout(columns, widths, key),
    rows: rows.map((row) => withLayout(row, widths, key)),
    boxed: widths.length > 1 && widths.length <= BOX_COLUMNS && widths.at(-1) === 'prose',
    name: caption?.text ?? '表格',
  };
}

/** The header row: a block, or what the table is known to have where the text doesn't repeat it. */
function columnsView(
  blocks: readonly Block[],
  table: Table | undefined,
  present: BlockPresenter,
): RowView | null {
  const block = blocks.find(({ type }) => type === 'columns');
  if (block) {
    const row = rowView(block, table && headerRow(block, table), present);
    const isAligned = !table || row.cells.length === table.columns.length;
    return isAligned ? row : { ...row, cells: plainCells(table.columns) };
  }
  if (!table || table.columns.length === 0) return null;
  return { id: '', number: 0, hit: false, cells: plainCells(table.columns) };
}

function plainCells(texts: readonly string[]): Cell[] {
  return texts.map((text) => cell([{ text, marked: false }]));
}

/** The header row like any other: a name above several columns stands in its block once. */
function headerRow({ number }: Block, { columns }: Table): TableRow {
  const own = columns.map((text, i) => text !== '' && text !== columns[i - 1]);
  return { block: number, cells: columns, own };
}

function rowView(block: Block, row: TableRow | undefined, present: BlockPresenter): RowView {
  const ranges = present.ranges(block);
  return {
    id: block.id,
    number: block.number,
    hit: present.isHit(block),
    cells: (row && alignedCells(block, row, ranges)) ?? ownCells(block, ranges),
  };
}

/**
 * All cells of a row, each of the block's own with its share of the marks.
 * @returns null where cells and text don't agree.
 */
function alignedCells(block: Block, row: TableRow, ranges: readonly TextRange[]): Cell[] | null {
  let at = 0;
  const cells: Cell[] = [];
  const own = (to: number) => {
    cells.push(cell(fragments(block.text, ranges, [at, to])));
    at = to;
  };
  let end = 0;
  for (const [i, text] of row.cells.entries()) {
    const next = row.cells[i + 1] ?? '';
    if (!row.own[i] && row.own[i + 1] && next.startsWith(`${text}：`)) {
      // The next cell opens with what stands here: each says its part, nothing is said twice.
      if (!block.text.startsWith(next, at)) return null;
      end = at + next.length;
      own(at + text.length + 1);
    } else if (!row.own[i]) {
      cells.push({ ...cell([{ text, marked: false }]), repeated: true });
    } else {
      if (end <= at) {
        if (!block.text.startsWith(text, at)) return null;
        end = at + text.length;
      }
      own(end);
      at += BAR.length;
    }
  }
  return cells;
}

/** The cells that a block's text has. */
function ownCells(block: Block, ranges: readonly TextRange[]): Cell[] {
  let at = 0;
  return block.text.split(BAR).map((text) => {
    const start = at;
    at += text.length + BAR.length;
    return cell(fragments(block.text, ranges, [start, start + text.length]));
  });
}

function cell(content: readonly Fragment[]): Cell {
  return { fragments: content, repeated: false, key: false, width: '' };
}

/** How wide each column wants to be, by the longest of its cells. */
function columnWidths(rows: readonly RowView[]): Width[] {
  const lengths: number[] = [];
  for (const { cells } of rows) {
    for (const [i, { fragments: content }] of cells.entries()) {
      const length = content.reduce((sum, { text }) => sum + text.length, 0);
      lengths[i] = Math.max(lengths[i] ?? 0, length);
    }
  }
  return lengths.map((length) => WIDTHS.find(([, most]) => length <= most)?.[0] ?? 'prose');
}

/** The first column that is different in each row, and not only figures; -1 where none is, or it is prose. */
function keyColumn(rows: readonly RowView[], widths: readonly Width[]): number {
  const isKey = (_: Width, i: number) =>
    rows.every(({ cells }) => cells[i]?.repeated === false) &&
    rows.some(({ cells }) => cells[i]?.fragments.some(({ text }) => /\p{Script=Han}/u.test(text)));
  const key = widths.findIndex(isKey);
  return widths[key] === 'prose' ? -1 : key;
}

function withLayout(row: RowView, widths: readonly Width[], key: number): RowView {
  return { ...row, cells: row.cells.map((each, i) => ({ ...each, key: i === key, width: widths[i] ?? '' })) };
}
