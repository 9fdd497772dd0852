import type { Request, RequestHandler, Response } from 'express';
import type { SearchEngine } from '../../engine/engine.ts';
import type { Catalogue } from '../catalogue.ts';
import { ofOneCollection } from '../one-collection.ts';

/** Sends an answer that is ready. */
export type Sending = (response: Response) => void | Promise<void>;

/** A route whose answer is of one collection: put together, perhaps more than once, and then sent. */
export function answering(
  engine: SearchEngine,
  answer: (catalogue: Catalogue, request: Request) => Promise<Sending>,
): RequestHandler {
  return async (request, response) => {
    const send = await ofOneCollection(engine, (catalogue) => answer(catalogue, request));
    await send(response);
  };
}

export function page(view: string, model: object, status = 200): Sending {
  return (response) => response.status(status).render(view, model);
}

export function redirect(address: string): Sending {
  return (response) => response.redirect(302, address);
}
