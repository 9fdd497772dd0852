/** What was counted in a year, as a chart shows it. */
export interface YearValue {
  readonly year: number;
  /** Null where there is nothing to measure, which is something else than no mention. */
  readonly value: number | null;
  /** The value as readers see it. */
  readonly text: string;
  /** The value with its year and what was counted. */
  readonly title: string;
  /** Where its paragraphs are; empty where there are none. */
  readonly href: string;
}
