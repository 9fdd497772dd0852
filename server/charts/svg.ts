import { type PlotOptions, plot } from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** Where charts are drawn. Nothing is ever put into it. */
const { document } = parseHTML('<html></html>');

/** A finished picture, to be printed into a page as it is. */
export interface Svg {
  readonly svg: string;
}

/** A picture that shows numbers. */
export interface Chart extends Svg {
  /** What it can't show as it is, in words; empty for nothing. */
  readonly note: string;
}

/** Makes a picture of marks. Colours and fonts are the page's (`public/counts.css`). */
export function draw(options: PlotOptions): Svg {
  const element = plot({
    ...options,
    document: document as unknown as PlotOptions['document'],
    className: 'chart',
  });
  // Its own style sheet would be inline code, which our pages don't allow.
  element.querySelector('style')?.remove();
  element.removeAttribute('font-family');
  element.removeAttribute('font-size');
  nameLinks(element);
  escapeAttributes(element);
  return { svg: element.outerHTML };
}

/** The library names what stands in a link; readers of a page listen to the link itself. */
function nameLinks(element: ReturnType<typeof plot>): void {
  for (const link of element.querySelectorAll('a')) {
    const named = link.querySelector('[aria-label]');
    link.setAttribute('aria-label', named?.getAttribute('aria-label') ?? '');
    named?.removeAttribute('aria-label');
  }
}

/** The document writes attributes with only their quotation marks escaped. */
function escapeAttributes(element: ReturnType<typeof plot>): void {
  for (const { attributes } of [element, ...element.querySelectorAll('*')]) {
    for (const attribute of attributes) {
      attribute.value = attribute.value.replace(
        /[&<>]/g,
        (character: string) => ENTITIES.get(character) ?? '',
      );
    }
  }
}

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);
