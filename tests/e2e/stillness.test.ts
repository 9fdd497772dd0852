import { expect, it } from 'vitest';
import { describeInBrowser, PHONE, projectSite, visit } from '../fixtures/browser.ts';
import { searchFor } from '../fixtures/looking.ts';

/** Gathers in the page what moved without having been asked to. */
const OBSERVER = `
  window.moved = [];
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, sources } of list.getEntries()) {
      if (!hadRecentInput) window.moved.push(...sources.map(({ node }) => node?.outerHTML ?? node?.textContent));
    }
  }).observe({ type: 'layout-shift', buffered: true });
`;

const PAGES = [
  '/',
  searchFor('高质量发展'),
  searchFor('轨道交通', { city: '512000', group: 'report' }),
  searchFor('无此词'),
  '/reports',
  '/reports/500110-2026-plan-report',
];

describeInBrowser('nothing moves while a page loads', () => {
  it.each(
    PAGES.flatMap(
      (path) =>
        [
          ['desk', path, {}],
          ['phone', path, PHONE],
        ] as const,
    ),
  )('on a slow %s: %s', async (_, path, options) => {
    await visit(
      projectSite(),
      '/help',
      async (page) => {
        const client = await page.context().newCDPSession(page);
        await client.send('Emulation.setCPUThrottlingRate', { rate: 6 });
        await page.addInitScript(OBSERVER);
        await page.goto(path);
        await page.waitForTimeout(500);
        expect(await page.evaluate('window.moved')).toEqual([]);
      },
      options,
    );
  });
});
