import { plain } from './plain.ts';

/** How appendices are headed. */

const LONGEST = 40;
const LABEL = '附\\s*(?:件|录|表)\\s*[\\d一二三四五六七八九十]{0,2}\\s*';
const HEADING = new RegExp(`^${LABEL}(?:[：:].*)?$`, 'u');
const LABEL_ALONE = new RegExp(`^${LABEL}[：:]?$`, 'u');

/** Whether a line announces an appendix: 附件, 附件1, 附表2：…. */
export function isAppendixHeading(text: string): boolean {
  return text.length <= LONGEST && HEADING.test(plain(text));
}

/** Whether it leaves the title to the line below. */
export function isAppendixLabel(text: string): boolean {
  return text.length <= LONGEST && LABEL_ALONE.test(plain(text));
}
