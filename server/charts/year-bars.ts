import { axisX, barY, ruleY, text } from '@observablehq/plot';
import { draw, type Svg } from './svg.ts';

/** A year and what was counted in it. */
export interface YearBar {
  readonly year: number;
  /** Null where there is no report of that year, which is something else than no mention. */
  readonly value: number | null;
  /** The value as readers see it. */
  readonly label: string;
  /** What the bar says in full. */
  readonly title: string;
  /** Where its paragraphs are; null where there are none. */
  readonly href: string | null;
}

/** Width that a label of four digits needs. */
const ROOM = 34;

/**
 * Draws a bar for each year, each with something to see a link.
 * @param name what the picture shows, for who doesn't see it.
 * @param width in CSS pixels at which it is sharp.
 */
export function yearBars(bars: readonly YearBar[], name: string, width = 260): Svg {
  const counted = bars.filter(({ value }) => value !== null);
  const missing = bars.filter(({ value }) => value === null);
  // One mention must not look like as many as there are.
  const top = Math.max(4, ...counted.map(({ value }) => value ?? 0));
  const every = Math.ceil((bars.length * ROOM) / width);
  const ticks = bars.map(({ year }) => year).filter((_, i) => (bars.length - 1 - i) % every === 0);
  const decoration = { x: 'year', ariaHidden: 'true' } as const;
  return draw({
    width,
    height: 130,
    marginTop: 22,
    marginBottom: 24,
    marginLeft: 1,
    marginRight: 1,
    ariaLabel: name,
    x: { type: 'band', domain: bars.map(({ year }) => year), padding: 0.25, label: null },
    y: { axis: null, domain: [0, top] },
    marks: [
      barY(counted, { ...decoration, y: 'value', className: 'bar' }),
      every === 1 ? text(counted, { ...decoration, y: 'value', text: 'label', dy: -8 }) : null,
      text(missing, {
        ...decoration,
        y: 0,
        text: () => (every === 1 ? '无报告' : '·'),
        dy: -8,
        className: 'none',
      }),
      ruleY([0], { ariaHidden: 'true', strokeOpacity: 0.4 }),
      axisX({ ticks, tickSize: 0, tickFormat: String, label: null, ariaHidden: 'true' }),
      // A low bar would be hard to hit: the whole height is the link.
      barY(counted, {
        x: 'year',
        y: top,
        insetTop: -20,
        insetBottom: -22,
        href: 'href',
        title: 'title',
        ariaLabel: 'title',
        className: 'target',
      }),
    ],
  });
}
