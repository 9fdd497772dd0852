import { JoinedText } from '../parse/joined-text.ts';
import { linesOf, type Run } from './pdf-lines.ts';
import type { Rule } from './pdf-rules.ts';

/** A table drawn with rules: where its rows and columns part. */
interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rules: readonly Rule[];
}

/** Rules nearer to each other than this (in points) are one, or meet. */
const NEAR = 3;
const FEWEST_COLUMNS = 2;
const MOST_CELLS = 5000;
/** Rows with more text, on average, frame the columns or boxes of a page. */
const LONGEST_ROW = 600;

/**
 * Puts a row between vertical bars in the place of the runs in each ruled table; a cell that is merged with
 * the one above or on its left is empty.
 */
export function withTables(runs: readonly Run[], rules: readonly Rule[]): readonly Run[] {
  let rest = runs;
  for (const grid of gridsOf(rules)) {
    const inside = rest.filter((run) => isInside(run, grid));
    const rows = rowsOf(grid, inside);
    const length = rows.reduce((sum, row) => sum + row.text.length, 0);
    if (length > rows.length * LONGEST_ROW) continue;
    rest = [...rest.filter((run) => !isInside(run, grid)), ...rows];
  }
  return rest;
}

/** The tables: rules that meet and part columns. Of a table over two pages, one may have a single row. */
function gridsOf(rules: readonly Rule[]): Grid[] {
  return groupsOf(rules).flatMap((group) => {
    const grid = {
      xs: placesOf(group.filter((rule) => !rule.across)),
      ys: placesOf(group.filter((rule) => rule.across)),
      rules: group,
    };
    const [columns, rows] = [grid.xs.length - 1, grid.ys.length - 1];
    const isTable = columns >= FEWEST_COLUMNS && rows >= 1 && columns * rows <= MOST_CELLS;
    return isTable ? [grid] : [];
  });
}

/** Rules that meet, straight or by way of others. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const meeting = groups.filter((group) => group.some((other) => meet(rule, other)));
    const whole = [rule, ...meeting.flat()];
    for (const group of meeting) groups.splice(groups.indexOf(group), 1);
    groups.push(whole);
  }
  return groups;
}

function meet(one: Rule, two: Rule): boolean {
  if (one.across === two.across) {
    return Math.abs(one.at - two.at) < NEAR && one.from < two.to + NEAR && two.from < one.to + NEAR;
  }
  return reaches(one, two.at) && reaches(two, one.at);
}

function reaches(rule: Rule, place: number): boolean {
  return rule.from - NEAR < place && place < rule.to + NEAR;
}

function placesOf(rules: readonly Rule[]): number[] {
  const places: number[] = [];
  for (const at of rules.map((rule) => rule.at).sort((a, b) => a - b)) {
    if (at - (places.at(-1) ?? Number.NEGATIVE_INFINITY) >= NEAR) places.push(at);
  }
  return places;
}

function middleOf(run: Run): { x: number; y: number } {
  return { x: run.x + run.width / 2, y: run.y - run.size / 3 };
}

function isInside(run: Run, { xs, ys }: Grid): boolean {
  const { x, y } = middleOf(run);
  return indexOf(xs, x) !== -1 && indexOf(ys, y) !== -1;
}

/** Between which two places something stands; -1 outside. */
function indexOf(places: readonly number[], at: number): number {
  const next = places.findIndex((place) => place > at);
  return next <= 0 ? -1 : next - 1;
}

/** The rows of a table, each as one run. */
function rowsOf(grid: Grid, runs: readonly Run[]): Run[] {
  const owners = ownersOf(grid);
  const columns = grid.xs.length - 1;
  const cells = owners.map((): Run[] => []);
  for (const run of runs) {
    const { x, y } = middleOf(run);
    cells[owners[indexOf(grid.ys, y) * columns + indexOf(grid.xs, x)] as number]?.push(run);
  }
  const size = Math.max(...runs.map((run) => run.size), 1);
  const [x = 0, right = 0] = [grid.xs[0], grid.xs.at(-1)];
  return grid.ys.slice(0, -1).flatMap((top, row) => {
    const texts = cells.slice(row * columns, (row + 1) * columns).map(textOf);
    if (texts.every((text) => text === '')) return [];
    return [{ text: `|${texts.join('|')}|`, x, y: top + size, width: right - x, size }];
  });
}

/** For each cell, the first cell of those it is merged with: no rule stands between them. */
function ownersOf(grid: Grid): number[] {
  const { xs, ys } = grid;
  const columns = xs.length - 1;
  const owners: number[] = [];
  for (let cell = 0; cell < columns * (ys.length - 1); cell += 1) {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    const x = middle(xs, column);
    const y = middle(ys, row);
    const isOpenOnLeft = column > 0 && !isRuled(grid, false, xs[column] as number, y);
    const isOpenAbove = row > 0 && !isRuled(grid, true, ys[row] as number, x);
    if (isOpenOnLeft) owners.push(owners[cell - 1] as number);
    else owners.push(isOpenAbove ? (owners[cell - columns] as number) : cell);
  }
  return owners;
}

function middle(places: readonly number[], index: number): number {
  return ((places[index] as number) + (places[index + 1] as number)) / 2;
}

function isRuled({ rules }: Grid, across: boolean, at: number, beside: number): boolean {
  return rules.some(
    (rule) =>
      rule.across === across && Math.abs(rule.at - at) < NEAR && rule.from < beside && beside < rule.to,
  );
}

function textOf(runs: readonly Run[]): string {
  const text = new JoinedText('');
  for (const line of linesOf({ page: 0, runs, margins: null })) text.add(line.text.replaceAll('\t', ' '));
  return text.toString().replaceAll('|', '｜');
}
