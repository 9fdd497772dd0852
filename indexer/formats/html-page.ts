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
const NEVER_TEXT = new Set(
  'head script style noscript template iframe object svg canvas input select textarea button'.split(' '),
);
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const SITE_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search']);
/** What MediaWiki puts around and into a text: links to edit a part, contents, where it is filed. */
const WIKI_PARTS = new Set(
  'mw-editsection mw-jump-link noprint printfooter catlinks toc siteSub contentSub jump-to-nav headerContainer ws-header licenseContainer'.split(
    ' ',
  ),
);

/** Whether a browser shows an element as text: not a script, a control, nor hidden. */
export function isVisible({ name, attribs }: PageElement): boolean {
  return !NEVER_TEXT.has(name) && attribs.hidden === undefined && !HIDDEN_STYLE.test(attribs.style ?? '');
}

/** Whether a reader takes an element for text: visible, and not a part of the site. */
export function isShown(element: PageElement): boolean {
  return isVisible(element) && !isOfSite(element);
}

function isOfSite(element: PageElement): boolean {
  const { name, attribs } = element;
  if (name === 'nav' || name === 'aside' || SITE_ROLES.has(attribs.role ?? '')) return true;
  if ((name === 'header' || name === 'footer') && !isInArticle(element)) return true;
  return [attribs.id ?? '', ...(attribs.class ?? '').split(/\s+/u)].some((word) => WIKI_PARTS.has(word));
}

/** A header inside the article belongs to it; around it, it is the site's. */
function isInArticle(element: PageElement): boolean {
  for (let { parent } = element; parent !== null; parent = parent.parent) {
    if ('name' in parent && (parent.name === 'article' || parent.name === 'main')) return true;
  }
  return false;
}
