import { axisX, axisY, dot, gridY, lineY, ruleX, ruleY } from '@observablehq/plot';
import { type Chart, draw } from './svg.ts';
import { type Target, targets } from './targets.ts';
import { formatTick, valueTicks, widthOf } from './value-axis.ts';
import { foldedText, isFolded, labelledYears, labelOverhang, type YearSlot, yearSlots } from './year-axis.ts';
import type { YearValue } from './year-value.ts';

/** The shapes of the lines' points, as the library names them and as a legend prints them. */
export const SHAPES = [
  { symbol: 'circle', sign: '●' },
  { symbol: 'square', sign: '■' },
  { symbol: 'triangle', sign: '▲' },
  { symbol: 'diamond', sign: '◆' },
  { symbol: 'star', sign: '★' },
] as const;

/**
 * Draws a line for each of up to five terms, each point a link, from the first year to the last.
 * A line breaks where there is no report.
 * @param lines one or more, each of the same years, those with a report, earliest first.
 * @param name what the picture shows, for who doesn't see it.
 * @param width in CSS pixels at which it is sharp.
 */
export function yearLines(lines: readonly (readonly YearValue[])[], name: string, width: number): Chart {
  const slots = yearSlots(lines[0]?.map(({ year }) => year) ?? []);
  const ticks = valueTicks(
    lines.flat().map(({ value }) => value ?? 0),
    5,
  );
  const left = Math.max(...ticks.map((tick) => widthOf(formatTick(tick))));
  const right = labelOverhang((width - left) / slots.length);
  const step = (width - left - right) / slots.length;
  const points = lines.flatMap((line, i) => pointsOf(line, i, offsetOf(i, lines.length, step)));
  const hidden = { ariaHidden: 'true' } as const;
  const svg = draw({
    width,
    height: Math.round(Math.min(320, width * 0.6)),
    marginTop: 12,
    marginBottom: 28,
    marginLeft: left,
    marginRight: right,
    ariaLabel: name,
    x: { type: 'point', domain: slots.map(({ year }) => year), label: null },
    y: { domain: [0, ticks.at(-1) as number], label: null },
    marks: [
      gridY(ticks, { ...hidden, strokeOpacity: 0.15 }),
      ruleX(slots.filter(isFolded), { ...hidden, x: 'year', className: 'fold' }),
      ruleY([0], { ...hidden, strokeOpacity: 0.4 }),
      axisX(labelledYears(slots, step), { ...hidden, tickSize: 0, tickFormat: String, label: null }),
      axisY(ticks, { ...hidden, tickSize: 0, tickFormat: formatTick, label: null }),
      // No line runs over a point.
      ...lines.map((line, i) => lineOf(line, slots, i, offsetOf(i, lines.length, step))),
      ...lines.map((_, i) => dotsOf(points, i, step)),
      targets(points),
    ],
  });
  const breaks = slots.some((slot) => !slot.hasReport && !isFolded(slot));
  return { ...svg, note: (breaks ? '线断开处是没有报告的年份。' : '') + foldedText(slots) };
}

/** Points apart by so many pixels don't cover each other. */
const APART = 8;

/** How far a line's points stand to the side of their year: of two with the same value both are seen. */
function offsetOf(i: number, lines: number, room: number): number {
  return (i - (lines - 1) / 2) * Math.min(APART, (0.8 * room) / lines);
}

/** A line; a year without a value makes a gap. */
function lineOf(line: readonly YearValue[], slots: readonly YearSlot[], i: number, dx: number) {
  const valueIn = new Map(line.map(({ year, value }) => [year, value]));
  const places = slots.map(({ year }) => ({ year, value: valueIn.get(year) ?? null }));
  return lineY(places, { x: 'year', y: 'value', dx, className: `line ${seriesOf(i)}`, ariaHidden: 'true' });
}

/** A value, and the line that it belongs to. */
interface Point extends Target {
  readonly line: number;
}

function pointsOf(line: readonly YearValue[], i: number, dx: number): Point[] {
  return line.filter(({ value }) => value !== null).map((point) => ({ ...point, line: i, dx }));
}

/** The points of a line to be seen; smaller where many stand close together. */
function dotsOf(points: readonly Point[], i: number, step: number) {
  const ofLine = points.filter(({ line }) => line === i);
  return dot(ofLine, {
    x: 'year',
    y: 'value',
    dx: ofLine[0]?.dx ?? 0,
    symbol: SHAPES[i % SHAPES.length]?.symbol ?? 'circle',
    r: Math.max(2, Math.min(4, step / 2)),
    className: `points ${seriesOf(i)}`,
    ariaHidden: 'true',
  });
}

/** The class of a line and its points, which has its colour. */
function seriesOf(i: number): string {
  return `series-${(i % SHAPES.length) + 1}`;
}
