import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { describeInBrowser, projectSite, visit } from '../fixtures/browser.ts';
import { type Hand, WAYS } from '../fixtures/hands.ts';
import { inView, totalOf } from '../fixtures/looking.ts';

/** What people come for, from the home page on. */
interface Task {
  readonly name: string;
  /** How many clicks and typed texts it may take at most at a desk; on a phone the filters are in a drawer. */
  readonly most: { readonly desk: number; readonly phone: number };
  readonly work: (page: Page, hand: Hand) => Promise<void>;
}

const first = (page: Page) => page.locator('.hit').first();

/** Ticks boxes of the facets, one after the other; on a phone in their drawer. */
async function narrow(page: Page, hand: Hand, filters: readonly (readonly [label: RegExp, in_: string])[]) {
  const drawer = page.locator('.search-side > .drawer > summary');
  const inDrawer = await drawer.isVisible();
  if (inDrawer) await hand.use(drawer);
  for (const [label, address] of filters) {
    await hand.use(page.getByRole('checkbox', { name: label }));
    if (!inDrawer) await page.waitForURL(`**${address}**`);
  }
  if (inDrawer) await hand.use(page.getByRole('button', { name: '应用筛选' }));
  for (const [, address] of filters) await page.waitForURL(`**${address}**`);
}

const TASKS: readonly Task[] = [
  {
    name: 'finds where 资阳 reports the opening of its metro line, and copies a citation',
    most: { desk: 3, phone: 3 },
    async work(page, hand) {
      await hand.search('资阳 轨道交通 开通');
      expect(await first(page).textContent()).toMatch(/资阳市.*2024年9月29日.*轨道交通.*开通运营/s);
      await hand.use(first(page).locator('.cite summary'));
      await hand.use(first(page).getByRole('button', { name: /^复制 GB\/T 7714—2025/ }));
      await page.getByRole('status').filter({ hasText: '已复制' }).waitFor();
      const copied = await page.evaluate<string>('navigator.clipboard.readText()');
      const id = await first(page).getAttribute('id');
      expect(copied).toContain('资阳市2024年工作简报');
      expect(copied).toContain(`/p/${id}`);
    },
  },
  {
    name: 'lists every 预期目标 of 綦江 for 2026',
    most: { desk: 2, phone: 4 },
    async work(page, hand) {
      await hand.use(page.getByRole('link', { name: '綦江区', exact: true }));
      await page.waitForURL('**/search?**city=500110**');
      await narrow(page, hand, [[/^预期目标/, 'section=targets']]);
      const { address } = projectSite();
      const asked = await fetch(`${address}/api/search?city=500110&year=2026&section=targets`);
      const { total } = (await asked.json()) as { total: number };
      expect(total).toBeGreaterThan(0);
      expect(await totalOf(page)).toBe(total);
    },
  },
  {
    name: 'reads 自贡’s footnote on 两重',
    most: { desk: 3, phone: 3 },
    async work(page, hand) {
      await hand.search('两重');
      // The footnote itself comes first. It opens where the report uses it, too.
      const explained = '“两重”指国家重大战略实施和重点领域安全能力建设';
      expect(await first(page).textContent()).toContain(explained);
      const passage = page.locator('.hit', { hasText: '争取“两重”' });
      await hand.use(passage.getByRole('heading').getByRole('link'));
      await page.waitForURL('**/reports/510300-2025-work-report**');
      await hand.use(page.locator(':target').getByRole('button', { name: '注 1', exact: true }));
      const note = page.getByRole('note', { name: '注 1', exact: true });
      expect(await note.isVisible()).toBe(true);
      expect(await note.textContent()).toContain(explained);
    },
  },
  {
    name: 'finds a number in a table',
    most: { desk: 2, phone: 2 },
    async work(page, hand) {
      await hand.search('城镇调查失业率');
      const row = page.locator('.hit', { hasText: '|' }).first();
      await hand.use(row.getByRole('heading').getByRole('link'));
      await page.waitForURL('**/reports/500110-2026-plan-report**');
      expect(await inView(page, 'tr:target mark')).toBe(true);
      expect(await page.locator('tr:target').textContent()).toMatch(/城镇调查失业率.*\d/s);
    },
  },
  {
    name: 'narrows 高质量发展 to one city and one year, and shares the link',
    most: { desk: 3, phone: 5 },
    async work(page, hand) {
      await hand.search('高质量发展');
      await narrow(page, hand, [
        [/^资阳市/, 'city=512000'],
        [/^2026/, 'year=2026'],
      ]);
      const total = await totalOf(page);
      expect(total).toBeGreaterThan(0);
      const shared = new URL(page.url());
      await visit(projectSite(), shared.pathname + shared.search, async (elsewhere) => {
        expect(await totalOf(elsewhere)).toBe(total);
        const places = await elsewhere.locator('.hit-place').allTextContents();
        expect(places.every((place) => /资阳市.*2026/.test(place))).toBe(true);
      });
    },
  },
  {
    name: 'reads a report from its outline',
    most: { desk: 3, phone: 4 },
    async work(page, hand) {
      await hand.use(page.getByRole('navigation', { name: '全站' }).getByRole('link', { name: '全部报告' }));
      await page.waitForURL('**/reports');
      await hand.use(
        page
          .locator('.report-list')
          .getByRole('link', { name: /自贡市/ })
          .first(),
      );
      await page.waitForURL('**/reports/510300-2025-work-report');
      const drawer = page.locator('.reader-side summary').first();
      if (await drawer.isVisible()) await hand.use(drawer);
      const chapter = page.getByRole('navigation', { name: '目录' }).getByRole('link').nth(4);
      const heading = await chapter.textContent();
      await hand.use(chapter);
      await page.waitForURL('**#510300**');
      expect(await page.locator(':target').textContent()).toContain(heading);
      expect(await inView(page, ':target .number')).toBe(true);
    },
  },
];

describeInBrowser('somebody', () => {
  describe.each(WAYS)('$name', ({ name, options, hand: take }) => {
    it.each(TASKS)('$name', async ({ most, work }) => {
      const permissions = ['clipboard-read', 'clipboard-write'];
      await visit(
        projectSite(),
        '/',
        async (page) => {
          const hand = take(page);
          await work(page, hand);
          expect(hand.actions).toBeLessThanOrEqual(name === 'on a phone' ? most.phone : most.desk);
        },
        { ...options, permissions },
      );
    });
  });
});
