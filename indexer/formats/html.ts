import { ReportProblem } from '../parse/problem.ts';
import { articleOf } from './html-article.ts';
import { decodeHtml } from './html-charset.ts';
import { hintsOf } from './html-hints.ts';
import { leftOut } from './html-left-out.ts';
import { refuseHugeMarkup } from './html-limits.ts';
import { type PageElement, parsePage } from './html-page.ts';
import { showPages, takeCopies, unlist } from './html-prepare.ts';
import { linesOf } from './html-text.ts';
import type { Source } from './source.ts';

/** How far into an article its title stands, if it stands there. */
const TITLE_WITHIN = 2000;
/** What a report has, and a page around a frame hasn't. */
const SENTENCE_END = /[。！]/u;
/** A line below a title: ——2026年1月28日在…会议上. */
const BELOW_TITLE = /^[—－―─–-]{2}/u;

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
  if (body === undefined) throw inFrames();
  showPages($);
  const copies = takeCopies($);
  const article = articleOf($);
  unlist($, article);
  const text = linesOf(article).join('\n');
  if (!SENTENCE_END.test(text) && $('iframe[src]').length > 0) throw inFrames();
  if (text === '') throw noText();
  const { above, around } = leftOut(body, article);
  const { title: heading, ...hints } = hintsOf($, html, linesOf(body), above);
  const isOutside = heading !== null && !startsUnder(heading, text);
  // The line that is put above the text isn't left out.
  const taken = isOutside ? around.findIndex((line) => line.text.replace(/^# /, '') === heading) : -1;
  return {
    ...hints,
    title: heading === null || BELOW_TITLE.test(heading) ? null : heading,
    text: isOutside ? `${heading}\n\n${text}` : text,
    leftOut: [...around.filter((_, i) => i !== taken), ...copies],
  };
}

function startsUnder(title: string, text: string): boolean {
  return text.slice(0, TITLE_WITHIN).replace(/\s+/gu, '').includes(title.replace(/\s+/gu, ''));
}

const BY_HAND = '请在浏览器里打开网页，复制正文，另存为纯文本（UTF-8）。';

function noText(): ReportProblem {
  return new ReportProblem('empty', `网页里没有可以读的文字，正文可能由脚本载入。${BY_HAND}`);
}

function inFrames(): ReportProblem {
  return new ReportProblem(
    'empty',
    `网页的正文在框架（iframe）引用的另一个网页里，这个文件里没有。${BY_HAND}`,
  );
}
