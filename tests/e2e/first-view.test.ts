import { createServer, type RequestListener } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeInBrowser, PHONE, projectSite, visit } from '../fixtures/browser.ts';
import { type Listening, listening } from '../fixtures/listening.ts';
import { MAKES } from '../fixtures/pages.ts';

const MOST_BYTES = 100_000;
const SHOWN = 'new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)))';
const WINDOWS = [{}, PHONE];

/** Goes to a page. @returns what moves on it. */
async function movesOn(page: Page, path: string): Promise<string[]> {
  await page.addInitScript(`
    moved = [];
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries()) {
        moved.push(...sources.map(({ node }) => node?.outerHTML ?? node?.textContent));
      }
    }).observe({ type: 'layout-shift' });
  `);
  await page.goto(path);
  await page.evaluate(SHOWN);
  return page.evaluate<string[]>('moved');
}

/** What comes over the wire for a page, and what moves on it, where its scripts come late. */
async function load(page: Page, path: string): Promise<{ bytes: number; moved: string[] }> {
  let bytes = 0;
  const client = await page.context().newCDPSession(page);
  client.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await client.send('Network.enable');
  // The one in the head is waited for.
  await page.route(/(?<!display)\.js\?/, async (route) => {
    await page.evaluate(SHOWN);
    await route.continue();
  });
  const moved = await movesOn(page, path);
  return { bytes, moved };
}

describeInBrowser('the first view', () => {
  it.each(MAKES)('is light, and nothing in it moves: $name', async ({ site, path }) => {
    for (const options of WINDOWS) {
      await visit(
        site(),
        'about:blank',
        async (page) => {
          const { bytes, moved } = await load(page, path);
          expect(moved).toEqual([]);
          expect(bytes).toBeGreaterThan(1_000);
          expect(bytes).toBeLessThan(MOST_BYTES);
        },
        options,
      );
    }
  });

  describe('on a slow line', () => {
    let line: Listening;

    beforeAll(async () => {
      line = await slowLine(projectSite().address);
    });
    afterAll(async () => {
      await line?.close();
    });

    it.each(MAKES.filter(({ name }) => name === 'results' || name === 'report'))(
      'has nothing that moves: $name',
      async ({ path }) => {
        for (const options of WINDOWS) {
          await visit(
            line,
            'about:blank',
            async (page) => expect(await movesOn(page, path)).toEqual([]),
            options,
          );
        }
      },
    );
  });
});

const TAGS_A_PIECE = 5;
const PIECES = 100;
// So long that a browser draws what it has.
const PIECE_MS = 35;

/** A site whose pages come a few tags at a time, as far as a first view may go. */
function slowLine(address: string): Promise<Listening> {
  const passOn: RequestListener = async ({ url }, response) => {
    const answer = await fetch(address + url);
    const type = answer.headers.get('content-type') ?? '';
    response.setHeader('content-type', type);
    let rest = await answer.text();
    if (type.startsWith('text/html')) {
      for (let sent = 0; sent < PIECES && rest !== ''; sent++) {
        const piece = firstTags(rest);
        response.write(piece);
        rest = rest.slice(piece.length);
        await setTimeout(PIECE_MS);
      }
    }
    response.end(rest);
  };
  return listening(createServer(passOn));
}

/** The beginning of a page; all of its head is one piece. */
function firstTags(html: string): string {
  let end = Math.max(html.indexOf('<body'), 0);
  for (let tag = 0; tag < TAGS_A_PIECE && end >= 0; tag++) end = html.indexOf('<', end + 1);
  return end < 0 ? html : html.slice(0, end);
}
