import { expect, it } from 'vitest';
import { describeInBrowser, projectSite, visit } from '../fixtures/browser.ts';

describeInBrowser('a printed report', () => {
  it('prints the text with its numbers, and nothing to click', async () => {
    await visit(projectSite(), '/reports/500110-2026-plan-report?q=%E5%A2%9E%E9%80%9F', async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const selector of ['.site-header nav', '.outline', '.searchbox', '.hit-bar', '.site-footer']) {
        expect(await page.locator(selector).isVisible(), selector).toBe(false);
      }
      expect(await page.locator('.text .number').first().isVisible()).toBe(true);
      expect(await page.locator('.row-number .number').first().isVisible()).toBe(true);
    });
  });
});
