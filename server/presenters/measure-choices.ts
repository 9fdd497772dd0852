import { MEASURE_TEXTS, MEASURES, type Measure } from '../counting/measures.ts';

interface MeasureChoice {
  readonly label: string;
  readonly title: string;
  readonly href: string;
  readonly current: boolean;
}

/** The address of a page of counts in a measure. */
function withMeasure(url: string, measure: Measure): string {
  if (measure === 'hits') return url;
  return `${url}${url.includes('?') ? '&' : '?'}measure=${measure}`;
}

/** The ways to look at counts, each a link. */
export function measureChoices(url: string, current: Measure): MeasureChoice[] {
  return MEASURES.map((measure) => ({
    label: MEASURE_TEXTS[measure].name,
    title: MEASURE_TEXTS[measure].about,
    href: withMeasure(url, measure),
    current: measure === current,
  }));
}
