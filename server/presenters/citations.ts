import type { Block, ReportMeta } from '../../report/types.ts';
import { reportUrl, shortUrl } from './addresses.ts';
import { bibtexEntry, escapeTex } from './bibtex.ts';
import { formatDay } from './days.ts';

/** Where and when a reader sees the site. */
export interface Access {
  /** Scheme and host of the site. */
  readonly origin: string;
  /** The day in China, YYYY-MM-DD. */
  readonly day: string;
}

type CitedReport = ReportMeta & { readonly id: string };
type CitedBlock = Pick<Block, 'id' | 'number' | 'text'>;

/** Ready citations of a report or of one of its blocks, as plain text. */
export interface Citations {
  /** Of the report or the block. */
  readonly id: string;
  /** Its lasting link, absolute. */
  readonly link: string;
  /** By GB/T 7714—2025, in force since 2026-07-01. */
  readonly gbt7714: string;
  /** By the edition before, which many journals and universities still ask for. */
  readonly gbt7714v2015: string;
  readonly bibtex: string;
  readonly plain: string;
  /** The block's exact text with its source; null for a report. */
  readonly quote: string | null;
}

/**
 * Cites a report or one of its blocks.
 * @param block null for the report as a whole.
 */
export function citations(report: CitedReport, block: CitedBlock | null, { origin, day }: Access): Citations {
  const link = origin + (block ? shortUrl(block.id, block.number) : reportUrl(report.id));
  const plain = plainText(report, block, link);
  return {
    id: block?.id ?? report.id,
    link,
    gbt7714: gbt7714(report, block, link),
    gbt7714v2015: gbt7714v2015(report, block, link, day),
    bibtex: bibtex(report, block, link, day),
    plain,
    quote: block && `“${block.text}”\n——${plain}`,
  };
}

/** Who answers for what a report says; where nobody is named, the standard leaves it out (7.1). */
function responsible({ speaker, issuer }: ReportMeta): string | null {
  return speaker ?? issuer;
}

/** The title; one that isn't the text's own stands in brackets (7.2.1 in both editions: 自拟题名). */
function standardTitle({ title, titleInferred }: ReportMeta): string {
  return titleInferred ? `[${title}]` : title;
}

/** 责任者. 题名[R/OL] */
function opening(report: ReportMeta): string {
  const who = responsible(report);
  return `${who ? `${who}. ` : ''}${standardTitle(report)}[R/OL]`;
}

/**
 * GB/T 7714—2025, 8.8.3: 责任者. 题名[R/OL]. 发布日期：引文页码. 获取和访问路径. Reports take no day of access
 * any more. A block's number stands for the page; the full stop at the end is optional (6.2) and would
 * become part of the link.
 */
function gbt7714(report: ReportMeta, block: CitedBlock | null, link: string): string {
  const where = block ? `：第${block.number}段` : '';
  return `${opening(report)}. ${report.date ?? report.year}${where}. ${link}`;
}

/** GB/T 7714—2015, 4.6.2: 责任者. 题名[R/OL]. 出版年: 引文页码(更新日期)[引用日期]. 获取和访问路径 */
function gbt7714v2015(report: ReportMeta, block: CitedBlock | null, link: string, accessed: string): string {
  const { date, year } = report;
  const where = block ? `${year}: 第${block.number}段` : date ? '' : `${year}`;
  return `${opening(report)}. ${where}${date ? `(${date})` : ''}[${accessed}]. ${link}`;
}

/**
 * An entry that Zotero reads as a report and that the BibTeX styles of GB/T 7714 print as above: they want
 * the paragraph as `pages`, and take an institution for a publisher. `year` is for BibTeX's own styles.
 */
function bibtex(report: CitedReport, block: CitedBlock | null, link: string, accessed: string): string {
  const who = responsible(report);
  return bibtexEntry('techreport', block ? `${report.id}-p${block.number}` : report.id, {
    // A second pair of braces keeps a name in one piece.
    author: who && `{${escapeTex(who)}}`,
    title: escapeTex(standardTitle(report)),
    date: report.date,
    year: `${report.year}`,
    pages: block && `第${block.number}段`,
    url: link,
    urldate: accessed,
    // What an entry without an author is sorted by.
    key: who ? null : report.id,
  });
}

/** Who, title, place, day or year, paragraph, link. */
function plainText(report: ReportMeta, block: CitedBlock | null, link: string): string {
  const who = responsible(report);
  const title = `《${report.title}》${report.titleInferred ? '（题名为推定）' : ''}`;
  const day = report.date ? formatDay(report.date) : `${report.year}年`;
  const where = block ? `，第 ${block.number} 段` : '';
  return `${who ? `${who}：` : ''}${title}，${report.city}，${day}${where}。${link}`;
}
