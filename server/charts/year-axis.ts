/** A place on an axis of years. */
export interface YearSlot {
  /** The year; of years that are folded, the first. */
  readonly year: number;
  /** The last of years that are folded; else the year itself. */
  readonly until: number;
  readonly hasReport: boolean;
}

/** From so many on, years without a report that follow each other are folded into one place. */
const FOLDED = 5;

/**
 * Lays out an axis on which every year with a report has its place. A short gap is as wide as its years, so that
 * it looks like one; a long one would leave no room for the years that have something to show.
 * @param years those with a report, earliest first.
 */
export function yearSlots(years: readonly number[]): YearSlot[] {
  return years.flatMap((year, i) => [
    ...gap((years[i - 1] ?? year - 1) + 1, year - 1),
    { year, until: year, hasReport: true },
  ]);
}

function gap(from: number, to: number): YearSlot[] {
  const length = to - from + 1;
  if (length >= FOLDED) return [{ year: from, until: to, hasReport: false }];
  return Array.from({ length }, (_, i) => ({ year: from + i, until: from + i, hasReport: false }));
}

/** Whether a place stands for several years. */
export const isFolded = ({ year, until }: YearSlot): boolean => until > year;

/** Says which years are folded; empty where none are. */
export function foldedText(slots: readonly YearSlot[]): string {
  const folded = slots.filter(isFolded).map(({ year, until }) => `${year}—${until}年`);
  return folded.length === 0 ? '' : `竖虚线处连续几年没有报告，缩成一格：${folded.join('、')}。`;
}

/** Width that a label of four digits needs, in CSS pixels. */
const LABEL = 36;

/** What to leave free beside the last place, whose label may be wider than itself. */
export const labelOverhang = (room: number): number => Math.max(1, (LABEL - room) / 2);

/**
 * Chooses the years that are written below an axis, such that no two touch: the first and the last, those beside
 * a fold, then round ones.
 * @param room width of a place in CSS pixels.
 * @returns these years, earliest first.
 */
export function labelledYears(slots: readonly YearSlot[], room: number): number[] {
  const every = [1, 2, 5, 10, 20, 50].find((years) => years * room >= LABEL) ?? 100;
  const places = slots.map(({ year }, i) => ({ year, i })).filter(({ i }) => !isFolded(slots[i] as YearSlot));
  const isBesideFold = (i: number) => [slots[i - 1], slots[i + 1]].some((slot) => slot && isFolded(slot));
  const inOrder = [
    ...places.slice(-1),
    ...places.slice(0, 1),
    ...places.filter(({ i }) => isBesideFold(i)).toReversed(),
    ...places.filter(({ year }) => year % every === 0),
  ];
  const chosen: number[] = [];
  for (const { i } of inOrder) {
    if (chosen.every((other) => Math.abs(other - i) * room >= LABEL)) chosen.push(i);
  }
  return chosen.toSorted((a, b) => a - b).map((i) => slots[i]?.year as number);
}
