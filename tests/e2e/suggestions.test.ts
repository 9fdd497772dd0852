import { expect, it } from 'vitest';
import { violations } from '../fixtures/axe.ts';
import { describeInBrowser, projectSite, visit } from '../fixtures/browser.ts';

describeInBrowser('suggestions in a browser', () => {
  it('suggests while typing, and chooses nothing by itself', async () => {
    await visit(
      projectSite(),
      '/',
      async (page) => {
        const box = page.getByRole('combobox', { name: '检索词' });
        const options = page.getByRole('listbox', { name: '检索建议' }).getByRole('option');
        await box.pressSequentially('guidao');
        await options.first().waitFor();
        expect(await options.first().textContent()).toContain('轨道');
        expect(await box.getAttribute('aria-expanded')).toBe('true');
        expect(await box.getAttribute('aria-activedescendant')).toBeNull();
        expect(await violations(page)).toEqual([]);

        await box.press('ArrowDown');
        expect(await box.getAttribute('aria-activedescendant')).toBe('suggestion-0');
        await box.press('Escape');
        expect(await options.count()).toBe(0);
        expect(await box.inputValue()).toBe('guidao');

        await box.fill('轨道');
        await options.first().waitFor();
        await box.press('ArrowDown');
        const chosen = (await options.first().locator('span').first().textContent()) ?? '';
        await box.press('Enter');
        await page.waitForURL('**/search?**');
        expect(new URL(page.url()).searchParams.get('q')).toBe(chosen);
      },
      { bypassCSP: true },
    );
  });

  it('keeps still while an input method composes', async () => {
    await visit(projectSite(), '/', async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const client = await page.context().newCDPSession(page);
      await page.getByRole('combobox', { name: '检索词' }).focus();
      await client.send('Input.imeSetComposition', { text: 'guidao', selectionStart: 6, selectionEnd: 6 });
      await page.waitForTimeout(400);
      expect(asked).not.toContain('/api/suggest');
      await client.send('Input.insertText', { text: '轨道' });
      await page.getByRole('option').first().waitFor();
      expect(asked.filter((path) => path === '/api/suggest')).toHaveLength(1);
    });
  });
});
