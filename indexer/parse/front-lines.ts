import { endsSentence } from './sentence-end.ts';
import { plainDates } from './years.ts';

/** What a line above the text of a report is. */
export type FrontRole = 'title' | 'meeting' | 'speaker' | 'issuer';

/** Longest line above the text that isn't text itself. */
export const LONGEST_FURNITURE = 60;
const LONGEST_FRONT_LINE = 100;

const TITLE =
  /^(?:.{0,60}(?:政府工作(?:的)?报告|工作报告|计划(?:草案)?(?:执行情况)?.{0,40}报告|工作简报|简报|工作总结)(?:全文)?(?:[（(].{1,20}[）)])?|.{0,30}(?:两会特别报道|图解|一图读懂|一图速览|一图看懂).{0,40})$/u;
const NOT_A_TITLE = /[>：:]|位置|来源|(?<!工)作.{0,6}报告$|^关于.*的(?:通知|决定|公告)$/u;

const DASHES = '[—－―─–-]{0,4}[（(]?';
const MEETING = new RegExp(
  `^${DASHES}(?:(?:19|20)\\d{2}年)?.{0,12}?在?[^，。；、]{2,40}(?:会议|大会)(?:第.{1,4}次(?:全体)?会议)?(?:上(?:的报告)?|通过)?[）)]?.{0,24}$`,
  'u',
);
const MEETING_WORDS = /第.{1,4}[届次]|代表大会|\d日/u;
const BROKEN_MEETING = new RegExp(`^${DASHES}(?:19|20)\\d{2}年.{0,12}在(?!.*(?:会议|大会)上).{2,50}$`, 'u');
const MEETING_END = /^.{0,20}上[）)]?$/u;
const DATE_ONLY = new RegExp(`^${DASHES}(?:19|20)\\d{2}年\\d{1,2}月(?:\\d{1,2}日)?[）)]?$`, 'u');

const OFFICE = '(?:代理?)?(?:省长|市长|区长|县长|州长|旗长|盟长|总理|主席|主任|专员|局长)';
const NAME = '\\p{Script=Han}(?:\\s*[\\p{Script=Han}·]){1,12}';
const OFFICE_AND_NAME = `${OFFICE}[：:]?\\s*[（(]?(${NAME})[）)]?$`;
const SPEAKER = new RegExp(`^.{0,24}${OFFICE_AND_NAME}`, 'u');
const SPEAKER_AT_END = new RegExp(OFFICE_AND_NAME, 'u');
const OFFICE_ONLY = new RegExp(`^.{0,24}${OFFICE}$`, 'u');
const NAME_ONLY = new RegExp(`^${NAME}$`, 'u');
const LONGEST_NAME = 14;

const ISSUER = /^.{2,30}(?:人民政府|委员会|改革局|统计局|办公室|办公厅)$/u;
const LABEL_ONLY = /^(?:信息|文章|稿件|发布|更新|成文|发文)?(?:来源|作者|时间|日期|机构|单位)\s*[：:]$/u;
const LONGEST_VALUE = 30;
const FIRST_HALF_OF_TITLE =
  /^(?:关于.*|.*(?:省|市|县|区|州|旗)(?:(?:19|20)\d{2}年)?|(?:19|20)\d{2}年(?:度)?)$/u;

/** Whether a line is a title of a report. */
export function isTitle(text: string): boolean {
  if (text.length > LONGEST_FRONT_LINE || endsSentence(text)) return false;
  return TITLE.test(plainDates(text)) && !NOT_A_TITLE.test(text);
}

/**
 * What a line above the text is; null for a line that belongs to the page.
 * @param belowTitle whether a title stands above it: an office above the title is the site's name.
 */
export function roleOf(text: string, belowTitle: boolean): FrontRole | null {
  if (text.length > LONGEST_FRONT_LINE) return null;
  if (isTitle(text)) return 'title';
  if (isMeeting(plainDates(text))) return 'meeting';
  if (SPEAKER.test(text)) return 'speaker';
  return belowTitle && ISSUER.test(text) ? 'issuer' : null;
}

function isMeeting(plain: string): boolean {
  return DATE_ONLY.test(plain) || (MEETING.test(plain) && MEETING_WORDS.test(plain));
}

/** Name of the speaker at the end of a line that gives an office, or null. */
export function speakerIn(line: string): string | null {
  return SPEAKER_AT_END.exec(line)?.[1]?.replace(/\s+/gu, '') ?? null;
}

/** Whether two lines above the text are one: a broken title, an office and a name, a label and its value. */
export function belongTogether(first: string, second: string): boolean {
  if (LABEL_ONLY.test(first)) return !LABEL_ONLY.test(second) && second.length <= LONGEST_VALUE;
  if (OFFICE_ONLY.test(first)) return second.length <= LONGEST_NAME && NAME_ONLY.test(second);
  if (first.length > LONGEST_FRONT_LINE || isTitle(first)) return false;
  if (BROKEN_MEETING.test(plainDates(first)))
    return second.length <= LONGEST_VALUE && MEETING_END.test(second);
  return FIRST_HALF_OF_TITLE.test(plainDates(first)) && isTitle(first + second);
}

/** Two such lines as one: an office and a name keep a space between them. */
export function joinFrontLines(first: string, second: string): string {
  return OFFICE_ONLY.test(first) ? `${first} ${second}` : first + second;
}
