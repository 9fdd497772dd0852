import { ReportProblem } from '../parse/problem.ts';
import { articleOf } from './html-article.ts';
import { decodeHtml } from './html-charset.ts';
import { hintsOf } from './html-hints.ts';
import { refuseHugeMarkup } from './html-limits.ts';
import { type PageElement, parsePage } from './html-page.ts';
import { linesOf } from './html-text.ts';
import type { Source } from './source.ts';

/** How far into an article its title stands, if it stands there. */
const TITLE_WITHIN = 2000;

/**
 * Reads a web page: its article's text, under the page's title where the article doesn't repeat it.
 * @throws ReportProblem `empty` or `binary` as `decode` does, `unreadable_file` for broken mark-up.
 */
export function htmlSource(bytes: Uint8Array): Source {
  const html = decodeHtml(bytes);
  refuseHugeMarkup(html);
  const $ = parsePage(html);
  // A page of frames has no body: its text stands in other files.
  const body = $<PageElement, string>('body').get(0);
  if (body === undefined) throw noText();
  const hints = hintsOf($, html, linesOf(body));
  const text = linesOf(articleOf($)).join('\n');
  if (text === '') throw noText();
  const title = hints.title;
  return { ...hints, text: title === null || startsUnder(title, text) ? text : `${title}\n\n${text}` };
}

function startsUnder(title: string, text: string): boolean {
  return text.slice(0, TITLE_WITHIN).replace(/\s+/gu, '').includes(title.replace(/\s+/gu, ''));
}

function noText(): ReportProblem {
  return new ReportProblem(
    'empty',
    '网页里没有可以读的文字，正文可能由脚本载入。请在浏览器里打开网页，复制正文，另存为纯文本（UTF-8）。',
  );
}
