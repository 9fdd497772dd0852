import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, PHONE, visit } from '../fixtures/browser.ts';
import { MAKES } from '../fixtures/pages.ts';

const MOST_BYTES = 100_000;
const SHOWN = 'new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)))';

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
  return { bytes, moved: await page.evaluate<string[]>('moved') };
}

describeInBrowser('the first view', () => {
  it.each(MAKES)('is light, and nothing in it moves: $name', async ({ site, path }) => {
    for (const options of [{}, PHONE]) {
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
});
