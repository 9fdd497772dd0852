import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { violations } from '../fixtures/axe.ts';
import { describeInBrowser, PHONE, projectSite, visit } from '../fixtures/browser.ts';
import { totalOf } from '../fixtures/looking.ts';

const TERMS = '高质量发展\n养老 OR 托育\n\n无此词可寻\n高质量发展';

describeInBrowser('a list of terms', () => {
  it.each([true, false])('gives a table and a summary (scripts: %s)', async (javaScriptEnabled) => {
    await visit(
      projectSite(),
      '/panel',
      async (page) => {
        await page.getByLabel('词表', { exact: true }).fill(TERMS);
        await page.getByLabel('章节').selectOption('tasks');
        await page.getByRole('button', { name: '统计' }).click();
        await page.getByRole('heading', { name: '词表统计的结果' }).waitFor();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: /^下载 CSV（15 行）/ }).click(),
        ]);
        expect(download.suggestedFilename()).toMatch(/^panel-\d{4}-\d\d-\d\d-[0-9a-f]{12}\.csv$/);
        const csv = await readFile(await download.path(), 'utf8');
        expect(csv.trimEnd().split('\r\n')).toHaveLength(16);

        const row = page.locator('.totals tbody tr').first();
        const cell = row.locator('td').nth(1);
        const paragraphs = Number(await cell.textContent());
        await cell.getByRole('link').click();
        await page.waitForURL('**/search?**');
        expect(await totalOf(page)).toBe(paragraphs);
      },
      { javaScriptEnabled, acceptDownloads: true },
    );
  });

  it('reads a file into the field, whichever its encoding', async () => {
    // 轨道 in GB 18030.
    const gb18030 = Buffer.from([0xb9, 0xec, 0xb5, 0xc0]);
    await visit(projectSite(), '/panel', async (page) => {
      for (const [buffer, text] of [
        [Buffer.from('养老\n托育'), '养老\n托育'],
        [gb18030, '轨道'],
      ] as const) {
        await page
          .getByLabel('或者从文件读取')
          .setInputFiles({ name: 'terms.txt', mimeType: 'text/plain', buffer });
        await expect.poll(() => page.getByLabel('词表', { exact: true }).inputValue()).toBe(text);
      }
    });
  });

  it('offers no file where nothing could read it', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await visit(
        projectSite(),
        '/panel',
        async (page) => {
          expect(await page.getByLabel('或者从文件读取').isVisible()).toBe(javaScriptEnabled);
        },
        { javaScriptEnabled },
      );
    }
  });

  it('keeps nobody out, light or dark, and fits a phone', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const window of [{}, PHONE]) {
        await visit(
          projectSite(),
          '/panel',
          async (page) => {
            const fits = async () => {
              const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
              expect(over).toBeLessThanOrEqual(0);
              expect(await violations(page)).toEqual([]);
            };
            await fits();
            await page.getByLabel('词表', { exact: true }).fill(TERMS);
            await page.getByRole('button', { name: '统计' }).click();
            await page.getByRole('heading', { name: '词表统计的结果' }).waitFor();
            await fits();
          },
          { ...window, colorScheme, bypassCSP: true },
        );
      }
    }
  });
});
