import { plain } from './plain.ts';

/** How the list of a report's terms is headed: the one place that knows. */

const LONGEST = 40;
const OPEN = '[（(【《〈“]?';
const CLOSE = '[）)】》〉”]?';
const MATTER = '(?:名词|名称|用语|词语|词汇|新词|热词|术语|缩略[语词]|缩写|提法|概念)';
const EXPLAINED = '(?:解释|注解|注释|释义|说明|浅释|简释|诠释|解读)';
/** What each such heading has in it. */
export const GLOSSARY_WORDS = MATTER + EXPLAINED;
const TERMS = `.{0,24}?${MATTER}(?:[及和与、].{1,8}?)?的?${EXPLAINED}(?:[及和与、].{1,6})?(?:汇编|一览|表)?`;
const NOTES = '(?:.{0,12}报告[》”]?)?的?(?:注释|注解|脚注|尾注|释义)';
const ATTACHED = '(?:附(?:件|录)?[\\d一二三四五六七八九十]{0,2}[：:、.．—]{0,2}|资料[：:])?';

/** A heading such as 名词解释, 附：《政府工作报告》有关用语说明, 注释: all of a line, without white space. */
export const GLOSSARY_HEADING = new RegExp(
  `^(?!.*(?:见|点击|查看|下载|附后|印发))${OPEN}${ATTACHED}${OPEN}(?:${TERMS}|${NOTES})${CLOSE}(?:（.{1,30}）)?[：:]?$`,
  'u',
);
/** How the terms are ordered, which may be said in whole sentences. */
const ORDER = /[（(][^（()）]{0,20}(?:先后|顺序|排序|排列|拼音|笔画)[^（()）]{0,20}[）)]$/u;
const LABEL = /^(?:备|附)?注[：:]?$/u;

/** Whether a line is the heading of a glossary. */
export function isGlossaryHeading(text: string): boolean {
  const heading = text.replace(ORDER, '');
  return heading.length <= LONGEST && !/[。；，]/u.test(heading) && GLOSSARY_HEADING.test(bare(heading));
}

/** Whether a line is 注： or 备注：, which stands above the notes to a table as well. */
export function isNotesLabel(text: string): boolean {
  return text.length <= LONGEST && LABEL.test(bare(text));
}

function bare(text: string): string {
  return plain(text).replace(/\s+/gu, '');
}
