import { PUBLISHED } from '../../report/evidence.ts';
import type { Report, ReportMeta } from '../../report/types.ts';
import { webAddress } from './addresses.ts';
import { formatDay } from './days.ts';
import { formatCount } from './page.ts';

/** A line of a report's table of metadata. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** A link, where the value is an address that may be followed. */
  readonly href: string;
  readonly inferred: boolean;
  /** The words of the report an inferred value rests on. */
  readonly evidence: string;
}

/** What is known about a report; what isn't is left out. */
export function reportFacts(report: Report): Fact[] {
  const { city, province, adminLevel, characters } = report;
  const place = province === null || province === city ? city : `${province} ${city}`;
  const fact = (label: string, value: string | null, field?: keyof ReportMeta) => {
    if (value === null || value === '') return [];
    const inferred = field !== undefined && isInferred(report, field);
    return [{ label, value, href: '', inferred, evidence: inferred ? (report.evidence[field] ?? '') : '' }];
  };
  return [
    ...fact('地方', `${place}（${adminLevel}）`, 'city'),
    ...fact('类型', report.kind, 'kind'),
    ...fact('年份', `${report.year}年`, 'year'),
    ...fact('回顾年份', report.reviewYear === null ? null : `${report.reviewYear}年`, 'reviewYear'),
    ...fact('日期', report.date && formatDay(report.date), 'date'),
    ...fact('会议', report.meeting, 'meeting'),
    ...fact('报告人', report.speaker, 'speaker'),
    ...fact('发布单位', report.issuer, 'issuer'),
    ...fact('来源', report.source ?? '未注明', 'source'),
    ...fact('原文', report.url, 'url').map((link) => ({ ...link, href: webAddress(link.value) })),
    ...fact('篇幅', `${formatCount(report.blocks.length)} 段${lengthText(characters)}`),
  ];
}

/** Whether a field rests on words of the report that don't say the value itself. */
function isInferred(report: Report, field: keyof ReportMeta): boolean {
  const words = report.evidence[field];
  if (words === undefined) return false;
  switch (field) {
    case 'year':
      return (
        (report.date === null || isInferred(report, 'date')) &&
        (report.titleInferred || !report.title.includes(`${report.year}`))
      );
    case 'date':
      if (words.startsWith(PUBLISHED)) return true;
      return report.date !== null && !words.includes(formatDay(report.date)) && !words.includes(report.date);
    case 'kind':
      return !words.includes(report.kind) && !report.kind.includes(words);
    default:
      return !words.includes(String(report[field]));
  }
}

function lengthText({ all, kept, dropped }: Report['characters']): string {
  if (all === 0) return '';
  const left = dropped > 0 ? `，另有 ${formatCount(dropped)} 字是标记、网页导航之类，未收入` : '';
  return `，${formatCount(kept)} 字${left}`;
}
