import type { LeftOut } from '../parse/hints.ts';
import { childrenOf, isElement, isShown, isVisible, type PageElement, type PageNode } from './html-page.ts';
import { linesOf } from './html-text.ts';

/** What a browser shows of a page that isn't read as its article, line by line: all of it, and what stands above. */
interface PageAround {
  readonly around: readonly LeftOut[];
  readonly above: readonly string[];
}

const ABOVE = '正文之前的网页内容';
const BELOW = '正文之后的网页内容';

/** Reads the page around an article, and the parts of the site in it. */
export function leftOut(body: PageElement, article: PageElement): PageAround {
  const around = new Set<PageNode>();
  for (let box = article.parent; box !== null && box !== body.parent; box = box.parent) around.add(box);
  const found: LeftOut[] = [];
  let reason = ABOVE;
  const visit = (node: PageNode, inArticle: boolean) => {
    if (node === article) {
      for (const child of childrenOf(node)) visit(child, true);
      reason = BELOW;
    } else if (around.has(node)) {
      for (const child of childrenOf(node)) visit(child, false);
    } else if (isElement(node) && !isVisible(node)) {
      return;
    } else if (isElement(node) && !isShown(node)) {
      add(node, '网页导航');
    } else if (!inArticle) {
      add(node, reason);
    } else for (const child of childrenOf(node)) visit(child, true);
  };
  const add = (node: PageNode, why: string) => {
    for (const text of linesOf(node, isVisible)) if (text !== '') found.push({ text, reason: why });
  };
  visit(body, false);
  const above = found.filter((line) => line.reason === ABOVE).map((line) => line.text);
  return { around: found, above };
}
