import { expect, it } from 'vitest';
import { describeInBrowser, projectSite, visit } from '../fixtures/browser.ts';
import { facet, inView, searchFor, totalOf } from '../fixtures/looking.ts';

const QUERY = '轨道交通';

describeInBrowser('results in a browser', () => {
  it('leads from a search, narrowed by city and year, to the paragraph', async () => {
    await visit(projectSite(), '/', async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('/');
      await page.keyboard.type(QUERY);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?**');
      const all = await totalOf(page);
      expect(all).toBeGreaterThan(1);

      await facet(page, '资阳市').click();
      await page.waitForURL('**city=512000**');
      await facet(page, '2026').click();
      await page.waitForURL('**year=2026**');
      const narrowed = await totalOf(page);
      expect(narrowed).toBeGreaterThan(0);
      expect(narrowed).toBeLessThan(all);
      expect(await page.inputValue('#q')).toBe(QUERY);
      // The word that was searched for is one, too.
      expect(await page.locator('.chip').count()).toBe(3);

      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      const id = await page.locator('.hit').first().getAttribute('id');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/reports/*#${id}`);
      expect(await page.locator(`[id="${id}"] mark`).first().textContent()).toBe(QUERY);
      expect(await inView(page, `[id="${id}"] mark`)).toBe(true);
      const bar = await page.locator('.hit-bar [role=status]').textContent();
      expect(bar).toContain(`${narrowed} 段命中`);

      // Back is the search as it was; without a chip, the search without that filter.
      await page.goBack();
      expect(await totalOf(page)).toBe(narrowed);
      await page.locator('.chip', { hasText: '2026' }).click();
      await page.waitForURL((url) => !url.searchParams.has('year'));
      await page.locator('.clear').click();
      await page.waitForURL((url) => !url.searchParams.has('city'));
      expect(await totalOf(page)).toBe(all);
    });
  });

  it('takes a range of years, with and without scripts', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await visit(
        projectSite(),
        searchFor(QUERY),
        async (page) => {
          await page.getByLabel('从哪一年').selectOption('2024');
          await page.getByLabel('到哪一年').selectOption('2025');
          await page.getByRole('button', { name: '确定' }).click();
          await page.waitForURL('**year=2024..2025');
          expect(await page.locator('.chip').last().textContent()).toContain('2024—2025');
          expect(await page.getByLabel('从哪一年').inputValue()).toBe('2024');
        },
        { javaScriptEnabled },
      );
    }
  });
});
