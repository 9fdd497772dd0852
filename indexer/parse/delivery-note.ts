import { mayBeName, speakerIn } from './speaker.ts';
import { plainDates } from './years.ts';

/** A bracket that says when a report was delivered, and maybe by whom: （2012年1月12日 王明）. */
export interface DeliveryNote {
  /** What stands before it in the line: the title, or nothing. */
  readonly before: string;
  readonly note: string;
  readonly speaker: string | null;
}

const BRACKET_AT_END = /^([^（(]*?)\s*([（(]\s*([^（）()]{6,40}?)\s*[）)])$/u;
const DAY = /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/u;

/** The bracket at the end of a line that tells the day of delivery, or null. */
export function deliveryNote(line: string): DeliveryNote | null {
  const [, before = '', note = '', words = ''] = BRACKET_AT_END.exec(line) ?? [];
  if (!DAY.test(plainDates(words))) return null;
  const behind = words.slice(words.indexOf('日') + 1).trim();
  const speaker = behind === '' ? null : (speakerIn(behind) ?? nameIn(behind));
  return behind !== '' && speaker === null ? null : { before, note, speaker };
}

/** Beside the day of delivery even a name that few people have is one. */
function nameIn(text: string): string | null {
  return mayBeName(text) ? text.replace(/\s+/gu, '') : null;
}
