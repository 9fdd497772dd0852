import { CIRCLED } from './note-mark.ts';

/** Whether a line ends where a sentence ends, and what its ends say about the lines around it. */

const CLOSING = '”’」』）)》】〉\\]';
const TAIL = 60;
const NOTE_MARK_AT_END = new RegExp(
  `(?:\\^?\\[\\^?\\d{1,3}\\]|［\\d{1,3}］|〔\\d{1,2}〕|【\\d{1,3}】|[${CIRCLED}])+$`,
  'u',
);
const SENTENCE_END = new RegExp(`[。！？；：…!?;:][${CLOSING}]*$`, 'u');
const FULL_STOP = new RegExp(`[。！？!?][${CLOSING}]*$`, 'u');
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

/** The last characters of a text, without footnote marks: no more of a long text needs to be searched. */
function endOf(text: string): string {
  return text.slice(-TAIL).replace(NOTE_MARK_AT_END, '');
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
