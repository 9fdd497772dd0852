import { axisX, axisY, dot, gridY, lineY, ruleY } from '@observablehq/plot';
import { draw, type Svg } from './svg.ts';

/** What was counted in a year. */
interface YearPoint {
  readonly year: number;
  /** Null where there is no report of that year: the line has a gap there. */
  readonly value: number | null;
  /** What the point says in full. */
  readonly title: string;
  /** Where its paragraphs are; null for none. */
  readonly href: string | null;
}

/** A line, told from the others by colour and by the shape of its points. */
export interface YearLine {
  readonly points: readonly YearPoint[];
}

/** The shapes of the lines' points, as the library names them and as a legend prints them. */
export const SHAPES = [
  { symbol: 'circle', sign: '●' },
  { symbol: 'square', sign: '■' },
  { symbol: 'triangle', sign: '▲' },
  { symbol: 'diamond', sign: '◆' },
  { symbol: 'star', sign: '★' },
] as const;

/** Width that a label of four digits needs. */
const ROOM = 40;

/**
 * Draws a line for each of up to five terms, each point a link.
 * @param years along the axis, earliest first.
 * @param name what the picture shows, for who doesn't see it.
 * @param width in CSS pixels at which it is sharp.
 */
export function yearLines(
  lines: readonly YearLine[],
  years: readonly number[],
  name: string,
  width: number,
): Svg {
  const every = Math.ceil((years.length * ROOM) / width);
  const ticks = years.filter((_, i) => (years.length - 1 - i) % every === 0);
  const top = Math.max(0, ...lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0)));
  const dx = (i: number) => offsetOf(i, lines.length, width / years.length);
  return draw({
    width,
    height: Math.round(Math.min(320, width * 0.6)),
    marginTop: 12,
    marginBottom: 28,
    marginLeft: 44,
    marginRight: 16,
    ariaLabel: name,
    x: { type: 'point', domain: years, label: null },
    y: { domain: [0, top === 0 ? 1 : top], nice: true, label: null },
    marks: [
      gridY({ ticks: 5, ariaHidden: 'true', strokeOpacity: 0.15 }),
      ruleY([0], { ariaHidden: 'true', strokeOpacity: 0.4 }),
      axisX({ ticks, tickSize: 0, tickFormat: String, label: null, ariaHidden: 'true' }),
      axisY({ ticks: 5, tickSize: 0, label: null, ariaHidden: 'true' }),
      // No line runs over a point.
      ...lines.map(({ points }, i) => lineOf(points, i, dx(i))),
      ...lines.map(({ points }, i) => pointsOf(points, i, dx(i))),
    ],
  });
}

/** Points apart by so many pixels don't cover each other. */
const APART = 8;

/** How far a line's points stand to the side of their year: of two with the same value both are seen. */
function offsetOf(i: number, lines: number, room: number): number {
  return (i - (lines - 1) / 2) * Math.min(APART, (0.8 * room) / lines);
}

function lineOf(points: readonly YearPoint[], i: number, dx: number) {
  // A point without a value makes a gap.
  return lineY(points, { x: 'year', y: 'value', dx, className: `line ${seriesOf(i)}`, ariaHidden: 'true' });
}

function pointsOf(points: readonly YearPoint[], i: number, dx: number) {
  return dot(
    points.filter(({ value }) => value !== null),
    {
      x: 'year',
      y: 'value',
      dx,
      symbol: SHAPES[i % SHAPES.length]?.symbol ?? 'circle',
      r: 4,
      href: 'href',
      title: 'title',
      ariaLabel: 'title',
      className: `points ${seriesOf(i)}`,
    },
  );
}

/** The class of a line and its points, which has its colour. */
function seriesOf(i: number): string {
  return `series-${(i % SHAPES.length) + 1}`;
}
