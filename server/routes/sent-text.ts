import express, { type Request, type RequestHandler } from 'express';
import { badRequest, HttpProblem } from '../problems.ts';

/** Text by whatever name, and bytes without one: what clients send that know nothing of what they send. */
const TEXT = ['text/*', 'application/octet-stream'];

/** What curl says of whatever it sends, unless told otherwise. */
const FORM = 'application/x-www-form-urlencoded';

/**
 * Takes the text that is sent with a request, for {@link sentText}.
 * @throws HttpProblem `unsupported_type` for what isn't text in UTF-8 by its own account, `too_large`.
 */
export const takeText: readonly RequestHandler[] = [
  (request, _response, next) => {
    const type = request.get('content-type');
    if (type !== undefined && !isText(request, type)) throw notText(type);
    next();
  },
  express.raw({ type: () => true, limit: '2mb' }),
  (request, _response, next) => {
    if (request.is(FORM) && isForm(request.body)) throw notText(FORM);
    next();
  },
];

/**
 * The text that was sent with a request; undefined where none was.
 * @throws HttpProblem `bad_request` for what isn't UTF-8.
 */
export function sentText({ body }: Request): string | undefined {
  if (!Buffer.isBuffer(body)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw badRequest('送来的不是 UTF-8。请把文件另存为 UTF-8 再试');
  }
}

function notText(type: string): HttpProblem {
  return new HttpProblem(
    'unsupported_type',
    `请送来 UTF-8 的纯文本（Content-Type: text/plain），这次是 ${type}。用 curl 时加上 -H 'Content-Type: text/plain'`,
  );
}

/** Whether a body really is a form's: names and values, percent-encoded, in one piece. */
function isForm(body: unknown): boolean {
  return Buffer.isBuffer(body) && /^[\w.%[\]-]+=[\x21-\x7e]*$/.test(body.toString('latin1'));
}

function isText(request: Request, type: string): boolean {
  const [, charset = 'utf-8'] = /;\s*charset="?([^\s;"]+)/i.exec(type) ?? [];
  return /^(utf-?8|us-ascii)$/i.test(charset) && request.is([...TEXT, FORM]) !== false;
}
