import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violations } from '../fixtures/axe.ts';
import { describeInBrowser, PHONE, projectSite, visit } from '../fixtures/browser.ts';

const REPORT = '/reports/510300-2025-work-report';

const paper = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
const size = (page: Page) =>
  page.evaluate<string>("getComputedStyle(document.querySelector('.text')).fontSize");
const typeface = (page: Page) =>
  page.evaluate<string>("getComputedStyle(document.querySelector('.text')).fontFamily");
const looks = async (page: Page) => [await paper(page), await size(page), await typeface(page)];

describeInBrowser('how pages look', () => {
  it('is chosen by keyboard in one menu, and kept from page to page', async () => {
    await visit(
      projectSite(),
      REPORT,
      async (page) => {
        const before = await looks(page);
        const menu = page.getByRole('button', { name: '显示', exact: true });
        await menu.press('Enter');
        await page.keyboard.press('Tab');
        // From 系统 on to 深, from 标准 on to 大, from 黑体 on to 宋体.
        for (const keys of [['ArrowRight', 'ArrowRight'], ['ArrowRight'], ['ArrowRight']]) {
          for (const key of keys) await page.keyboard.press(key);
          await page.keyboard.press('Tab');
        }
        await page.keyboard.press('Escape');
        expect(await page.getByRole('form', { name: '显示' }).isVisible()).toBe(false);
        const chosen = await looks(page);
        for (const [i, look] of chosen.entries()) expect(look).not.toBe(before[i]);
        expect(chosen[2]).toContain('Song');

        await page.goto('/reports/500110-2026-plan-report');
        expect(await looks(page)).toEqual(chosen);
        await menu.click();
        expect(await page.getByLabel('深', { exact: true }).isChecked()).toBe(true);
        expect(await page.getByLabel('大', { exact: true }).isChecked()).toBe(true);
        expect(await violations(page)).toEqual([]);
      },
      { colorScheme: 'light', bypassCSP: true },
    );
  });

  it('gives the focus back where the menu is left', async () => {
    await visit(projectSite(), REPORT, async (page) => {
      const menu = page.getByRole('button', { name: '显示', exact: true });
      await menu.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.getByLabel('系统').evaluate((radio) => radio.matches(':focus'))).toBe(true);
      await page.keyboard.press('Escape');
      expect(await menu.evaluate((button) => button.matches(':focus'))).toBe(true);
    });
  });

  it('holds before anything is painted, and nothing moves afterwards', async () => {
    await visit(projectSite(), REPORT, async (page) => {
      await page.evaluate("localStorage.setItem('theme', 'dark'); localStorage.setItem('size', 'larger')");
      await page.addInitScript(`
        globalThis.shifts = [];
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
          .observe({ type: 'layout-shift', buffered: true });
        // The head's script has run when the body comes.
        new MutationObserver((_, observer) => {
          if (!document.body) return;
          globalThis.atFirst = { ...document.documentElement.dataset };
          observer.disconnect();
        }).observe(document, { childList: true, subtree: true });
      `);
      for (const path of ['/', REPORT, '/search?q=%E5%8F%91%E5%B1%95']) {
        await page.goto(path, { waitUntil: 'load' });
        await page.waitForTimeout(300);
        expect(await page.evaluate('atFirst')).toMatchObject({ theme: 'dark', size: 'larger' });
        expect(await page.evaluate('shifts'), path).toEqual([]);
      }
    });
  });

  it.each(['small', 'normal', 'large', 'larger'])('sets 34 to 40 characters a line at %s', async (chosen) => {
    await visit(projectSite(), '/', async (page) => {
      await page.evaluate(`localStorage.setItem('size', '${chosen}')`);
      await page.goto(REPORT);
      const characters = await page.evaluate<number>(`(() => {
        const style = getComputedStyle(document.querySelector('.text'));
        return parseFloat(style.width) / parseFloat(style.fontSize);
      })()`);
      expect(characters).toBeGreaterThanOrEqual(34);
      expect(characters).toBeLessThanOrEqual(40);
    });
  });

  it('fits a phone at the largest size, its menu too', async () => {
    await visit(
      projectSite(),
      '/',
      async (page) => {
        await page.evaluate("localStorage.setItem('size', 'larger')");
        await page.goto(REPORT);
        await page.getByRole('button', { name: '显示', exact: true }).tap();
        const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        expect(over).toBeLessThanOrEqual(0);
      },
      PHONE,
    );
  });

  it('is the system’s without scripts, and offers no menu that does nothing', async () => {
    await visit(
      projectSite(),
      REPORT,
      async (page) => {
        expect(await page.getByRole('button', { name: '显示', exact: true }).isVisible()).toBe(false);
        expect(await page.getByRole('button', { name: '快捷键与检索方法' }).isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    );
  });
});
