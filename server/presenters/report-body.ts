import type { Block, GlossaryItem, Report } from '../../report/types.ts';
import type { BlockPresenter, BlockView } from './block-view.ts';
import { type TableView, tableView } from './table-view.ts';

interface GlossView extends BlockView {
  /** Addresses of its marks in the text. */
  readonly back: readonly string[];
  /** Its number, where the text doesn't open with it. */
  readonly label: string;
}

/** What stands under one another on a report's page; exactly one of its properties is set. */
export interface BodyNode {
  readonly title?: BlockView;
  readonly heading1?: BlockView;
  readonly heading2?: BlockView;
  readonly heading3?: BlockView;
  readonly paragraph?: BlockView;
  readonly bullets?: readonly BlockView[];
  readonly table?: TableView;
  readonly glossary?: readonly GlossView[];
}

const TABLE_TYPES: readonly string[] = ['caption', 'columns', 'row'];

/** Puts a report's blocks into paragraphs, lists and tables, in reading order. */
export function reportBody(report: Report, present: BlockPresenter): BodyNode[] {
  const depthOf = headingDepths(report.blocks);
  return runsOf(report.blocks, startsNewNode(report)).map((blocks) =>
    bodyNode(report, blocks, present, depthOf),
  );
}

/**
 * How many headings each heading stands under, itself included: reports leave levels out, the headings of a
 * page must not. Lines of the title have none.
 */
function headingDepths(blocks: readonly Block[]): ReadonlyMap<Block, number> {
  const depths = new Map<Block, number>();
  let above: number[] = [];
  for (const block of blocks) {
    const level = block.level ?? 1;
    if (block.type !== 'heading' || level <= 0) continue;
    above = [...above.filter((other) => other < level), level];
    depths.set(block, above.length);
  }
  return depths;
}

/** Cuts the blocks where something new begins. */
function runsOf(blocks: readonly Block[], isStart: (block: Block, before: Block) => boolean): Block[][] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && !isStart(block, before)) run.push(block);
    else runs.push([block]);
  }
  return runs;
}

function startsNewNode(report: Report): (block: Block, before: Block) => boolean {
  const tableOf = new Map<number, number>();
  report.tables.forEach((table, i) => {
    for (const row of table.rows) tableOf.set(row.block, i);
  });
  return (block, before) => {
    if (block.type === 'bullet' || block.type === 'gloss') return before.type !== block.type;
    if (!TABLE_TYPES.includes(block.type) || !TABLE_TYPES.includes(before.type)) return true;
    if (block.type === 'caption') return true;
    if (block.type === 'columns') return before.type !== 'caption';
    return before.type === 'row' && tableOf.get(block.number) !== tableOf.get(before.number);
  };
}

function bodyNode(
  report: Report,
  blocks: readonly Block[],
  present: BlockPresenter,
  depthOf: ReadonlyMap<Block, number>,
): BodyNode {
  const [first] = blocks as [Block];
  switch (first.type) {
    case 'heading':
      return headingNode(depthOf.get(first) ?? 0, present.block(first));
    case 'paragraph':
      return { paragraph: present.block(first) };
    case 'bullet':
      return { bullets: blocks.map((block) => present.block(block)) };
    case 'gloss':
      return { glossary: glossViews(report.glossary, blocks, present) };
    case 'caption':
    case 'columns':
    case 'row':
      return { table: tableView(report, blocks, present) };
  }
}

function headingNode(depth: number, view: BlockView): BodyNode {
  if (depth === 0) return { title: view };
  if (depth === 1) return { heading1: view };
  return depth === 2 ? { heading2: view } : { heading3: view };
}

function glossViews(
  glossary: readonly GlossaryItem[],
  blocks: readonly Block[],
  present: BlockPresenter,
): GlossView[] {
  return blocks.map((block) => {
    const item = glossary.find((candidate) => candidate.block === block.number);
    const numbered = /^\s*[[〔［(（]?\d/u.test(block.text);
    return {
      ...present.block(block),
      back: item ? present.backLinks(item.number) : [],
      label: item && !numbered ? `${item.number}.` : '',
    };
  });
}
