import type { LeftOut } from '../parse/hints.ts';
import { weigh } from './html-article.ts';
import { childrenOf, isElement, isVisible, type Page, type PageElement, type PageNode } from './html-page.ts';
import { linesOf } from './html-text.ts';
import { hanCount } from './source.ts';

/** Boxes that may hold a page of an article, or a copy of it. */
const BOXES = new Set('div section article main td'.split(' '));
/** Least text of a report. */
const MUCH_TEXT = 1000;
/** Share of a page's text that a copy of its article holds: a report may say a paragraph twice. */
const LEAST_COPY = 0.3;
/** Least text of a hidden box that may be a page of the article. */
const LEAST_PAGE = 100;
/** Share of an article's text that a list holds whose items are the article's paragraphs. */
const MOST_TEXT = 0.5;

/** Shows the pages of an article that wait for their button: boxes beside one that is shown, made like it. */
export function showPages($: Page): void {
  const shown = new Map<PageNode, Map<string, Set<string>>>();
  for (const box of $<PageElement, string>('[style],[hidden]').get()) {
    const form = formOf(box);
    if (form === null || isVisible(box) || !isProse($, box)) continue;
    const parent = box.parent as PageNode;
    const known = shown.get(parent) ?? textsByForm($, parent);
    shown.set(parent, known);
    const texts = known.get(form);
    if (texts === undefined || texts.has(textIn($, box))) continue;
    delete box.attribs.hidden;
    delete box.attribs.style;
  }
}

/** How a box is made: its class and its id without the number of the page; null for one without either. */
function formOf({ name, attribs }: PageElement): string | null {
  if (!BOXES.has(name) || (attribs.id === undefined && attribs.class === undefined)) return null;
  const words = [attribs.id ?? '', attribs.class ?? ''].map((word) =>
    word.replace(/\d+|\b(?:active|current|cur|on|off|show|hide|hidden)\b/gu, '').trim(),
  );
  return `${name}#${words.join('.')}`;
}

/** Whether a box has more text than links. */
function isProse($: Page, box: PageElement): boolean {
  const all = hanCount($(box).text());
  return all >= LEAST_PAGE && hanCount($(box).find('a').text()) * 2 < all;
}

/** What the boxes that are shown below a node hold, by how they are made. */
function textsByForm($: Page, parent: PageNode): Map<string, Set<string>> {
  const texts = new Map<string, Set<string>>();
  for (const box of childrenOf(parent)) {
    const form = isElement(box) && isVisible(box) ? formOf(box) : null;
    if (form === null || !isProse($, box as PageElement)) continue;
    texts.set(form, (texts.get(form) ?? new Set()).add(textIn($, box as PageElement)));
  }
  return texts;
}

function textIn($: Page, box: PageElement): string {
  return $(box).text().replace(/\s+/gu, '');
}

/** Takes out of a page what it holds a second time, for telephones or for the printer. */
export function takeCopies($: Page): LeftOut[] {
  const body = $('body').get(0) as PageElement;
  const weights = weigh(body);
  const enough = Math.max(MUCH_TEXT, (weights.get(body) ?? 0) * LEAST_COPY);
  const firsts = new Map<number, PageElement>();
  const copies: PageElement[] = [];
  const visit = (node: PageNode): void => {
    const weight = weights.get(node) ?? 0;
    if (weight < enough || !isElement(node)) return;
    if (BOXES.has(node.name)) {
      const first = firsts.get(weight);
      if (first === undefined) firsts.set(weight, node);
      else if (!$.contains(first, node) && textIn($, first) === textIn($, node)) {
        copies.push(node);
        return;
      }
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(body);
  const lines = copies.flatMap((copy) => linesOf(copy));
  for (const copy of copies) $(copy).remove();
  return lines.filter((text) => text !== '').map((text) => ({ text, reason: '重复的正文' }));
}

/** Takes the paragraphs of an article that are laid out as a list for paragraphs. */
export function unlist($: Page, article: PageElement): void {
  const enough = Math.max(MUCH_TEXT, hanCount($(article).text()) * MOST_TEXT);
  for (const list of $(article).find('ul,ol').addBack('ul,ol').get() as PageElement[]) {
    if (hanCount($(list).text()) < enough) continue;
    for (const item of childrenOf(list)) if (isElement(item) && item.name === 'li') item.name = 'p';
  }
}
