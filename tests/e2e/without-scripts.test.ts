import { expect, it } from 'vitest';
import { describeInBrowser, projectSite, visit } from '../fixtures/browser.ts';
import { facet, inView, searchFor, totalOf } from '../fixtures/looking.ts';

const QUERY = '轨道交通';

describeInBrowser('the site without scripts', () => {
  it('works without scripts', async () => {
    await visit(
      projectSite(),
      searchFor(QUERY, { sort: 'newest' }),
      async (page) => {
        const all = await totalOf(page);
        await facet(page, '资阳市').click();
        await facet(page, '2026').click();
        await page.getByRole('button', { name: '应用筛选' }).click();
        await page.waitForURL('**year=2026**');
        const { searchParams } = new URL(page.url());
        expect(Object.fromEntries(searchParams)).toEqual({
          q: QUERY,
          sort: 'newest',
          city: '512000',
          year: '2026',
        });
        expect(await totalOf(page)).toBeLessThan(all);

        await page.locator('.hit h2 a').first().click();
        await page.waitForURL('**/reports/**');
        expect(await inView(page, ':target mark')).toBe(true);
        // Links can't know where the reader is: they say what they lead to.
        const steps = page.locator('.hit-bar .steps');
        expect(await steps.locator('.unscripted').allTextContents()).toEqual(['最后一处', '第一处']);
        expect(await steps.getByText('第一处').isVisible()).toBe(true);
        expect(await steps.getByText('下一处').isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    );
  });
});
