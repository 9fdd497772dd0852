import { placesByName } from '../../report/places.ts';
import { plain } from './plain.ts';
import { endsSentence } from './sentence-end.ts';
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

const DASHES = '[—－―─–-]{0,4}[（(]?';
const MEETING = new RegExp(
  `^${DASHES}(?:(?:19|20)\\d{2}年)?.{0,12}?在?[^，。；、]{2,40}(?:会议|大会)(?:第.{1,4}次(?:全体)?会议)?(?:上(?:的报告)?|通过)?[）)]?.{0,24}$`,
  'u',
);
const MEETING_WORDS = /第.{1,4}[届次]|代表大会|\d日/u;
const BROKEN_MEETING = new RegExp(`^${DASHES}(?:19|20)\\d{2}年.{0,12}在(?!.*(?:会议|大会)上).{2,50}$`, 'u');
const MEETING_END = /^.{0,20}上[）)]?$/u;
const DATE_ONLY = new RegExp(`^${DASHES}(?:19|20)\\d{2}年\\d{1,2}月(?:\\d{1,2}日)?[）)]?$`, 'u');

const OFFICE = '(?:代理?)?(?:省长|市长|区长|县长|州长|旗长|盟长|总理|主席|主任|专员|局长|行政长官)';
const NAME = '\\p{Script=Han}(?:\\s*[\\p{Script=Han}·]){1,12}';
const OFFICE_AND_NAME = `${OFFICE}[：:]?\\s*[（(]?(${NAME})[）)]?$`;
const SPEAKER = new RegExp(`^.{0,24}${OFFICE_AND_NAME}`, 'u');
const SPEAKER_AT_END = new RegExp(OFFICE_AND_NAME, 'u');
const OFFICE_ONLY = new RegExp(`^.{0,24}${OFFICE}$`, 'u');
const NAME_ONLY = new RegExp(`^${NAME}$`, 'u');
const LONGEST_NAME = 14;

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
  return TITLE.test(plainDates(text)) && !NOT_A_TITLE.test(plain(text).replace(PICTURED, ''));
}

/**
 * What a line above the text is; null for a line that belongs to the page.
 * @param inFront whether a title stands above it: on a page, an office above the title is the site's name.
 * @param rightAbove what the line right above it is: below a title or a meeting a name alone is the speaker's.
 */
export function roleOf(text: string, inFront: boolean, rightAbove: FrontRole | null): FrontRole | null {
  if (text.length > LONGEST_FRONT_LINE) return null;
  if (isTitle(text)) return 'title';
  if (isMeeting(plainDates(text))) return 'meeting';
  if (SPEAKER.test(plain(text))) return 'speaker';
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

const SURNAMES =
  '赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦尤许何吕张孔曹严华金魏陶姜戚谢邹章苏潘葛范彭郎鲁韦马苗凤方俞任袁柳史唐费廉岑薛雷贺倪汤滕罗毕郝安常于傅齐康伍余顾孟黄穆萧尹姚邵汪毛戴宋庞熊纪舒项董梁杜阮蓝季贾江童郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房丁邓洪包左石崔吉龚程邢裴陆荣翁惠曲段侯宁甘武刘景詹龙叶黎白赖卓蔺池乔温庄晏柴瞿阎艾向古易廖耿曾关欧白聂冉代邝谭区';
const BARE_NAME = new RegExp(`^[${SURNAMES}]\\s*\\p{Script=Han}(?:\\s*\\p{Script=Han})?$`, 'u');
/** Words of a page that begin like a name. */
const NOT_A_NAME = /高清|关闭|关注|关键|全文|文字|温馨|马上/u;

/** Whether a line is a person's name and nothing else: 周恩来, 李　强. */
function isName(text: string): boolean {
  const form = plain(text);
  if (!BARE_NAME.test(form) || NOT_A_NAME.test(form)) return false;
  return placesByName(form.replace(/\s+/gu, '')).length === 0;
}

function isMeeting(plain: string): boolean {
  return DATE_ONLY.test(plain) || (MEETING.test(plain) && MEETING_WORDS.test(plain));
}

/** Name of the speaker at the end of a line that gives an office, or in a line of its own, or null. */
export function speakerIn(line: string): string | null {
  const name = SPEAKER_AT_END.exec(plain(line))?.[1] ?? (isName(line) ? line : null);
  if (name === null) return null;
  const start = plain(line).lastIndexOf(plain(name));
  return line.slice(start, start + name.length).replace(/\s+/gu, '');
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
  if (OFFICE_ONLY.test(plain(first))) return second.length <= LONGEST_NAME && NAME_ONLY.test(second);
  if (first.length > LONGEST_FRONT_LINE || isTitle(first)) return false;
  if (BROKEN_MEETING.test(plainDates(first)))
    return second.length <= LONGEST_VALUE && MEETING_END.test(second);
  if (!FIRST_HALF_OF_TITLE.test(plainDates(first))) return false;
  return (
    isTitle(first + second) || (third !== undefined && !isTitle(second) && isTitle(first + second + third))
  );
}

function isLabel(text: string): boolean {
  return LABEL_ONLY.test(text) || BARE_LABEL.test(plain(text));
}

/** Two such lines as one: an office and a name keep a space between them, a label gets its colon. */
export function joinFrontLines(first: string, second: string): string {
  if (BARE_LABEL.test(plain(first))) return `${first}：${second}`;
  return OFFICE_ONLY.test(plain(first)) ? `${first} ${second}` : first + second;
}
