import { expect, it } from 'vitest';
import { describeInBrowser, projectSite, visit } from '../fixtures/browser.ts';
import { searchFor } from '../fixtures/looking.ts';

const QUERY = '轨道交通';

describeInBrowser('what a reader takes along', () => {
  it('copies links, and keeps the colours chosen', async () => {
    const options = { permissions: ['clipboard-read', 'clipboard-write'], colorScheme: 'light' as const };
    await visit(
      projectSite(),
      searchFor(QUERY),
      async (page) => {
        const id = await page.locator('.hit').first().getAttribute('id');
        await page.locator('.hit [data-copy-link]').first().click();
        await page.getByText('已复制').waitFor();
        const link = await page.evaluate<string>('navigator.clipboard.readText()');
        expect(link).toContain(`${projectSite().address}/p/${id}?n=`);

        const colour = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
        const light = await colour();
        
        
        const dark = await colour();
        expect(dark).not.toBe(light);
        await page.goto(link);
        expect(page.url()).toContain(`#${id}`);
        expect(await colour()).toBe(dark);
      },
      options,
    );
  });
});
