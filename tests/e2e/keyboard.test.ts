import { expect, it } from 'vitest';
import { describeInBrowser, projectSite, visit } from '../fixtures/browser.ts';

const QUERY = '轨道交通';

describeInBrowser('the keyboard', () => {
  it('keeps what is typed when Esc leaves the search box', async () => {
    for (const path of ['/', '/reports/512000-2026-infographic']) {
      await visit(projectSite(), path, async (page) => {
        await page.locator('#q').fill(QUERY);
        await page.keyboard.press('Escape');
        expect(await page.inputValue('#q')).toBe(QUERY);
        expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('BODY');
      });
    }
  });
});
