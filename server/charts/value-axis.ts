/** Below so many of what is counted one by one, a single one must not look like as many as there are. */
const FEW = 4;

/**
 * Chooses the numbers beside an axis of values, from 0 to the first that no value is above: whole ones where the
 * values are, and 1, 2 or 5 times a power of ten apart.
 * @param most how many steps there is room for.
 */
export function valueTicks(values: readonly number[], most: number): number[] {
  const isWhole = values.every(Number.isInteger);
  const top = Math.max(isWhole ? FEW : 0, ...values);
  const power = 10 ** Math.floor(Math.log10(top / most));
  const step = Math.max(isWhole ? 1 : 0, power * ([1, 2, 5].find((n) => n * power * most >= top) ?? 10));
  return Array.from({ length: Math.ceil(top / step) + 1 }, (_, i) => i * step);
}

/** A number beside an axis. */
export const formatTick = (value: number): string =>
  value.toLocaleString('en-US', { maximumSignificantDigits: 6 });

/** Width that a number needs with what is left free beside it, in CSS pixels. */
export const widthOf = (text: string): number => 7 * text.length + 10;
