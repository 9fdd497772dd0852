import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COLLECTION } from '../fixtures/collection.ts';
import { type Site, serveReports } from '../fixtures/site.ts';

let site: Site;

beforeAll(async () => {
  site = await serveReports(COLLECTION);
});

afterAll(() => site.close());

/** Asks as browsers do; `fetch` hides how an answer came, and never takes what it has for fresh. */
function ask(path: string, headers: OutgoingHttpHeaders, method = 'GET'): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(site.address + path, { headers, method }, (response) => resolve(response.resume()))
      .on('error', reject)
      .end();
  });
}

async function encodingOf(path: string, accepted: string): Promise<string | undefined> {
  return (await ask(path, { 'accept-encoding': accepted })).headers['content-encoding'];
}

it.each([
  '/',
  '/search?q=a',
  '/search?format=jsonl',
  '/search?format=csv',
  '/api/reports',
  '/assets/base.css',
  '/assets/suggest.js',
])('compresses %s as the browser asks', async (path) => {
  expect(await encodingOf(path, 'gzip, deflate, br')).toBe('br');
  expect(await encodingOf(path, 'gzip')).toBe('gzip');
  expect(await encodingOf(path, 'identity')).toBeUndefined();
});

it('leaves alone what is tiny, and what the browser has already', async () => {
  expect(await encodingOf('/healthz', 'gzip, deflate, br')).toBeUndefined();
  const accepted = { 'accept-encoding': 'gzip, deflate, br' };
  const { etag } = (await ask('/search?q=a', accepted)).headers;
  expect(etag).toBeTruthy();
  expect((await ask('/search?q=a', { ...accepted, 'if-none-match': etag })).statusCode).toBe(304);
  const head = await ask('/search?q=a', accepted, 'HEAD');
  expect([head.statusCode, head.headers.etag]).toEqual([200, etag]);
});
