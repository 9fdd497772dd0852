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
