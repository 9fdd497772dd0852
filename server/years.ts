import type { YearRange } from '../engine/engine.ts';

/** How addresses write years: `2024`, `2020..2025`. */
export const YEARS_PATTERN = /^(\d{4})(?:\.\.(\d{4}))?$/;

/** Years of an address as a range; undefined for anything else. */
export function parseYears(text: string): YearRange | undefined {
  const [, from, to = from] = text.match(YEARS_PATTERN) ?? [];
  if (from === undefined || to === undefined || from > to) return undefined;
  return { from: Number(from), to: Number(to) };
}

/** Whether a year lies in a range; none does in what isn't one. */
export function isWithin(year: number, range: YearRange | undefined): boolean {
  return range !== undefined && range.from <= year && year <= range.to;
}
