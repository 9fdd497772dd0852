import { CIRCLED } from './note-mark.ts';

/** Whether a line ends where a sentence ends, and what its ends say about the lines around it. */

const CLOSING = '”’」』）)》】〉\\]';
const TAIL = 60;
const NOTE_MARK_AT_END = new RegExp(
  `(?:\\^?\\[\\^?\\d{1,3}\\]|［\\d{1,3}］|〔\\d{1,2}〕|【\\d{1,3}】|[${CIRCLED}])+$`,
  'u',
);
/** A slip of the pen may stand behind the stop, or a Latin one for it. */
const SENTENCE_END = new RegExp(
  `(?:[。！？；：…!?;:]|\\.{3}|[。！？][、.．]|(?<=\\p{Script=Han}{2})[.．])[${CLOSING}]*$`,
  'u',
);
const FULL_STOP = new RegExp(`[。！？!?][${CLOSING}]*$`, 'u');
/** What follows a whole sentence: 。（县教育局）, ！（热烈鼓掌）. */
const ADDED = new RegExp(
  `(?<=[。！？!?][${CLOSING}]{0,3})\\s?[（(][^（）()]*\\p{Script=Han}[^（）()]+[）)]$`,
  'u',
);
const CUT_OFF_END = /[，、,（(《〈“‘「『【\-－·＋+]$/u;
const CONTINUING_START = /^[，。；：、！？,;!?）)》〉”’」』】％%]/u;

/** Whether a text ends with a mark that ends a sentence or introduces what follows. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(endOf(text));
}

/** Whether a text ends with a full stop, exclamation or question mark. */
export function endsWithStop(text: string): boolean {
  return FULL_STOP.test(endOf(text));
}

/** A text without the footnote marks at its end. */
export function withoutNoteMarks(text: string): string {
  return text.replace(NOTE_MARK_AT_END, '');
}

/**
 * The last characters of a text, without footnote marks and what a bracket adds to a sentence: no more of a
 * long text needs to be searched.
 */
function endOf(text: string): string {
  return withoutNoteMarks(text.slice(-TAIL)).replace(ADDED, '');
}

/** Whether a text ends with a mark that can't be the last of a sentence. */
export function isCutOff(text: string): boolean {
  return CUT_OFF_END.test(text);
}

/** Whether a text starts with a mark that can't be the first of a sentence. */
export function isContinuation(text: string): boolean {
  return CONTINUING_START.test(text);
}

const PAIRS = new Map([
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
]);
const WIDTHLESS = new Map([
  ['(', '（'],
  [')', '）'],
]);

/** Whether a bracket or quotation mark opened in a text isn't closed in it. */
export function hasOpenPair(text: string): boolean {
  const waiting: string[] = [];
  for (const c of text) {
    const character = WIDTHLESS.get(c) ?? c;
    const close = PAIRS.get(character);
    if (close !== undefined) waiting.push(close);
    else if (waiting.at(-1) === character) waiting.pop();
  }
  return waiting.length > 0;
}
