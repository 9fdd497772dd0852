import type { Request, Response, Router } from 'express';
import type { SearchEngine } from '../../engine/engine.ts';
import type { Catalogue } from '../catalogue.ts';
import { ofOneCollection } from '../one-collection.ts';

/** Sends an answer that is ready. */
export type Sending = (response: Response) => void | Promise<void>;

/** Puts an answer together, perhaps more than once. */
type Answering = (catalogue: Catalogue, request: Request) => Promise<Sending>;

/** How a router is given routes whose answers are of one collection: put together first, and then sent. */
export function answeringRoutes(router: Router, engine: SearchEngine) {
  return (path: string, answer: Answering): void => {
    router.get(path, async (request, response) => {
      const send = await ofOneCollection(engine, (catalogue) => answer(catalogue, request));
      await send(response);
    });
  };
}

export function page(view: string, model: object, status = 200): Sending {
  return (response) => response.status(status).render(view, model);
}

export function redirect(address: string): Sending {
  return (response) => response.redirect(302, address);
}
