import type { Block, Report } from '../../report/types.ts';
import { blockUrl, citeUrl, reportUrl, shortUrl } from './addresses.ts';
import { type CitationList, citationList } from './citation-list.ts';
import { type Access, citations } from './citations.ts';
import { type Page, pageTitle } from './page.ts';

interface CitePage extends Page {
  readonly heading: string;
  readonly name: string;
  /** Where it is read. */
  readonly href: string;
  /** Its lasting address. */
  readonly address: string;
  /** The same, absolute. */
  readonly link: string;
  /** The page that cites the report as a whole; empty where this is it. */
  readonly whole: string;
  readonly citations: CitationList;
}

/**
 * Presents all citations of a report or of one of its blocks.
 * @param block null for the report.
 */
export function citePage(report: Report, block: Block | null, access: Access): CitePage {
  const cited = citations(report, block, access);
  const heading = block ? `引用第 ${block.number} 段` : '引用本报告';
  return {
    title: pageTitle(heading, report.title),
    styles: ['citations'],
    robots: 'noindex',
    heading,
    name: report.title,
    href: block ? blockUrl(report.id, block.id) : reportUrl(report.id),
    address: block ? shortUrl(block.id, block.number) : reportUrl(report.id),
    link: cited.link,
    whole: block ? citeUrl(report.id) : '',
    citations: citationList(cited, block?.number ?? null),
  };
}
