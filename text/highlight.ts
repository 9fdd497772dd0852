import type { TextRange } from './match.ts';

/** A piece of a text, plain or marked. Escaping is for whoever prints it. */
export interface Fragment {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * Cuts a stretch of a text into plain and marked fragments.
 * @param ranges sorted and merged; parts outside the stretch are left out.
 * @param within the stretch; the whole text if left out.
 */
export function fragments(
  text: string,
  ranges: readonly TextRange[],
  within: TextRange = [0, text.length],
): Fragment[] {
  const result: Fragment[] = [];
  const push = (from: number, to: number, marked: boolean) => {
    if (to > from) result.push({ text: text.slice(from, to), marked });
  };
  let at = within[0];
  for (const [start, end] of ranges) {
    if (end <= within[0] || start >= within[1]) continue;
    push(at, Math.max(start, at), false);
    push(Math.max(start, at), Math.min(end, within[1]), true);
    at = Math.min(end, within[1]);
  }
  push(at, within[1], false);
  return result;
}
