import {
  childrenOf,
  isElement,
  isShown,
  type Page,
  type PageElement,
  type PageNode,
  textOf,
} from './html-page.ts';
import { hanCount } from './source.ts';

/** Where the sites of Chinese governments keep the article; a new one is one more line. */
const KNOWN_CONTAINERS = [
  '#UCAP-CONTENT',
  '#zoom',
  '#Zoom',
  '.TRS_Editor',
  '.trs_editor_view',
  '.pages_content',
  '.article-content',
  '.article_content',
  '.view.TRS_UEDITOR',
  '#js_content',
  '#ContentPlaceHolder1_content',
  'article',
];
/** Share of a page's text that a known container must hold. */
const MOST_TEXT = 0.5;
/** How much text may stay outside an article: a footer's worth, less on a short page, more on a long one. */
const FOOTER_CHARACTERS = 200;
const MOST_FOOTER = 0.1;
const LEAST_FOOTER = 0.03;
const BOXES = new Set(
  'html body main article section div form center table tbody tr td dl dd ul li span font'.split(' '),
);

/** Frames around a cell; without one that holds the article, they are a table of data and stay whole. */
const TABLE_PARTS = new Set(['table', 'tbody', 'tr']);

/** The element of a page that holds its article: a known container, else the smallest with nearly all text. */
export function articleOf($: Page): PageElement {
  const body = $('body').get(0) as PageElement;
  const weights = weigh(body);
  const all = weights.get(body) ?? 0;
  for (const selector of KNOWN_CONTAINERS) {
    const found = $<PageElement, string>(selector).get(0);
    if (found !== undefined && (weights.get(found) ?? 0) > all * MOST_TEXT) return found;
  }
  return smallestHolding(body, weights, all - footerOf(all));
}

function footerOf(all: number): number {
  return Math.max(all * LEAST_FOOTER, Math.min(all * MOST_FOOTER, FOOTER_CHARACTERS));
}

/** The Chinese characters in each element, links left out. */
export function weigh(body: PageElement): Map<PageNode, number> {
  const weights = new Map<PageNode, number>();
  const weightOf = (node: PageNode): number => {
    const text = textOf(node);
    if (text !== null) return hanCount(text);
    if (!isElement(node) || node.name === 'a' || !isShown(node)) return 0;
    let weight = 0;
    for (const child of childrenOf(node)) weight += weightOf(child);
    weights.set(node, weight);
    return weight;
  };
  weightOf(body);
  return weights;
}

function smallestHolding(
  body: PageElement,
  weights: ReadonlyMap<PageNode, number>,
  enough: number,
): PageElement {
  let box = body;
  let article = body;
  for (;;) {
    const inner = childrenOf(box).find((child) => (weights.get(child) ?? -1) >= enough);
    if (inner === undefined || !isElement(inner) || !BOXES.has(inner.name)) return article;
    box = inner;
    if (!TABLE_PARTS.has(box.name)) article = box;
  }
}
