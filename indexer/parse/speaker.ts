import { placesByName } from '../../report/places.ts';
import { plain } from './plain.ts';

/** Who delivered a report, as the lines above its text say. */

const OFFICES = '省长|市长|区长|县长|州长|旗长|盟长|总理|主席|主任|专员|局长|部长|行政长官'.replaceAll(
  /(?<=[^|])(?=[^|])/gu,
  '\\s*',
);
const OFFICE = `(?:代\\s*(?:理\\s*)?)?(?:${OFFICES})`;
const HAN = '\\p{Script=Han}';
/** 李强, 李　强, 洛桑江村, 努尔·白克力. */
const NAME = `${HAN}(?:\\s*${HAN}){1,5}(?:\\s*[·•・‧]\\s*${HAN}(?:\\s*${HAN}){0,9}){0,2}`;
const OFFICE_AND_NAME = `${OFFICE}[：:]?\\s*[（(]?(${NAME})[）)]?$`;
/** A speaker may hold several offices: the name stands behind the last. */
const SPEAKER_AT_END = new RegExp(`^.*${OFFICE_AND_NAME}`, 'u');
/** Longest line of nothing but offices and a name. */
const LONGEST_SPEAKER = 40;
const OFFICE_ONLY = new RegExp(`^.{0,24}${OFFICE}$`, 'u');
const NAME_ONLY = new RegExp(`^${NAME}$`, 'u');
const LONGEST_NAME = 20;

const SURNAMES =
  '赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦尤许何吕张孔曹严华金魏陶姜戚谢邹章苏潘葛范彭郎鲁韦马苗凤方俞任袁柳史唐费廉岑薛雷贺倪汤滕罗毕郝安常于傅齐康伍余顾孟黄穆萧肖尹姚邵汪毛戴宋庞熊纪舒项董梁杜阮蓝季贾江童郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房丁邓洪包左石崔吉龚程邢裴陆荣翁惠曲段侯宁甘武刘景詹龙叶黎白赖卓蔺池乔温庄晏柴瞿阎闫艾向古易廖耿曾关欧白聂冉代邝谭区翟宫牛仇栾焦车班符党姬桑桂边浦习匡寇佟靳覃敖';
const BARE_NAME = new RegExp(`^[${SURNAMES}]\\s*${HAN}(?:\\s*${HAN})?$`, 'u');
/** 韩正市长在…会议上. */
const NAME_BEFORE_OFFICE = new RegExp(`^([${SURNAMES}]${HAN}{1,2})${OFFICE}在`, 'u');
/** Words of a page that begin like a name, and what somebody does rather than who. */
const NOT_A_NAME = /高清|关闭|关注|关键|全文|文字|温馨|马上|报告|讲话|致辞|发布|通过|修订|同志/u;

/** Whether a line gives an office and who holds it. */
export function isSpeaker(text: string): boolean {
  return text.length <= LONGEST_SPEAKER && officeHolder(text) !== null;
}

/** Whether a line is an office without a name. */
export function isOffice(text: string): boolean {
  return OFFICE_ONLY.test(plain(text));
}

/** Whether a text beside an office or a day may be a person's name. */
export function mayBeName(text: string): boolean {
  return text.length <= LONGEST_NAME && NAME_ONLY.test(text) && !NOT_A_NAME.test(plain(text));
}

/** Whether a line is a person's name and nothing else: 周恩来, 李　强. */
export function isName(text: string): boolean {
  const form = plain(text);
  if (!BARE_NAME.test(form) || NOT_A_NAME.test(form)) return false;
  return placesByName(form.replace(/\s+/gu, '')).length === 0;
}

/** Name of the speaker in a line that gives an office, or in a line of its own, or null. */
export function speakerIn(line: string): string | null {
  const name = officeHolder(line) ?? (isName(line) ? line : nameBefore(line));
  return name === null ? null : name.replace(/\s+/gu, '');
}

function officeHolder(line: string): string | null {
  const name = SPEAKER_AT_END.exec(plain(line))?.[1];
  if (name === undefined || NOT_A_NAME.test(name)) return null;
  const start = plain(line).lastIndexOf(name);
  return line.slice(start, start + name.length);
}

function nameBefore(line: string): string | null {
  const name = NAME_BEFORE_OFFICE.exec(plain(line))?.[1];
  return name === undefined || !isName(name) ? null : line.slice(0, name.length);
}
