import type { Block, ReportMeta } from '../../report/types.ts';

/**
 * A ready citation of a block: who, title, place, day or year, paragraph, link.
 * @param link the block's lasting link, absolute.
 */
export function citation(report: ReportMeta, block: Pick<Block, 'number'>, link: string): string {
  const author = report.speaker ?? report.issuer;
  const title = `《${report.title}》${report.titleInferred ? '（题名为推定）' : ''}`;
  const day = report.date ? formatDay(report.date) : `${report.year}年`;
  return `${author ? `${author}：` : ''}${title}，${report.city}，${day}，第 ${block.number} 段。${link}`;
}

/** A day as readers write it: 2025年2月20日. */
export function formatDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return month && day ? `${year}年${month}月${day}日` : date;
}
