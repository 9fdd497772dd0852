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

  it('says where it is from, its link and the day, on A4, without what was searched for in colour', async () => {
    await visit(projectSite(), '/reports/510300-2025-work-report?q=%E9%87%8D%E5%A4%A7', async (page) => {
      const link = page.getByText(`${projectSite().address}/reports/510300-2025-work-report`, {
        exact: true,
      });
      expect(await link.isVisible()).toBe(false);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12]/);

      // Making it has told the page that it is printed.
      await page.emulateMedia({ media: 'print' });
      expect(await link.isVisible()).toBe(true);
      for (const name of [/^来源 自贡网$/, /^打印日期 \d{4}年\d+月\d+日$/]) {
        expect(await page.getByRole('row', { name }).isVisible(), `${name}`).toBe(true);
      }
      const behind = "getComputedStyle(document.querySelector('.text mark')).backgroundColor";
      expect(await page.evaluate<string>(behind)).toBe('rgba(0, 0, 0, 0)');
      for (const selector of ['.neighbours', '.display-menu', '.definition', '.back']) {
        expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
      }
      expect(await page.locator('.note button').first().isVisible()).toBe(true);
      expect(await page.locator('.glossary').first().isVisible()).toBe(true);
    });
  });
});
