import { hashOfBlock } from '../../report/ids.ts';
import type { Block, Report, ReportSummary } from '../../report/types.ts';
import { blockUrl, reportUrl } from './addresses.ts';
import { type Page, pageTitle, shorten } from './page.ts';

/** A paragraph that may be the one looked for. */
interface Paragraph {
  readonly number: number;
  readonly href: string;
  readonly text: string;
}

interface MissingPage extends Page {
  readonly heading: string;
  readonly message: string;
  /** Where the text that the link was made for stands now. */
  readonly same: readonly (Paragraph & { readonly title: string })[];
  /** What has its number now, between what stands around it. */
  readonly near: {
    readonly heading: string;
    readonly before: Paragraph | null;
    readonly at: Paragraph;
    readonly after: Paragraph | null;
  } | null;
  readonly ways: readonly { readonly label: string; readonly href: string }[];
}

interface MissingBlock {
  /** Id of the block that isn't there. */
  readonly id: string;
  /** Its number when the link was made, where the link tells. */
  readonly number: number | null;
  /** The report the id names, where there is one. */
  readonly report: Report | null;
  /** The other reports of the place and year that the id names. */
  readonly kin: readonly Report[];
}

/** Characters of the paragraphs around the one of the number. */
const AROUND = 60;

/** Presents a link to a block that is not, or no longer, in its report: the same text elsewhere, or the nearest. */
export function missingBlockPage({ id, number, report, kin }: MissingBlock): MissingPage {
  const known = report ? [report, ...kin] : kin;
  const same = known.flatMap((holder) => {
    const block = holder.blocks.find((candidate) => hashOfBlock(candidate.id) === hashOfBlock(id));
    return block ? [{ title: holder.title, ...paragraph(holder, block) }] : [];
  });
  return {
    ...missing('没有这一段', known),
    message: whatHappened(report !== null, same.length > 0),
    same,
    near: report && same.length === 0 ? nearest(report, number) : null,
  };
}

function whatHappened(isReportThere: boolean, isTextThere: boolean): string {
  if (isTextThere) return '这条链接里的编号已经变了，它指向的文字还在。';
  return isReportThere
    ? '这条链接指向的那一段不在这份报告里：原文可能已经更正，那一段的文字随之变了。'
    : '这条链接指向的报告没有收录，或者链接没有复制完整。';
}

/**
 * Presents a report's address that leads to none.
 * @param kin the reports of the place and year that it names.
 */
export function missingReportPage(id: string, kin: readonly ReportSummary[]): MissingPage {
  const changed = kin.length > 0 ? '同一地方、同一年的报告在下面。' : '';
  return {
    ...missing('没有这份报告', kin),
    // A link to a paragraph of it: the server isn't told which.
    scripts: ['lost-block'],
    message: `没有编号为 ${id} 的报告：它可能没有收录，或者编号已经更正。${changed}`,
    same: [],
    near: null,
  };
}

function missing(heading: string, reports: readonly Pick<Report, 'id' | 'title'>[]) {
  return {
    title: pageTitle(heading),
    styles: ['offers', 'lost-block'],
    robots: 'noindex',
    heading,
    ways: [
      ...reports.map(({ id, title }) => ({ label: `看《${title}》全文`, href: reportUrl(id) })),
      { label: '看全部报告', href: '/reports' },
    ],
  };
}

/** The block that has a number now, the last where there are fewer; null where no number is known. */
function nearest(report: Report, number: number | null): MissingPage['near'] {
  if (number === null) return null;
  const at = Math.min(number, report.blocks.length) - 1;
  const [before, block, after] = [report.blocks[at - 1], report.blocks[at], report.blocks[at + 1]];
  if (!block) return null;
  const around = (other: Block | undefined) => (other ? paragraph(report, other, AROUND) : null);
  return {
    heading: `${at + 1 < number ? '这份报告现在的最后一段，' : '这份报告现在的'}第 ${block.number} 段`,
    before: around(before),
    at: paragraph(report, block),
    after: around(after),
  };
}

function paragraph(
  report: Report,
  { id, number, text }: Block,
  length = Number.POSITIVE_INFINITY,
): Paragraph {
  return { number, href: blockUrl(report.id, id), text: shorten(text, length) };
}
