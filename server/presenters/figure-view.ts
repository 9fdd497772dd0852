import type { Chart } from '../charts/svg.ts';
import { MEASURE_TEXTS, type Measure } from '../counting/measures.ts';

/** A picture of numbers, and what is to be said of it. */
export interface FigureView {
  /** Which of two is shown depends on the page's room. */
  readonly size: 'wide' | 'narrow';
  readonly picture: Chart;
  readonly caption: string;
}

/** Widths of a picture on a page of its own, and on a phone. */
export const PAGE_WIDTHS = { wide: 720, narrow: 343 } as const;

/**
 * Draws the same picture for where there is much room and for where there is little.
 * @param draw makes it, at a width in CSS pixels.
 */
export function figuresByYear(
  measure: Measure,
  widths: Readonly<Record<FigureView['size'], number>>,
  draw: (width: number) => Chart,
): FigureView[] {
  const { name, unit } = MEASURE_TEXTS[measure];
  return (['wide', 'narrow'] as const).map((size) => {
    const picture = draw(widths[size]);
    return { size, picture, caption: `各年${name}（${unit}）。${picture.note}` };
  });
}
