import type { Line } from './line.ts';
import { numeralOf } from './numerals.ts';
import { type Item, isTable } from './tables.ts';

/** The cells of a table that a copy left one a line: figures follow figures, with nothing to join them to. */

const FIGURE = /^[-+－＋]?\d[\d.,]{0,14}[%％]?$/u;
const LONGEST_CELL = 25;
const SENTENCE = /[，。；：！？]/u;
/** How many figures that follow another show that lines are cells. */
const FEWEST_PAIRS = 2;

/** The lines that are cells. */
export function linesOfCells(items: readonly Item[]): ReadonlySet<Line> {
  const cells = new Set<Line>();
  let run: Line[] = [];
  for (const item of [...items, null]) {
    if (item !== null && mayBeCell(item)) {
      run.push(item);
      continue;
    }
    const pairs = run.filter((line, i) => i > 0 && isFigure(line) && isFigure(run[i - 1] as Line));
    if (pairs.length >= FEWEST_PAIRS) for (const line of run) cells.add(line);
    run = [];
  }
  return cells;
}

function isFigure({ text }: Line): boolean {
  return FIGURE.test(text);
}

function mayBeCell(item: Item): item is Line {
  return (
    !isTable(item) &&
    !item.bullet &&
    item.text.length <= LONGEST_CELL &&
    !SENTENCE.test(item.text) &&
    numeralOf(item.text) === undefined
  );
}
