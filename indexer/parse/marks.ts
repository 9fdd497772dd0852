import type { Dropped, Line, Outcome, Repair } from './line.ts';
import { hasOpenPair } from './sentence-end.ts';

/** One kind of mark-up inside a line: what it looks like, what the reader sees instead, and its name. */
interface MarkRule {
  readonly reason: string;
  readonly pattern: RegExp;
  readonly replacement: string | ((match: string, ...groups: string[]) => string);
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
};

/** A new kind of mark-up is one more entry here. */
const MARK_RULES: readonly MarkRule[] = [
  {
    reason: '去掉看不见的字符',
    pattern: /[\p{Default_Ignorable_Code_Point}\u0000-\u0008\u000e-\u001f\u007f]+/gu,
    replacement: '',
  },
  {
    reason: '还原网页字符',
    pattern: /&([a-z]{2,6});/g,
    replacement: (entity, name) => ENTITIES[name ?? ''] ?? entity,
  },
  {
    reason: '还原脚注标记',
    pattern: /(?<=[\p{Script=Han}”’》）])<sup(?:\s[^<>]{0,300})?>\s{0,9}(\d{1,2})\s{0,9}<\/sup>/giu,
    replacement: '[$1]',
  },
  {
    reason: '去掉网页标签',
    pattern: /<\/?(?:a|b|br|div|em|font|i|p|span|strong|sub|sup|u)(?:\s[^<>]{0,300})?\/?>/gi,
    replacement: '',
  },
  {
    reason: '还原脚注标记',
    pattern: /\[\\?[[［〔]?\^?(?:注\s*)?(\d{1,3})\\?[\]］〕]?\]\(#[^()\s]{1,200}\)/g,
    replacement: '[$1]',
  },
  { reason: '去掉图片', pattern: /!\[[^[\]]{0,200}\]\([^()\s]{0,500}\)/g, replacement: '' },
  { reason: '去掉链接地址', pattern: /\[([^[\]]{1,200})\]\([^()\s]{0,500}\)/g, replacement: '$1' },
  {
    reason: '去掉编辑按钮',
    pattern: /\s{0,9}[[［]\s?编辑(?:\s?[|｜]\s?编辑源代码)?\s?[\]］]$/u,
    replacement: '',
  },
  { reason: '去掉加粗标记', pattern: /\*\*|__/g, replacement: '' },
];

const LINK = /!?\[[^[\]]{0,200}\]\([^()\s]{0,500}\)/g;
const LEFT_OF_LINKS = /^[\s|｜【】[\]()（）<>《》·、,，/—-]*$/;
const HEADING_MARK = /^#{1,6}\s+/;
/** A mark before an item; `- 3 -` is a page's number. */
const BULLET_MARK = /^(?:[-–—*+·・•●◆■▪◇□○★☆※√✓]\s+(?!\d{1,4}\s*[-—–－]\s*$)|[•●◆■▪▲►▶➢➤◎]\s*)/u;
const ALL_BOLD = /^(?:\*\*|__)[^*_]+(?:\*\*|__)$/;
/** How much of the line above tells whether a link goes on with it: 《[公司法](…)》. */
const TAIL = 100;
const RULE = /^(?:[-*_=]\s*){3,}$/;

/**
 * Removes the marks of mark-up from lines (bold, links, list and heading marks, entities, invisible
 * characters) and leaves out lines that are links or rules and nothing else.
 */
export function removeMarks(lines: readonly Line[]): Outcome<Line[]> {
  const kept: Line[] = [];
  const repairs: Repair[] = [];
  const dropped: Dropped[] = [];
  for (const line of lines) {
    const reason = nothingButMarks(line.text);
    if (reason !== null && !hasOpenPair(kept.at(-1)?.text.slice(-TAIL) ?? '')) {
      dropped.push({ line: line.number, text: line.text, reason });
      continue;
    }
    const heading = HEADING_MARK.test(line.text);
    const bullet = BULLET_MARK.test(line.text);
    const emphasis = heading || ALL_BOLD.test(line.text);
    const { text, reasons } = withoutMarks(line.text, heading, bullet);
    if (reasons.length > 0) {
      repairs.push({ line: line.number, before: line.text, after: text, reason: reasons.join('、') });
    }
    if (text !== '' || line.text === '') kept.push({ ...line, text, bullet, emphasis });
  }
  return { value: kept, repairs, dropped };
}

function nothingButMarks(text: string): string | null {
  if (RULE.test(text)) return '分隔线';
  const links = text.match(LINK);
  return links !== null && LEFT_OF_LINKS.test(text.replace(LINK, '')) ? '网页链接' : null;
}

function withoutMarks(
  original: string,
  heading: boolean,
  bullet: boolean,
): { text: string; reasons: string[] } {
  let text = original;
  const reasons: string[] = [];
  if (heading) {
    text = text.replace(HEADING_MARK, '');
    reasons.push('去掉标题标记');
  } else if (bullet) {
    text = text.replace(BULLET_MARK, '');
    reasons.push('去掉列表标记');
  }
  for (const rule of MARK_RULES) {
    const after = text.replace(rule.pattern, rule.replacement as string);
    if (after !== text) reasons.push(rule.reason);
    text = after;
  }
  return { text: text.trim(), reasons };
}
