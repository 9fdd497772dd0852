import type { Request } from 'express';
import type { Access } from '../presenters/citations.ts';
import { today } from '../presenters/days.ts';

/** Where and when a request is made, as citations say it. */
export function accessOf(request: Request): Access {
  return { origin: originOf(request), day: today() };
}

/** Scheme and host as the reader sees them; empty where the host named is not one. */
function originOf(request: Request): string {
  const text = `${request.protocol}://${request.get('host') ?? ''}`;
  return URL.canParse(text) ? new URL(text).origin : '';
}
