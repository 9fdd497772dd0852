import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compression from 'compression';
import express, { type Express, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { SearchEngine } from '../engine/engine.ts';
import { JSON_LINES } from './exports/download.ts';
import { apiRoutes } from './routes/api.ts';
import { countRoutes } from './routes/counts.ts';
import { answerError } from './routes/errors.ts';
import { pageRoutes } from './routes/pages.ts';
import { panelRoutes } from './routes/panel.ts';
import { templates, VIEWS } from './templates.ts';

const PUBLIC = fileURLToPath(new URL('../public', import.meta.url));

/** Builds the site on an engine. It doesn't listen (see `main.ts`). */
function createApp(engine: SearchEngine): Express {
  const app = express();
  app.disable('x-powered-by');
  // Parameters are read by `routes/parameters.ts`.
  app.set('query parser', false);
  app.engine('hbs', templates());
  app.set('view engine', 'hbs');
  app.set('views', `${VIEWS}/pages`);
  app.enable('view cache');

  app.use(securityHeaders());
  app.use(compression({ filter: isCompressible }));
  app.locals.assetsVersion = digestOf(PUBLIC);
  app.use('/assets', express.static(PUBLIC, { maxAge: '1y', immutable: true }));
  app.use(apiRoutes(engine));
  app.use(countRoutes(engine));
  app.use(panelRoutes(engine));
  app.use(pageRoutes(engine));
  app.use(answerError);
  return app;
}

/** What the library knows to be text, and JSON Lines, of which it has never heard. */
function isCompressible(request: Request, response: Response): boolean {
  const type = String(response.getHeader('Content-Type'));
  return type.startsWith(JSON_LINES) || compression.filter(request, response);
}

/** Room for the address of a pasted report, nine bytes a Han character, so that it gets an answer of ours. */
const MAX_HEADER_BYTES = 1024 * 1024;

/** A server of the site. It doesn't listen yet. */
export function createSite(engine: SearchEngine): Server {
  return createServer({ maxHeaderSize: MAX_HEADER_BYTES }, createApp(engine));
}

/** Stands in the addresses of style sheet and scripts, which browsers may therefore keep for good. */
function digestOf(folder: string): string {
  const digest = createHash('sha256');
  for (const name of readdirSync(folder).sort()) digest.update(readFileSync(join(folder, name)));
  return digest.digest('hex').slice(0, 10);
}

/** Nothing from elsewhere, no inline code, no framing. */
function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
}
