export const SITE_NAME = '政府报告全文检索';

/** What every page tells the layout about itself. */
export interface Page {
  /** What stands in the title bar. */
  readonly title: string;
  /** Style sheets of its own, by the names of their files in `public/`; every page has the general ones. */
  readonly styles: readonly string[];
  /** Scripts of its own, named likewise. */
  readonly scripts?: readonly string[];
  /** The id of an element from which on it may be drawn as it comes; else it is drawn once it has come whole. */
  readonly firstViewEnd?: string;
  readonly description?: string;
  /** The one address among several of the same content that search engines should keep. */
  readonly canonical?: string;
  /** What search engines may do with the page; everything where it isn't set. */
  readonly robots?: string;
  /** A feed of the same content. */
  readonly feed?: { readonly href: string; readonly title: string };
  /** What programs read of it besides. */
  readonly meta?: readonly MetaTag[];
  /** What it is about, in terms of schema.org. */
  readonly jsonLd?: object;
}

/** A `<meta>` element: of Open Graph by its property, else by its name. */
export interface MetaTag {
  readonly property?: string;
  readonly name?: string;
  readonly content: string;
}

/** A title bar's text: the page's own name first. */
export function pageTitle(...names: readonly string[]): string {
  return [...names, SITE_NAME].join(' - ');
}

/** A number as readers see it. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** Some of several things by their names, and how many there are where not all are named. */
export function listed(names: readonly string[]): string {
  const most = 10;
  return `${names.slice(0, most).join('、')}${names.length > most ? `等 ${formatCount(names.length)} 个` : ''}`;
}

/** Words in Chinese quotation marks. */
export function quoted(text: string): string {
  return `“${shorten(text, 40)}”`;
}

/** A text cut after so many characters, with an ellipsis where something is missing. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length).join('')}…`;
}
