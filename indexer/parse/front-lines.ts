import { deliveryNote } from './delivery-note.ts';
import { plain } from './plain.ts';
import { endsSentence, withoutNoteMarks } from './sentence-end.ts';
import { isName, isOffice, isSpeaker, mayBeName } from './speaker.ts';
import { plainDates } from './years.ts';

/** What a line above the text of a report is. */
export type FrontRole = 'title' | 'meeting' | 'speaker' | 'issuer' | 'issue';

/** Longest line above the text that isn't text itself. */
export const LONGEST_FURNITURE = 60;
const LONGEST_FRONT_LINE = 100;

const TITLE =
  /^(?:.{0,60}(?:政府工作(?:的)?报告|工作报告|施政报告|(?:计划|预算)(?:草案)?(?:执行情况)?.{0,40}报告|工作简报|简报|工作总结)(?:全文)?(?:[（(].{1,20}[）)])?|.{0,30}(?:两会特别报道|图解|一图读懂|一图速览|一图看懂|一图解读).{0,40})$/u;
/** What may stand before the title of an infographic: 一图读懂｜, 图解：. */
const PICTURED = /^(?:图解|一图(?:读懂|速览|看懂|解读))\s*[｜|丨：:]\s*/u;
const NOT_A_TITLE = /[>：:]|位置|来源|(?<!工)作.{0,6}报告$|^关于.*的(?:通知|决定|公告)$/u;

const LABEL_OF_TITLE = /^原标题\s*[：:]\s*/u;
/** 平江县2026年《政府工作报告》; what stands before may only say whose and when. */
const QUOTED_REPORT = /^([^《》]{0,30}(?:省|市|县|区|州|旗|盟|政府|年))?《([^《》]+)》$/u;
const TWICE = /^(.{6,50})\s*\1$/u;

const DASHES = '[—－―─–-]{0,4}[（(]?';
const MEETING = new RegExp(
  `^${DASHES}(?:(?:19|20)\\d{2}年)?.{0,12}?在?[^，。；、]{2,40}(?:会议|大会)(?:第.{1,4}次(?:全体)?会议)?(?:上(?:的报告)?|通过)?[）)]?.{0,24}$`,
  'u',
);
const MEETING_WORDS = /第.{1,4}[届次]|代表大会|届人大|\d日/u;
/** A day and the next one, or the next but few: 1964年12月21日、22日. */
const DATE_ONLY = new RegExp(
  `^${DASHES}(?:19|20)\\d{2}年\\d{1,2}月(?:\\d{1,2}日(?:[、至到—－-]{1,2}(?:\\d{1,2}月)?\\d{1,2}日)?)?[）)]?$`,
  'u',
);
/** Lines cut before the day, and before which meeting of a congress it was. */
const BROKEN_DATE = new RegExp(`^${DASHES}(?:19|20)\\d{2}年(?:\\d{1,2}月)?$`, 'u');
const DATE_GOES_ON = /^(?:\d{1,2}月)?\d{1,2}日/u;
const BROKEN_CONGRESS = /(?:代表大会|届人大)$/u;
const CONGRESS_GOES_ON = /^第.{1,4}次(?:全体)?会议/u;
const BROKEN_MEETING = new RegExp(`^${DASHES}(?:19|20)\\d{2}年.{0,12}在(?!.*(?:会议|大会)上).{2,50}$`, 'u');
const MEETING_END = /^.{0,20}上[）)]?$/u;

const DAY = '(?:[（(]?(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日[）)]?)';
const NUMBER_OF_ISSUE =
  '[（(]?(?:(?:19|20)\\d{2}年(?:度)?)?(?:总?第[\\d一二三四五六七八九十百]{1,6}期|增刊)[）)]?(?:[（(]总第?\\d{1,5}期[）)])?';
const ISSUE = new RegExp(`^${NUMBER_OF_ISSUE}${DAY}?$`, 'u');
const ISSUER = new RegExp(
  `^(?:${NUMBER_OF_ISSUE})?([^：:，。；]{2,40}?(?:人民政府|委员会|局|厅|办公室|研究室|领导小组|行署|行政公署))(?:主办|编印|编|印发?)?${DAY}?$`,
  'u',
);
const LABEL_ONLY = /^(?:信息|文章|稿件|发布|更新|成文|发文)?(?:来源|作者|时间|日期|机构|单位)\s*[：:]$/u;
const BARE_LABEL =
  /^(?:索引号|分类|主题分类|体裁分类|发布机构|发文机关|公开机构|文号|发文字号|关键词|主题词|内容概述|内容摘要|时效|有效性|(?:成文|发文|发布|生成|废止|公开)日期)$/u;
const LONGEST_VALUE = 30;
const FIRST_HALF_OF_TITLE =
  /^(?:关于.*|.*(?:省|市|县|区|州|旗)(?:(?:19|20)\d{2}年)?|(?:19|20)\d{2}年(?:度)?|.*(?:19|20)\d{2}年.{0,4}(?:国民经济|财政|预算|计划).*)$/u;

/** Whether a line is a title of a report. */
export function isTitle(text: string): boolean {
  if (text.length > LONGEST_FRONT_LINE || endsSentence(text)) return false;
  const title = unquoted(text);
  return TITLE.test(plainDates(title)) && !NOT_A_TITLE.test(plain(title).replace(PICTURED, ''));
}

/** The title in a line without what pages and books add to it: a label, the mark of a note, itself. */
export function titleIn(line: string): string {
  const title = withoutNoteMarks(line.replace(LABEL_OF_TITLE, '')).trim();
  return TWICE.exec(title)?.[1] ?? title;
}

function unquoted(text: string): string {
  return titleIn(text).replace(QUOTED_REPORT, '$1$2');
}

/**
 * What a line above the text is; null for a line that belongs to the page.
 * @param inFront whether a title stands above it: on a page, an office above the title is the site's name.
 * @param rightAbove what the line right above it is: below a title or a meeting a name alone is the speaker's.
 */
export function roleOf(text: string, inFront: boolean, rightAbove: FrontRole | null): FrontRole | null {
  if (text.length > LONGEST_FRONT_LINE) return null;
  if (isTitle(text)) return 'title';
  if (isMeeting(text)) return 'meeting';
  if (isSpeaker(text)) return 'speaker';
  if ((rightAbove === 'title' || rightAbove === 'meeting') && isName(text)) return 'speaker';
  if (!inFront) return null;
  if (ISSUE.test(plainDates(text))) return 'issue';
  return issuerIn(text) === null ? null : 'issuer';
}

/** The office that a line names, without the issue before it and 编 and a date behind it, or null. */
export function issuerIn(line: string): string | null {
  const form = plainDates(line);
  const office = ISSUER.exec(form)?.[1];
  if (office === undefined) return null;
  const start = form.indexOf(office);
  return line.replace(/\s+/gu, '').slice(start, start + office.length);
}

function isMeeting(text: string): boolean {
  const form = plainDates(text);
  if (DATE_ONLY.test(form) || (MEETING.test(form) && MEETING_WORDS.test(form))) return true;
  return deliveryNote(text)?.before === '';
}

const MEETING_BEHIND_TITLE =
  /^(.{2,60}?(?:报告|简报)(?:[（(](?:全文|摘要)[）)])?)\s*[—－―─–（(-]*(?=[\d〇零一二三四五六七八九]{4}年|在)/u;

/** The title that opens a line with the meeting behind it, or null. */
export function titleBefore(meeting: string): string | null {
  const title = MEETING_BEHIND_TITLE.exec(plain(meeting))?.[1];
  return title !== undefined && isTitle(title) ? meeting.slice(0, title.length) : null;
}

/**
 * Whether two lines above the text are one: a broken title (which the third may end), an office and a
 * name, a label and its value.
 */
export function belongTogether(first: string, second: string, third?: string): boolean {
  if (isLabel(first)) return !isLabel(second) && second.length <= LONGEST_VALUE;
  if (isOffice(first)) return mayBeName(second);
  if (first.length > LONGEST_FRONT_LINE || isTitle(first)) return false;
  if (isBrokenMeeting(plainDates(first), plainDates(second))) return true;
  if (BROKEN_MEETING.test(plainDates(first)))
    return second.length <= LONGEST_VALUE && MEETING_END.test(second);
  if (!FIRST_HALF_OF_TITLE.test(plainDates(first))) return false;
  return (
    isTitle(first + second) || (third !== undefined && !isTitle(second) && isTitle(first + second + third))
  );
}

function isBrokenMeeting(first: string, second: string): boolean {
  if (second.length > LONGEST_FRONT_LINE) return false;
  if (BROKEN_DATE.test(first)) return DATE_GOES_ON.test(second);
  return BROKEN_CONGRESS.test(first) && CONGRESS_GOES_ON.test(second);
}

function isLabel(text: string): boolean {
  return LABEL_ONLY.test(text) || BARE_LABEL.test(plain(text));
}

/** Two such lines as one: an office and a name keep a space between them, a label gets its colon. */
export function joinFrontLines(first: string, second: string): string {
  if (BARE_LABEL.test(plain(first))) return `${first}：${second}`;
  return isOffice(first) ? `${first} ${second}` : first + second;
}
