import type { TextRange } from '../../text/match.ts';

const LONGEST_LEAD = 30;
const NOT_A_LEAD = /[，：；！？,;:!?]|工作$/u;

/**
 * The sentence that opens a paragraph in bold type, as far as plain text shows it: short, without a
 * comma, and followed by more.
 */
export function leadOf(text: string): TextRange | undefined {
  const stop = text.indexOf('。');
  if (stop < 0 || stop > LONGEST_LEAD || stop === text.length - 1) return undefined;
  return NOT_A_LEAD.test(text.slice(0, stop)) ? undefined : [0, stop + 1];
}
