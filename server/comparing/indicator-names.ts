import type { TextRange } from '../../text/match.ts';
import { isInDictionary } from '../../text/part-of-speech.ts';
import { segment } from '../../text/segment.ts';

/** The name of an indicator, and where it stands. */
export interface Named {
  /** Whole, also where the text has a part of it: 城镇居民收入 in 城镇、农村居民收入. */
  readonly name: string;
  readonly from: number;
  /** Of what is written of it. */
  readonly length: number;
}

/** What a statement of a target is about. */
export interface Subject {
  readonly names: readonly Named[];
  readonly from: number;
  /** What is said of it; empty where nothing is. */
  readonly said: string;
}

/** What a target says of its indicator: where its name ends. */
const MOVES =
  /(?<!自然)增长|增速|增幅|涨幅|上涨|下降|降低|降幅|减少|削减|缩小|提高|提升|改善|持平|平衡|同步|一致|稳中|年均(?!浓度)|累计|同比|稳定|稳步|控制|保持|力争|确保|不?[高低]于|不超过|(?<![下发到])达|突破|超过|实现|完成|(?<![人平年])均|分别|(?<![A-Za-z][\d.]*)\d|[^\p{Script=Han}A-Za-z\d.、]/u;

/** What may stand before a name, and isn't part of it. */
const BEFORE =
  /^(?:\s|.{0,30}目标(?:任务)?(?:建议)?[是为]|其中|即|预计|建议|提出|确定|.{0,6}下达的|[全本我][国省市县区州盟旗地]|[今明全]年|\d{4}年|[一二三四五六七八九十]是|力争|确保|实现|完成|推动|促进|保持|努力|将|要|全面|按.{1,4}口径)+/u;

/** What may stand behind a name, and isn't part of it either. */
const BEHIND =
  /(?:实际|[小大]幅|适度|平稳|合理|继续|持续|进一步|基本|全年|总体|同口径|[比较][上去]年|各|正|将|在|为|目标|(?:等[^等指]{0,6})?指标|状况|相关|约束性)+$/u;

/** How the name of what is measured ends. */
const MEASURED =
  /(?:收入|支出|收支|投资|投入|[内外]资|资金|消费|出口|就业|人口|价格|指数|[能水]耗|减排|降碳|排放|浓度|面积|产业|规模|强度|水质|质量|(?:总|价格)水平|[天人户]数|数量|量|率|额|值|比|比重|比例|GDP|CPI)$/u;

/** Names of fewer characters are words that stand anywhere (投资, 出口); what has more is no name. */
const SHORTEST = 4;
const LONGEST = 40;
const LATIN_NAME = /^[A-Z]{3,}$/u;

/** Words that join names. */
const JOINT = /(、|和|以?及)/u;

/** What puts an indicator beside something else, and that: 居民收入与经济增长同步. */
const BESIDE = /同步|一致|衔接|匹配|相适应/u;
const OTHER = /与[^与]*$/u;

/** Tells whether a statement has come to what it says of its subject. */
export function isSaid(statement: string): boolean {
  return MOVES.test(statement.replace(BEFORE, ''));
}

/** What a statement of a target is about: the names at its beginning, up to what is said of them. */
export function subjectOf(statement: string): Subject {
  const from = statement.match(BEFORE)?.[0].length ?? 0;
  const rest = statement.slice(from);
  const end = rest.search(MOVES);
  const [subject, said] = end < 0 ? [rest, ''] : [rest.slice(0, end), rest.slice(end)];
  const isBeside = BESIDE.test(rest);
  return { names: namesIn(isBeside ? subject.replace(OTHER, '') : subject, from, isBeside), from, said };
}

/** The names that are joined in a subject. */
function namesIn(subject: string, offset: number, isBeside: boolean): Named[] {
  const parts: Named[] = [];
  let from = offset;
  // Every second piece is a joint.
  for (const [i, piece] of subject.split(JOINT).entries()) {
    const name = piece.length > LONGEST ? '' : piece.replace(BEHIND, '');
    if (i % 2 === 0) parts.push({ name, from, length: name.length });
    from += piece.length;
  }
  if (parts.length > 1 && isBeside && !isWhole(parts.at(-1)?.name ?? '')) parts.pop();
  const last = parts.at(-1)?.name ?? '';
  if (!isWhole(last)) return [];
  return parts
    .map((part) => ({ ...part, name: isWhole(part.name) ? part.name : completed(part.name, last) }))
    .filter(({ name }) => isWhole(name));
}

function isWhole(name: string): boolean {
  return LATIN_NAME.test(name) || (name.length >= SHORTEST && MEASURED.test(name));
}

/** A name of which only the beginning is written, with the end of another: 城镇 and 居民收入 of 农村居民收入. */
function completed(beginning: string, whole: string): string {
  const { length } = beginning;
  const [first = '', ...others] = segment(whole);
  const [head, tail] = [first.slice(0, length), first.slice(length)];
  // 农村居民 is one of jieba's words, and two of ours.
  const isTwo = tail.length > 1 && isInDictionary(head) && isInDictionary(tail);
  const end = isTwo ? [tail, ...others] : [first, ...others].slice(segment(beginning).length);
  const rest = end.join('');
  // 民营经济 is one word and 新经济 two: what both have stands once.
  return beginning + (rest.startsWith(beginning.slice(-2)) ? rest.slice(2) : rest);
}

/** What may stand before the name of an indicator that isn't part of a longer name. */
const AROUND =
  /(?:^|[、和及年]|年[末底]|其中|预计|[全本我][国省市县区州盟旗]|力争|确保|实现|完成|推动|促进|保持|[带拉]动|达到?|使|了|的)$/u;

/** What is measured in it is another thing: 占全市GDP的比重由上年的30.7%上升. */
const SHARE_OF = /占(?:[全本我][国省市县区州盟旗])?$/u;

/** What says no more than a name does: 城镇新增就业人数. */
const SAME = /^总?(?:额|量|值|数|人数|指数|水平|规模)$/u;

/** Tells whether the words of a name stand somewhere by themselves, not in another name (生产总值 in 单位生产总值能耗). */
export function isNamedAt(text: string, [from, to]: TextRange): boolean {
  const before = text.slice(Math.max(0, from - LONGEST), from).match(/\p{Script=Han}*$/u)?.[0] ?? '';
  if (!AROUND.test(before) || SHARE_OF.test(before)) return false;
  const behind = text.slice(to, to + LONGEST).split(JOINT)[0] as string;
  const end = behind.search(MOVES);
  const more = (end < 0 ? behind : behind.slice(0, end)).replace(BEHIND, '');
  return SAME.test(more) || !MEASURED.test(more);
}
