import { expect, it } from 'vitest';
import { violations } from '../fixtures/axe.ts';
import { describeInBrowser, PHONE, projectSite, visit } from '../fixtures/browser.ts';
import { searchFor } from '../fixtures/looking.ts';

const PAGES = [
  '/help',
  '/help/api',
  searchFor('资阳轨道交通客流'),
  searchFor('GDP OR 养老 -托育', { group: 'report' }),
  '/',
  searchFor('轨道交通', { city: '512000' }),
  searchFor('无此词 2099', { year: '2024..2026' }),
  '/reports',
  '/reports/500110-2026-plan-report?q=增速',
  '/reports/510300-2025-work-report',
  '/cite/510300-2025-work-report',
];

describeInBrowser('every page', () => {
  it.each(PAGES)('%s has nothing that keeps readers out, light or dark', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await visit(projectSite(), path, async (page) => expect(await violations(page)).toEqual([]), {
        colorScheme,
        bypassCSP: true,
      });
    }
  });

  it.each(PAGES)('%s fits a phone', async (path) => {
    await visit(
      projectSite(),
      path,
      async (page) => {
        const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        expect(over).toBeLessThanOrEqual(0);
        expect(await violations(page)).toEqual([]);
      },
      { ...PHONE, bypassCSP: true },
    );
  });
});
