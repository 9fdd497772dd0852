import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { colourViolations, violations } from '../fixtures/axe.ts';
import { describeInBrowser, projectSite, visit } from '../fixtures/browser.ts';
import { MAKES, PAGES } from '../fixtures/pages.ts';

const OPTIONS = { colorScheme: 'light' as const, bypassCSP: true };

/** Nothing that axe finds, at a desk or on a phone, in light or in dark. */
async function expectNoViolations(page: Page): Promise<void> {
  const found: Record<string, string[]> = {};
  // So tall that no bar sticks above what comes further down: axe would find that too small to be hit.
  for (const [width, height] of [
    [1280, 900],
    [375, 5_000],
  ] as const) {
    await page.setViewportSize({ width, height });
    found[`${width} px, light`] = await violations(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    found[`${width} px, dark`] = await colourViolations(page);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  expect(found).toEqual({
    '1280 px, light': [],
    '1280 px, dark': [],
    '375 px, light': [],
    '375 px, dark': [],
  });
}

/** Opens all that can be opened in a page. */
const openAll = (page: Page) =>
  page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');

/** What opens above a page: where, and by what. */
const ABOVE: readonly (readonly [name: string, path: string, open: (page: Page) => Promise<void>])[] = [
  [
    'the help',
    '/',
    async (page) => {
      await page.locator('[data-help-open]').click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'suggestions',
    '/',
    async (page) => {
      await page.getByRole('combobox', { name: '检索词' }).pressSequentially('guidao');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
    },
  ],
  [
    'a footnote',
    '/reports/510300-2025-work-report',
    async (page) => {
      await page.getByRole('button', { name: '注 3', exact: true }).click();
      await page.getByRole('note', { name: '注 3', exact: true }).waitFor();
    },
  ],
  [
    'how pages look',
    '/',
    async (page) => {
      await page.getByRole('button', { name: '显示' }).click();
      await page.getByRole('group', { name: '字号' }).waitFor();
    },
  ],
  [
    'the news that a paragraph is gone',
    '/reports/512000-2026-infographic?q=发展#512000-2026-infographic_0123456789',
    (page) => page.getByRole('link', { name: '找这一段' }).waitFor(),
  ],
];

describeInBrowser('axe', () => {
  it.each(PAGES)('finds nothing on a page: $name', async ({ site, path }) => {
    await visit(site(), path, expectNoViolations, OPTIONS);
  });

  it.each(MAKES)('finds nothing where all is open: $name', async ({ site, path }) => {
    await visit(
      site(),
      path,
      async (page) => {
        await openAll(page);
        await expectNoViolations(page);
      },
      OPTIONS,
    );
  });

  it.each(ABOVE)('finds nothing above a page: %s', async (_, path, open) => {
    await visit(
      projectSite(),
      path,
      async (page) => {
        await open(page);
        await expectNoViolations(page);
      },
      OPTIONS,
    );
  });
});
