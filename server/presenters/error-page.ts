import type { HttpProblem } from '../problems.ts';
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
  too_large: '送来的内容太大',
  unsupported_type: '送来的内容读不了',
  busy: '排队的太多',
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

/** Presents the address of a count that there is not, or no longer. */
export function missingJobPage(): ErrorPage {
  return {
    title: pageTitle('没有这次统计'),
    styles: ['offers'],
    robots: 'noindex',
    heading: '没有这次统计',
    message: '词表统计的结果只保留一小时，这一次的已经不在了，或者地址没有复制完整。请再统计一次。',
    comfort: '',
    ways: [{ label: '统计词表', href: '/panel' }],
  };
}
