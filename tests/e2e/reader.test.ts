import { expect, it } from 'vitest';
import { describeInBrowser, PHONE, projectSite, visit } from '../fixtures/browser.ts';
import { inView } from '../fixtures/looking.ts';

const QUERY = '轨道交通';

describeInBrowser('the reader in a browser', () => {
  it('steps through the hits of a report, and through all of them', async () => {
    await visit(
      projectSite(),
      `/reports/512000-2026-infographic?q=${encodeURIComponent(QUERY)}`,
      async (page) => {
        const ids = await page
          .locator('.text .hit-block')
          .evaluateAll((blocks) => blocks.map(({ id }) => id));
        for (const id of [...ids, ids[0]]) {
          await page.locator('[data-step="1"]').click();
          expect(decodeURIComponent(new URL(page.url()).hash)).toBe(`#${id}`);
          expect(await inView(page, `[id="${id}"] mark`)).toBe(true);
        }
        await page.keyboard.press('?');
        expect(await page.locator('#help').isVisible()).toBe(true);
      },
    );
  });

  it.each([
    ['by keyboard', {}],
    ['by touch, without scripts', { ...PHONE, javaScriptEnabled: false }],
  ])('opens a footnote where it is used, %s, and leads to the glossary and back', async (_, options) => {
    await visit(
      projectSite(),
      '/reports/510300-2025-work-report',
      async (page) => {
        const mark = page.getByRole('button', { name: '注 3', exact: true });
        const note = page.getByRole('note', { name: '注 3', exact: true });
        expect(await note.isVisible()).toBe(false);
        if ('hasTouch' in options) await mark.tap();
        else await mark.press('Enter');
        expect(await note.isVisible()).toBe(true);
        expect(await mark.isVisible()).toBe(true);
        await page.keyboard.press('Escape');
        expect(await note.isVisible()).toBe(false);

        await mark.click();
        await note.getByRole('link').click();
        expect(await inView(page, ':target')).toBe(true);
        await page.locator(':target .back').first().click();
        expect(new URL(page.url()).hash).toBe('#note-3');
        expect(await mark.isVisible()).toBe(true);
      },
      options,
    );
  });

  it('lets a definition be read by keyboard, beside its mark, and gives the focus back', async () => {
    await visit(projectSite(), '/reports/510300-2025-work-report', async (page) => {
      const mark = page.getByRole('button', { name: '注 3', exact: true });
      const note = page.getByRole('note', { name: '注 3', exact: true });
      await mark.press('Enter');
      // What has the focus is read aloud: the note, and by its description all it says.
      expect(await note.evaluate((element) => element.matches(':focus'))).toBe(true);
      const told = page.locator(`[id="${await note.getAttribute('aria-describedby')}"]`);
      expect(await told.textContent()).toMatch(/^3\. .{10}/u);
      const [at, box] = [await mark.boundingBox(), await note.boundingBox()];
      const gap = Math.min(
        Math.abs((box?.y ?? 0) - (at?.y ?? 0) - (at?.height ?? 0)),
        Math.abs((at?.y ?? 0) - (box?.y ?? 0) - (box?.height ?? 0)),
      );
      expect(gap).toBeLessThan(24);
      await page.keyboard.press('Tab');
      expect(await note.getByRole('link').evaluate((link) => link.matches(':focus'))).toBe(true);
      await page.keyboard.press('Escape');
      expect(await note.isVisible()).toBe(false);
      expect(await mark.evaluate((button) => button.matches(':focus'))).toBe(true);
    });
  });

  it('opens a term of the glossary where it is used again, and leads to the glossary without scripts', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await visit(
        projectSite(),
        '/reports/510300-2025-work-report',
        async (page) => {
          const term = page.locator('.term', { hasText: '“两重”“两新”' });
          await term.press('Enter');
          const note = page.getByRole('note', { name: '注 1', exact: true });
          expect(await note.isVisible()).toBe(javaScriptEnabled);
          if (!javaScriptEnabled) expect(await inView(page, ':target')).toBe(true);
          if (!javaScriptEnabled) return;
          await page.keyboard.press('Escape');
          expect(await note.isVisible()).toBe(false);
          expect(await term.evaluate((link) => link.matches(':focus'))).toBe(true);
        },
        { javaScriptEnabled },
      );
    }
  });

  it('shows in the outline where the reader is', async () => {
    await visit(projectSite(), '/reports/500110-2026-plan-report', async (page) => {
      const last = page.locator('.outline a').last();
      const text = await last.textContent();
      await last.click();
      const current = page.locator('.outline [aria-current]', { hasText: text ?? '' });
      await current.waitFor();
      expect(await page.locator('.outline [aria-current]').count()).toBe(1);
      // The outline has come along, though it is longer than the window.
      expect(await inView(page, '.outline [aria-current]')).toBe(true);
    });
  });

  it('keeps the outline at hand on a phone, and puts it away once followed', async () => {
    await visit(
      projectSite(),
      '/reports/500110-2026-plan-report',
      async (page) => {
        const outline = page.getByRole('navigation', { name: '目录' });
        expect(await outline.isVisible()).toBe(false);
        await page.mouse.wheel(0, 5000);
        await page.getByText('目录').first().tap();
        expect(await outline.isVisible()).toBe(true);
        await outline.getByRole('link').nth(3).tap();
        expect(await outline.isVisible()).toBe(false);
        expect(await inView(page, ':target')).toBe(true);
      },
      PHONE,
    );
  });

  it('lets wide tables scroll by themselves', async () => {
    await visit(
      projectSite(),
      '/reports/500110-2026-plan-report',
      async (page) => {
        const table = page.locator('.table').first();
        await table.evaluate((element) => {
          for (const cell of element.querySelectorAll('td')) cell.style.minWidth = '20rem';
        });
        expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeGreaterThan(
          300,
        );
        expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThan(
          1,
        );
      },
      PHONE,
    );
  });
});
