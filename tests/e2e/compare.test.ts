import { expect, it } from 'vitest';
import { violations } from '../fixtures/axe.ts';
import { describeInBrowser, PHONE, projectSite, visit } from '../fixtures/browser.ts';

const EARLIER = '512000-2024-work-report';
/** Of the same place, a year later: with targets and results. */
const NEXT = '512000-2025-briefing';
const OTHER = '510300-2025-work-report';

describeInBrowser('two reports side by side', () => {
  it('are chosen from lists, and lead from a number to its paragraphs, without scripts', async () => {
    await visit(
      projectSite(),
      '/compare',
      async (page) => {
        await page.getByLabel('一份', { exact: true }).selectOption(EARLIER);
        await page.getByLabel('另一份').selectOption(OTHER);
        await page.getByRole('button', { name: '对照' }).click();
        await page.waitForURL(`**/compare?a=${EARLIER}&b=${OTHER}`);
        const row = page.locator('#terms-appeared ~ table tbody tr').first();
        const term = await row.locator('th').textContent();
        const times = Number(await row.locator('td a').textContent());
        await row.locator('td a').click();
        await page.waitForURL('**/search?**');
        await page.locator('.hit h2 a').first().click();
        await page.waitForURL('**/reports/**');
        const marks = await page.locator('.text mark').allTextContents();
        expect(marks).toHaveLength(times);
        expect(new Set(marks)).toEqual(new Set([term]));
      },
      { javaScriptEnabled: false },
    );
  });

  it('stand side by side on a wide page, and one under the other on a phone', async () => {
    const lefts = async (options: object) => {
      const found: number[] = [];
      await visit(
        projectSite(),
        `/compare?a=${EARLIER}&b=${OTHER}`,
        async (page) => {
          for (const side of await page.locator('.heads > div').all()) {
            found.push((await side.boundingBox())?.x ?? -1);
          }
        },
        options,
      );
      return found;
    };
    const [left = 0, right = 0] = await lefts({});
    expect(right).toBeGreaterThan(left + 300);
    expect(new Set(await lefts(PHONE)).size).toBe(1);
  });

  it.each(
    ['/compare', `/compare?a=${EARLIER}&b=${NEXT}`].flatMap((path) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ path, colorScheme })),
    ),
  )('$path keeps nobody out and fits a phone ($colorScheme)', async ({ path, colorScheme }) => {
    for (const window of [{}, PHONE]) {
      await visit(
        projectSite(),
        path,
        async (page) => {
          const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
          expect(over).toBeLessThanOrEqual(0);
          expect(await violations(page)).toEqual([]);
        },
        { ...window, colorScheme, bypassCSP: true },
      );
    }
  });
});
