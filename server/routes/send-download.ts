import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Download } from '../exports/download.ts';
import { headerText } from '../exports/provenance.ts';

/**
 * Sends a file while it is being made, no faster than it is taken. Who goes away ends the work. What goes wrong
 * before the first piece is an error like any other; what goes wrong later breaks the connection, so that
 * nobody takes a part for the whole.
 */
export async function sendDownload(
  { type, fileName, provenance, chunks }: Download,
  request: Request,
  response: Response,
): Promise<void> {
  const isAsked = request.method !== 'HEAD';
  const first = isAsked ? await chunks.next() : null;
  response.set('Content-Type', type);
  response.set('X-Provenance', headerText(provenance));
  // What is saved must be of now; what readers of feeds ask for all day may be an hour old.
  response.set('Cache-Control', fileName === null ? 'public, max-age=3600' : 'no-cache');
  if (fileName !== null) response.set('Content-Disposition', attachment(fileName));
  if (!first) {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.from(startingWith(first.value ?? '', chunks)), response);
  } catch (error) {
    if (!hasGone(error)) throw error;
  }
}

async function* startingWith(first: string, rest: AsyncGenerator<string, void>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/** Whether whoever asked has gone away. */
function hasGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/** Says that an answer is to be saved, and as what (RFC 6266): in ASCII for old programs, then in full. */
function attachment(fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]+|%/g, '_');
  const full = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${full}`;
}
