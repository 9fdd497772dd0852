import type { Kind } from '../../report/kinds.ts';
import type { Evident } from './evident.ts';
import { plain } from './plain.ts';
import { plainYears } from './years.ts';

interface KindRule {
  readonly kind: Kind;
  readonly where: 'title' | 'text';
  readonly pattern: RegExp;
}

/** First match wins. */
const RULES: readonly KindRule[] = [
  { kind: '图解', where: 'title', pattern: /图解|一图(?:读懂|速览|看懂|解读)|图说|两会特别报道|数说/u },
  { kind: '计划执行情况报告', where: 'title', pattern: /计划.{0,12}执行情况|计划草案/u },
  { kind: '工作简报', where: 'title', pattern: /简报|专刊|工作动态|专报/u },
  { kind: '政府工作报告', where: 'title', pattern: /政府工作(?:的)?报告|工作报告|施政报告/u },
  {
    kind: '政府工作报告',
    where: 'text',
    pattern:
      /(?<!各位)代表[^。]{0,12}(?:人民政府|国务院|人民委员会|革命委员会|政务院)[^。]{0,20}(?:报告|汇报)(?![^。]{0,40}计划)/u,
  },
  {
    kind: '计划执行情况报告',
    where: 'text',
    pattern: /国民经济和社会发展计划(?:草案|执行情况)[^。]{0,40}(?:请|提请|审查)/u,
  },
  { kind: '工作简报', where: 'text', pattern: /【?编者按】?|^(?:报|送|抄送)[：:]/mu },
];

/** How much of a text tells its kind. */
const OPENING = 3000;

/** The kind of a report and the words it rests on; null where nothing tells. */
export function kindOfReport(titles: readonly string[], text: string): Evident<Kind> | null {
  const title = titles.map(plainYears).join('\n');
  const ends = plain(`${text.slice(0, OPENING)}\n${text.slice(-OPENING)}`);
  for (const { kind, where, pattern } of RULES) {
    const match = pattern.exec(where === 'title' ? title : ends);
    if (match) return { value: kind, evidence: match[0] };
  }
  return null;
}
