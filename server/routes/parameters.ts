import type { Request } from 'express';

/** The parameters of a request's address, as the standard reads them: no nesting, repeats kept. */
export function parametersOf(request: Request): URLSearchParams {
  const cut = request.originalUrl.indexOf('?');
  return new URLSearchParams(cut < 0 ? '' : request.originalUrl.slice(cut));
}
