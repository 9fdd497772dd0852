import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COLLECTION } from '../fixtures/collection.ts';
import { type Site, serveReports } from '../fixtures/site.ts';

let site: Site;

beforeAll(async () => {
  site = await serveReports(COLLECTION);
});

afterAll(() => site.close());

/** Asks as browsers do; `fetch` hides how an answer came. */
function encodingOf(path: string, accepted: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    request(site.address + path, { headers: { 'accept-encoding': accepted } }, (response) => {
      response.resume();
      resolve(response.headers['content-encoding']);
    })
      .on('error', reject)
      .end();
  });
}

it.each(['/', '/search?q=a', '/api/reports', '/assets/base.css', '/assets/suggest.js'])(
  'compresses %s as the browser asks',
  async (path) => {
    expect(await encodingOf(path, 'gzip, deflate, br')).toBe('br');
    expect(await encodingOf(path, 'gzip')).toBe('gzip');
    expect(await encodingOf(path, 'identity')).toBeUndefined();
  },
);

it('leaves alone what is tiny, and what the browser has already', async () => {
  expect(await encodingOf('/healthz', 'gzip, deflate, br')).toBeUndefined();
  const first = await fetch(`${site.address}/search?q=a`);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).not.toBe('');
  const again = await fetch(`${site.address}/search?q=a`, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  const head = await fetch(`${site.address}/search?q=a`, { method: 'HEAD' });
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
});
