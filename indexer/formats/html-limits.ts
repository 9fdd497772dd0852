import { ReportProblem } from '../parse/problem.ts';

/** No page nests deeper; the time a parser takes grows with depth times length. */
const DEEPEST = 300;
/** Twenty times the most elements seen in a page; a million take gigabytes. */
const MOST_TAGS = 500_000;
const TAG = /<(\/?)([a-z][a-z\d]{0,20})/gi;
/** Elements that never hold others, or that the next of their kind closes. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr html head body p li dt dd option optgroup tr td th thead tbody tfoot colgroup rt rp'.split(
    ' ',
  ),
);

/**
 * Refuses a page that would take a parser minutes or gigabytes: more elements, or more of them inside
 * each other, than any page has.
 * @throws ReportProblem `unreadable_file` or `too_large`
 */
export function refuseHugeMarkup(html: string): void {
  const openByName = new Map<string, number>();
  let depth = 0;
  let tags = 0;
  for (const [, slash, tag] of html.matchAll(TAG)) {
    tags += 1;
    if (tags > MOST_TAGS) throw tooManyTags();
    const name = (tag as string).toLowerCase();
    if (FLAT.has(name)) continue;
    const open = openByName.get(name) ?? 0;
    if (slash === '') {
      openByName.set(name, open + 1);
      depth += 1;
    } else if (open > 0) {
      openByName.set(name, open - 1);
      depth -= 1;
    }
    if (depth > DEEPEST) throw tooDeep();
  }
}

function tooDeep(): ReportProblem {
  return new ReportProblem(
    'unreadable_file',
    '网页的标签层层嵌套、没有闭合，无法解析。请在浏览器里打开网页，复制正文，另存为纯文本（UTF-8）。',
  );
}

function tooManyTags(): ReportProblem {
  return new ReportProblem(
    'too_large',
    '网页的标签超过 50 万个，不像一篇报告。请在浏览器里打开网页，复制正文，另存为纯文本（UTF-8）。',
  );
}
