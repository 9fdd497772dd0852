import type { Block, Report, TableRow } from '../../report/types.ts';
import { type Fragment, fragments } from '../../text/highlight.ts';
import type { TextRange } from '../../text/match.ts';
import type { BlockPresenter, BlockView } from './block-view.ts';

interface Cell {
  readonly fragments: readonly Fragment[];
  /** True where a merged cell's text is repeated for reading: it isn't part of this row's block. */
  readonly repeated: boolean;
}

interface RowView {
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
  /** What a screen reader calls it. */
  readonly name: string;
}

const BAR = ' | ';

/** Presents the blocks of one table. */
export function tableView(report: Report, blocks: readonly Block[], present: BlockPresenter): TableView {
  const rowsByBlock = new Map(
    report.tables.flatMap((table) => table.rows.map((row) => [row.block, row] as const)),
  );
  const caption = blocks.find((block) => block.type === 'caption');
  const columns = blocks.find((block) => block.type === 'columns');
  return {
    caption: caption ? present.block(caption) : null,
    columns: columns ? rowView(columns, undefined, present) : null,
    rows: blocks
      .filter((block) => block.type === 'row')
      .map((block) => rowView(block, rowsByBlock.get(block.number), present)),
    name: caption?.text ?? '表格',
  };
}

function rowView(block: Block, row: TableRow | undefined, present: BlockPresenter): RowView {
  const ranges = present.ranges(block);
  return {
    id: block.id,
    number: block.number,
    hit: ranges.length > 0,
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
  for (const [i, text] of row.cells.entries()) {
    if (!row.own[i]) {
      cells.push({ fragments: [{ text, marked: false }], repeated: true });
      continue;
    }
    const end = at + text.length;
    if (block.text.slice(at, end) !== text) return null;
    cells.push({ fragments: fragments(block.text, ranges, [at, end]), repeated: false });
    at = end + BAR.length;
  }
  return cells;
}

/** The cells that a block's text has. */
function ownCells(block: Block, ranges: readonly TextRange[]): Cell[] {
  let at = 0;
  return block.text.split(BAR).map((text) => {
    const start = at;
    at += text.length + BAR.length;
    return { fragments: fragments(block.text, ranges, [start, start + text.length]), repeated: false };
  });
}
