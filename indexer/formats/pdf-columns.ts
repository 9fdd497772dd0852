import { COLUMN_GAP, type Frame, type Margins, type Run, rowsOf } from './pdf-lines.ts';

/** Two columns beside each other. */
interface Columns {
  readonly left: Margins;
  readonly right: Margins;
}

/** Fewer lines in a column don't tell it from a table. */
const FEWEST_LINES = 8;
/** In heights of the font. */
const NARROWEST_GUTTER = 0.8;
const WIDEST_GUTTER = 6;
/** Stops and quotation marks may stand out into the gutter; so much of its middle is empty. */
const EMPTY = 0.4;
const NARROWEST_COLUMN = 8;
/** Two columns of text are of one width, and most of their lines are full; those of a table aren't. */
const UNEVEN = 0.15;
const FULL_SHARE = 0.4;
const NEAR_MARGIN = 2.2;
/** Some lines stand out of their column: running heads, page numbers. */
const OUTLIERS = 0.1;
/** Where on the page the gutter is looked for. */
const MIDDLE = { from: 0.38, to: 0.62 };
/** A document set in two columns has them on at least this share of its pages. */
const SHARE_OF_PAGES = 0.4;

/** Parts each page of a document into frames, in the order they are read. */
export function framesOf(pages: readonly (readonly Run[])[]): Frame[][] {
  const columns = pages.map(columnsOf);
  const found = columns.filter((pair) => pair !== null);
  const isTwoColumned = found.length >= Math.max(1, pages.length * SHARE_OF_PAGES);
  return pages.map((runs, i) => {
    const pair = columns[i] ?? (isTwoColumned ? thoseThatFit(found, runs) : null);
    return pair === null ? [{ page: i, runs, margins: null }] : partsOf(runs, pair, i);
  });
}

/** The columns of a page whose lines leave no doubt that it is set in two. */
function columnsOf(runs: readonly Run[]): Columns | null {
  if (runs.length < FEWEST_LINES * 2) return null;
  const rows = rowsOf(runs);
  const size = sizeOf(runs);
  const x = emptiestMiddle(rows, runs, size);
  const beside = rows.filter((row) => !crosses(row, x, size));
  const left = columnOf(
    beside.map((row) => row.filter((run) => run.x < x)),
    size,
  );
  const right = columnOf(
    beside.map((row) => row.filter((run) => run.x >= x)),
    size,
  );
  if (left === null || right === null) return null;
  const [one, two] = [left.right - left.left, right.right - right.left];
  const isEven = Math.abs(one - two) < Math.max(one, two) * UNEVEN;
  const gutter = (right.left - left.right) / size;
  return isEven && gutter >= NARROWEST_GUTTER && gutter <= WIDEST_GUTTER ? { left, right } : null;
}

/** The columns of other pages, where a page has text in the right one and no table across them. */
function thoseThatFit(pairs: readonly Columns[], runs: readonly Run[]): Columns | null {
  const size = sizeOf(runs);
  const fit = pairs.find((pair) => {
    const x = gutterOf(pair);
    const beside = rowsOf(runs).filter((row) => !crosses(row, x, size));
    return beside.some((row) => row.some((run) => run.x >= x)) && beside.every((row) => isPlain(row, x));
  });
  return fit ?? null;
}

/** Where to tell the columns apart. */
function gutterOf({ left, right }: Columns): number {
  return (left.right + right.left) / 2;
}

/** Text and no row of cells on either side. */
function isPlain(row: readonly Run[], x: number): boolean {
  return [row.filter((run) => run.x < x), row.filter((run) => run.x >= x)].every((side) => !hasGap(side));
}

/** The margins of lines that make a column of text; else null. */
function columnOf(lines: readonly Run[][], size: number): Margins | null {
  const rows = lines.filter((row) => row.length > 0);
  if (rows.length < FEWEST_LINES) return null;
  const edges = rows.map(marginsOf);
  const left = edges.map((edge) => edge.left).sort((a, b) => a - b);
  const right = edges.map((edge) => edge.right).sort((a, b) => b - a);
  const outliers = Math.floor(rows.length * OUTLIERS);
  const column = { left: left[outliers] ?? 0, right: right[outliers] ?? 0 };
  const full = edges.filter((edge) => edge.right > column.right - size * NEAR_MARGIN);
  const isText =
    column.right - column.left >= size * NARROWEST_COLUMN &&
    full.length >= rows.length * FULL_SHARE &&
    rows.filter(hasGap).length < rows.length * FULL_SHARE;
  return isText ? column : null;
}

function hasGap(row: readonly Run[]): boolean {
  const runs = row.toSorted((a, b) => a.x - b.x);
  return runs.some((run, i) => {
    const before = runs[i - 1];
    return before !== undefined && run.x - (before.x + before.width) > run.size * COLUMN_GAP;
  });
}

/** Where in the middle of the page the fewest lines run across; amid such places, the middle one. */
function emptiestMiddle(rows: readonly Run[][], runs: readonly Run[], size: number): number {
  const { left, right } = marginsOf(runs);
  const at = (share: number) => left + (right - left) * share;
  let fewest = Number.POSITIVE_INFINITY;
  let places: number[] = [];
  for (let x = at(MIDDLE.from); x <= at(MIDDLE.to); x += size / 4) {
    const across = rows.filter((row) => crosses(row, x, size)).length;
    if (across < fewest) {
      fewest = across;
      places = [];
    }
    if (across === fewest) places.push(x);
  }
  return places[Math.floor(places.length / 2)] ?? at(0.5);
}

/** Whether a line has text where the gutter would be. */
function crosses(row: readonly Run[], x: number, size: number): boolean {
  const half = (size * EMPTY) / 2;
  return row.some((run) => run.x < x + half && run.x + run.width > x - half);
}

/** Lines across the gutter stand by themselves; between them, the left column comes before the right. */
function partsOf(runs: readonly Run[], columns: Columns, page: number): Frame[] {
  const x = gutterOf(columns);
  const isLeft = (run: Run) => run.x < x;
  const margins = { left: columns.left.left, right: columns.right.right };
  const bands: Frame[][] = [];
  for (const { crosses, runs: band } of bandsOf(runs, x)) {
    const [left, right] = [band.filter(isLeft), band.filter((run) => !isLeft(run))];
    const [last, ...more] = bands.at(-1) ?? [];
    // Lines that only stop before the gutter are short lines of the whole width.
    if (!crosses && right.length > 0) {
      bands.push([
        { page, runs: left, margins: columns.left },
        { page, runs: right, margins: columns.right },
      ]);
    } else if (last !== undefined && more.length === 0) {
      bands.splice(-1, 1, [{ page, runs: [...last.runs, ...band], margins }]);
    } else {
      bands.push([{ page, runs: band, margins }]);
    }
  }
  return bands.flat();
}

/** Lines that follow each other and run across the gutter, all or none of them. */
interface Band {
  readonly crosses: boolean;
  readonly runs: Run[];
}

function bandsOf(runs: readonly Run[], x: number): Band[] {
  const size = sizeOf(runs);
  const bands: Band[] = [];
  for (const row of rowsOf(runs)) {
    const across = crosses(row, x, size);
    const last = bands.at(-1);
    if (last?.crosses === across) last.runs.push(...row);
    else bands.push({ crosses: across, runs: [...row] });
  }
  return bands;
}

function marginsOf(runs: readonly Run[]): Margins {
  return {
    left: runs.reduce((least, run) => Math.min(least, run.x), Number.POSITIVE_INFINITY),
    right: runs.reduce((most, run) => Math.max(most, run.x + run.width), Number.NEGATIVE_INFINITY),
  };
}

/** The height of the run in the middle, by height. */
function sizeOf(runs: readonly Run[]): number {
  const sizes = runs.map((run) => run.size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 1;
}
