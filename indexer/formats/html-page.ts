import { type CheerioAPI, load } from 'cheerio';

/** A page as cheerio holds it. */
export type Page = CheerioAPI;
/** Anything in a page: element, text, comment. */
export type PageNode = ReturnType<Page['root']>[number]['children'][number];
/** An element of a page. */
export type PageElement = Extract<PageNode, { attribs: unknown }>;

/** Parses a page. */
export function parsePage(html: string): Page {
  return load(html);
}

/** Whether a node is an element. */
export function isElement(node: PageNode): node is PageElement {
  return 'attribs' in node;
}

/** The text in a text node; null for anything else. */
export function textOf(node: PageNode): string | null {
  return node.type === 'text' ? (node as Extract<PageNode, { data: string }>).data : null;
}

/** Nodes directly below a node. */
export function childrenOf(node: PageNode): PageNode[] {
  return 'children' in node ? (node.children as PageNode[]) : [];
}

/** Never text. Forms are: an ASP.NET page is one form from top to bottom. */
const NEVER_SHOWN = new Set(
  'head script style noscript template iframe object svg canvas nav aside input select textarea button'.split(
    ' ',
  ),
);
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const SITE_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search']);

/** Whether a reader takes an element for text: not a script, a control, navigation or hidden. */
export function isShown(element: PageElement): boolean {
  const { name, attribs } = element;
  if (NEVER_SHOWN.has(name) || attribs.hidden !== undefined) return false;
  if (SITE_ROLES.has(attribs.role ?? '') || HIDDEN_STYLE.test(attribs.style ?? '')) return false;
  return !((name === 'header' || name === 'footer') && !isInArticle(element));
}

/** A header inside the article belongs to it; around it, it is the site's. */
function isInArticle(element: PageElement): boolean {
  for (let { parent } = element; parent !== null; parent = parent.parent) {
    if ('name' in parent && (parent.name === 'article' || parent.name === 'main')) return true;
  }
  return false;
}
