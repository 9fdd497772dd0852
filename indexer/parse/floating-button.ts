import type { Dropped, Line, Outcome, Repair } from './line.ts';

/** How often a line of one character must come back to be a button that floats over the page. */
const TIMES = 3;
const ONE_CHARACTER = /^[\p{Script=Han}×xX]$/u;
/** The button that translates a page is removed wherever 译 isn't part of a word. */
const TRANSLATE = '译';
const TRANSLATE_BUTTON = /(?<![翻编口笔转破直意音听])译(?![文制者名著本员成码])/gu;
/** Any other button is removed only behind a punctuation mark, where it can't be part of a word. */
const AFTER_MARK = '(?<=[，。；：、！？”）》])';

/**
 * Removes a button that floats over the page and was caught again and again while it scrolled, as a
 * line of its own (译) and in the middle of lines.
 */
export function removeFloatingButton(lines: readonly Line[]): Outcome<Line[]> {
  const button = floatingButton(lines);
  if (button === null) return { value: [...lines], repairs: [], dropped: [] };
  const kept: Line[] = [];
  const repairs: Repair[] = [];
  const dropped: Dropped[] = [];
  for (const line of lines) {
    if (line.text === button) {
      dropped.push({ line: line.number, text: line.text, reason: '网页浮动按钮' });
      continue;
    }
    const text = withoutButton(line.text, button);
    if (text !== line.text) {
      repairs.push({ line: line.number, before: line.text, after: text, reason: '去掉网页浮动按钮' });
    }
    kept.push(text === line.text ? line : { ...line, text });
  }
  return { value: kept, repairs, dropped };
}

function floatingButton(lines: readonly Line[]): string | null {
  const counts = new Map<string, number>();
  for (const { text, indent } of lines) {
    if (ONE_CHARACTER.test(text) && !indent.startsWith('\t')) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  for (const [character, count] of counts) if (count >= TIMES) return character;
  return null;
}

function withoutButton(text: string, button: string): string {
  if (button === TRANSLATE) return text.replace(TRANSLATE_BUTTON, '');
  return text.replace(new RegExp(`${AFTER_MARK}${button}`, 'gu'), '');
}
