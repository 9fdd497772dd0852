import type { Report } from '../../report/types.ts';
import type { HttpProblem } from '../problems.ts';
import { blockUrl, reportUrl } from './addresses.ts';
import { type Page, pageTitle } from './page.ts';

interface Way {
  readonly label: string;
  readonly href: string;
}

interface ErrorPage extends Page {
  readonly heading: string;
  readonly message: string;
  /** What the reader need not look for in their own request, where that helps. */
  readonly comfort: string;
  readonly ways: readonly Way[];
}

const HEADINGS: Readonly<Record<HttpProblem['code'], string>> = {
  bad_request: '这个地址读不懂',
  query_too_long: '检索词太长',
  not_found: '没有这一页',
  unavailable: '暂时无法检索',
  internal: '出了错',
};

const REPORTS: Way = { label: '看全部报告', href: '/reports' };

/** Presents an error: what happened, whether it is ours, what to do. */
export function errorPage(problem: HttpProblem): ErrorPage {
  const ours = problem.status >= 500;
  return {
    title: pageTitle(HEADINGS[problem.code]),
    styles: ['offers'],
    robots: 'noindex',
    heading: HEADINGS[problem.code],
    message: `${problem.message}。`,
    comfort: ours ? '检索词和链接没有错，不必改动。' : '',
    // The page has a search box of its own.
    ways: problem.code === 'not_found' || problem.code === 'bad_request' ? [REPORTS] : [],
  };
}

/**
 * Presents a short link whose block there is not, or no longer.
 * @param report the report the link names, where there is one.
 * @param number the block's number when the link was made.
 */
export function missingBlockPage(report: Report | null, number: number | null): ErrorPage {
  const now = report?.blocks.find((block) => block.number === number);
  const ways: Way[] = [];
  if (report && now) ways.push({ label: `看现在的第 ${now.number} 段`, href: blockUrl(report.id, now.id) });
  if (report) ways.push({ label: `看《${report.title}》全文`, href: reportUrl(report.id) });
  return {
    title: pageTitle('没有这一段'),
    styles: ['offers'],
    robots: 'noindex',
    heading: '没有这一段',
    message: report
      ? '这条链接指向的那一段不在这份报告里：原文可能已经更正，段落的编号随之变了。'
      : '这条链接指向的报告没有收录，或者链接没有复制完整。',
    comfort: '',
    ways: [...ways, REPORTS],
  };
}
