import { type Matrix, multiply } from './pdf-lines.ts';

/** A straight line drawn on a page, across or down, from the top of the page. */
export interface Rule {
  readonly across: boolean;
  /** Where it stands: down the page if it runs across, else to the right. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What a page tells to draw, as pdf.js lists it. */
export interface Drawing {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The numbers of pdf.js for what rules are drawn with. */
export interface DrawingCodes {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly constructPath: number;
  readonly endPath: number;
  readonly fill: number;
  readonly eoFill: number;
}

/** A filled box as thin as this is a line, in points. */
const THICKEST = 2.5;
const SHORTEST = 4;
/** A page with more is a drawing. */
const MOST_RULES = 4000;
/** How pdf.js writes a path: what it does, then the points. */
const POINTS = [1, 1, 3, 2, 0];
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;

type Point = readonly [number, number];

/** The lines drawn on a page, edges of boxes included. */
export function rulesOf({ fnArray, argsArray }: Drawing, codes: DrawingCodes, page: Matrix): Rule[] {
  const rules: Rule[] = [];
  const stack: Matrix[] = [];
  let matrix = page;
  for (const [i, code] of fnArray.entries()) {
    const args = argsArray[i];
    if (code === codes.save || code === codes.paintFormXObjectBegin) stack.push(matrix);
    if (code === codes.restore || code === codes.paintFormXObjectEnd) matrix = stack.pop() ?? page;
    const moved = code === codes.transform ? args : code === codes.paintFormXObjectBegin ? first(args) : null;
    if (isNumbers(moved)) matrix = multiply(matrix, moved);
    if (code !== codes.constructPath || !Array.isArray(args) || args[0] === codes.endPath) continue;
    const isFilled = args[0] === codes.fill || args[0] === codes.eoFill;
    for (const path of pathsOf(first(args[1]), matrix)) {
      for (const rule of isFilled ? barOf(path) : edgesOf(path)) rules.push(rule);
    }
    if (rules.length > MOST_RULES) return [];
  }
  return rules;
}

function first(args: unknown): unknown {
  return Array.isArray(args) ? args[0] : null;
}

function isNumbers(value: unknown): value is readonly number[] {
  return (Array.isArray(value) || value instanceof Float32Array) && value.length >= POINTS.length;
}

/** The figures a path is made of, as points on the page; those with curves aren't rules. */
function pathsOf(data: unknown, matrix: Matrix): Point[][] {
  if (!isNumbers(data)) return [];
  const paths: Point[][] = [];
  for (let i = 0; i < data.length; ) {
    const step = data[i] as number;
    const point = (): Point => place(matrix, data[i + 1] as number, data[i + 2] as number);
    const path = paths.at(-1);
    if (step === MOVE) paths.push([point()]);
    else if (step === LINE) path?.push(point());
    else if (step === CLOSE && path?.[0] !== undefined) path.push(path[0]);
    else if (path !== undefined) paths.splice(-1, 1, []);
    i += 1 + 2 * (POINTS[step] ?? 0);
  }
  return paths;
}

function place([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

function barOf(path: readonly Point[]): Rule[] {
  const xs = path.map(([x]) => x);
  const ys = path.map(([, y]) => y);
  if (xs.length === 0) return [];
  return ruleBetween([Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]);
}

function edgesOf(path: readonly Point[]): Rule[] {
  return path.flatMap((point, i) => (i === 0 ? [] : ruleBetween(path[i - 1] as Point, point)));
}

/** The rule from corner to corner; none where they stand apart both ways. */
function ruleBetween([x, y]: Point, [right, down]: Point): Rule[] {
  const [width, height] = [Math.abs(right - x), Math.abs(down - y)];
  if (height <= THICKEST && width >= SHORTEST) {
    return [{ across: true, at: (y + down) / 2, from: Math.min(x, right), to: Math.max(x, right) }];
  }
  if (width <= THICKEST && height >= SHORTEST) {
    return [{ across: false, at: (x + right) / 2, from: Math.min(y, down), to: Math.max(y, down) }];
  }
  return [];
}
