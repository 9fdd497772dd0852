import type { SectionId } from '../../report/sections.ts';
import type { Block, ReportMeta, Warning } from '../../report/types.ts';
import type { ReportOverrides } from '../overrides.ts';
import type { Outlined } from './outline.ts';
import { restsOnMentions } from './place-of-report.ts';
import { endsSentence } from './sentence-end.ts';

/** What warnings are drawn from. */
export interface Reading {
  readonly meta: ReportMeta;
  readonly overrides: ReportOverrides;
  readonly blocks: readonly Block[];
  readonly outlined: readonly Outlined[];
  readonly sections: readonly SectionId[];
}

const EXPECTED: readonly { readonly anyOf: readonly SectionId[]; readonly what: string }[] = [
  { anyOf: ['review', 'review_period'], what: '过去一年工作' },
  { anyOf: ['tasks'], what: '重点任务' },
  { anyOf: ['closing'], what: '结语' },
];
/** Kinds of reports before this year don't have the parts of today. */
const MODERN = 2003;

/** What the reading of a report is not sure of, and what to do about it. */
export function warningsFor(reading: Reading): Warning[] {
  return [...inferredMetadata(reading), ...missingSections(reading), ...brokenParagraphs(reading)];
}

function inferredMetadata({ meta, overrides }: Reading): Warning[] {
  const warnings: Warning[] = [];
  const say = (message: string) => warnings.push({ line: null, message });
  if (meta.titleInferred) {
    say(`正文没有标题，暂用“${meta.title}”。如不合适，请在 reports.json 里写 "title"。`);
  }
  if (restsOnMentions(meta.evidence.city ?? '')) {
    say(
      `没有写明是哪里的报告，因为${meta.evidence.city}，按“${meta.city}”处理。如不对，请在 reports.json 里写 "city" 或 "adcode"。`,
    );
  }
  if (meta.evidence.kind === undefined && overrides.kind === undefined) {
    say(`看不出报告的种类，按“${meta.kind}”处理。如不对，请在 reports.json 里写 "kind"。`);
  }
  if (meta.evidence.year !== undefined && meta.date === null && meta.reviewYear === meta.year) {
    say(
      `标题写的是 ${meta.year} 年，正文却总结 ${meta.year} 年、安排 ${meta.year + 1} 年的工作。如果报告是 ${meta.year + 1} 年作的，请在 reports.json 里写 "year"。`,
    );
  }
  return warnings;
}

function missingSections({ meta, sections }: Reading): Warning[] {
  if (meta.kind !== '政府工作报告' || meta.year < MODERN) return [];
  return EXPECTED.filter(({ anyOf }) => !anyOf.some((section) => sections.includes(section))).map(
    ({ what }) => ({
      line: null,
      message: `没有认出“${what}”部分。请用 npm run inspect 查看各级标题是否认对。`,
    }),
  );
}

/** The lines of an infographic aren't sentences. */
function brokenParagraphs({ meta, outlined }: Reading): Warning[] {
  if (meta.kind === '图解') return [];
  return outlined
    .flatMap((item) => (item.type === 'text' && !item.passage.bullet ? item.passage : []))
    .filter((passage) => !endsSentence(passage.text))
    .map((passage) => ({
      line: passage.lastLine,
      message: `这一段没有以句号之类结尾：“…${passage.text.slice(-12)}”。如果是断行，请在原文里接上；如果是标题，不用理会。`,
    }));
}
