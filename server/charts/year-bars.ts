import { axisX, axisY, barY, gridY, ruleX, ruleY, text } from '@observablehq/plot';
import { type Chart, draw } from './svg.ts';
import { formatTick, valueTicks, widthOf } from './value-axis.ts';
import { foldedText, isFolded, labelledYears, labelOverhang, yearSlots } from './year-axis.ts';
import type { YearValue } from './year-value.ts';

/** Room above the bars and below them. */
const MARGIN = { top: 22, bottom: 24 } as const;

/** Width of the words that stand in the place of a year without a report. */
const NO_REPORT = 36;

/** Between two bars, as a part of their distance. */
const PADDING = 0.25;

/**
 * Draws a bar for each year, each a link, from the first year to the last.
 * The numbers stand on the bars where there is room for all of them, else beside the axis.
 * @param bars of the years with a report, earliest first.
 * @param name what the picture shows, for who doesn't see it.
 * @param width in CSS pixels at which it is sharp.
 */
export function yearBars(bars: readonly YearValue[], name: string, width: number): Chart {
  const slots = yearSlots(bars.map(({ year }) => year));
  const counted = bars.filter(({ value }) => value !== null);
  const without = slots.filter((slot) => !isFolded(slot) && !counted.some(({ year }) => year === slot.year));
  const ticks = valueTicks(
    counted.map(({ value }) => value ?? 0),
    3,
  );
  const top = ticks.at(-1) as number;
  const room = Math.max(
    ...counted.map((bar) => widthOf(bar.text)),
    widthOf('2000'),
    without.length > 0 ? NO_REPORT : 0,
  );
  const hasRoom = room * slots.length <= width;
  const left = hasRoom ? 1 : Math.max(...ticks.map((tick) => widthOf(formatTick(tick))));
  const right = labelOverhang((width - left) / slots.length);
  const step = (width - left - right) / (slots.length + PADDING);
  const hidden = { ariaHidden: 'true' } as const;
  const svg = draw({
    width,
    height: 130,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    marginLeft: left,
    marginRight: right,
    ariaLabel: name,
    x: { type: 'band', domain: slots.map(({ year }) => year), padding: PADDING, round: false, label: null },
    y: { axis: null, domain: [0, top] },
    marks: [
      hasRoom ? null : gridY(ticks, { ...hidden, strokeOpacity: 0.15 }),
      hasRoom ? null : axisY(ticks, { ...hidden, tickSize: 0, tickFormat: formatTick, label: null }),
      barY(counted, { ...hidden, x: 'year', y: 'value', className: 'bar' }),
      hasRoom ? text(counted, { ...hidden, x: 'year', y: 'value', text: 'text', dy: -8 }) : null,
      text(without, {
        ...hidden,
        x: 'year',
        y: 0,
        text: () => (hasRoom ? '无报告' : '·'),
        dy: hasRoom ? -8 : -4,
        className: 'none',
      }),
      ruleX(slots.filter(isFolded), { ...hidden, x: 'year', className: 'fold' }),
      ruleY([0], { ...hidden, strokeOpacity: 0.4 }),
      axisX(labelledYears(slots, step), {
        ...hidden,
        tickSize: 0,

        tickFormat: String,
        label: null,
      }),
      // A low bar would be hard to hit: the whole height is the link, and half of what is between two bars.
      barY(counted, {
        x: 'year',
        y: top,
        insetTop: -MARGIN.top,
        insetBottom: -MARGIN.bottom,
        insetLeft: (-step * PADDING) / 2,
        insetRight: (-step * PADDING) / 2,
        href: ({ href }: YearValue) => href || null,
        title: 'title',
        ariaLabel: 'title',
        className: 'target',
      }),
    ],
  });
  const dots = hasRoom || without.length === 0 ? '' : '“·”是没有报告的年份。';
  return { ...svg, note: dots + foldedText(slots) };
}
