import { expect, it } from 'vitest';
import { describeInBrowser, projectSite, visit } from '../fixtures/browser.ts';
import { searchFor } from '../fixtures/looking.ts';

const QUERY = '轨道交通';

describeInBrowser('what a reader takes along', () => {
  it('copies links', async () => {
    const options = { permissions: ['clipboard-read', 'clipboard-write'] };
    await visit(
      projectSite(),
      searchFor(QUERY),
      async (page) => {
        const id = await page.locator('.hit').first().getAttribute('id');
        await page.locator('.hit [data-copy-link]').first().click();
        await page.getByText('已复制').waitFor();
        const link = await page.evaluate<string>('navigator.clipboard.readText()');
        expect(link).toContain(`${projectSite().address}/p/${id}?n=`);
        await page.goto(link);
        expect(page.url()).toContain(`#${id}`);
      },
      options,
    );
  });
});
