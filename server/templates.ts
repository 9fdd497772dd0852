import { fileURLToPath } from 'node:url';
import { create } from 'express-handlebars';
import type { Svg } from './charts/svg.ts';

/** The folder that the pages, partials and layouts are in. */
export const VIEWS = fileURLToPath(new URL('../views', import.meta.url));

/** Renders `views/`: Express's engine for `.hbs`. */
export function templates() {
  const handlebars = create({
    extname: '.hbs',
    defaultLayout: 'main',
    layoutsDir: `${VIEWS}/layouts`,
    partialsDir: `${VIEWS}/partials`,
    helpers: {
      // The only two whose output isn't escaped as text.
      /** A data block holds no entities. */
      json: (value: unknown) => new SafeString(jsonForHtml(value)),
      /** A picture of `charts/`, which escapes what stands in it. */
      picture: ({ svg }: Svg) => new SafeString(svg),
    },
  });
  const SafeString = handlebars.handlebars.SafeString as new (html: string) => object;
  return handlebars.engine;
}

/** JSON that can't end the element it stands in: `<` is written as an escape, which parsers read the same. */
function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
