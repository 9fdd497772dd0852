import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from '../fixtures/axe.ts';
import { describeInBrowser, PHONE, visit } from '../fixtures/browser.ts';
import { makeReport } from '../fixtures/collection.ts';
import { facet, searchFor } from '../fixtures/looking.ts';
import { type Site, serveReports } from '../fixtures/site.ts';

/** Enough cities to be looked for among them, in provinces of which some are folded away. */
const CITIES = [
  ['四川省', '512000', '资阳市'],
  ['四川省', '510300', '自贡市'],
  ['四川省', '510100', '成都市'],
  ['甘肃省', '620700', '张掖市'],
  ['贵州省', '520300', '遵义市'],
  ...['河北', '山西', '辽宁', '吉林', '江苏', '浙江', '安徽', '福建', '江西', '山东'].flatMap((province, i) =>
    [1, 2].map((n) => [
      `${province}省`,
      `${[13, 14, 21, 22, 32, 33, 34, 35, 36, 37][i]}0${n}00`,
      `${province}${n}市`,
    ]),
  ),
] as const;

const QUERY = searchFor('发展');
const HITS = 4;

let site: Site;

/** The labels that show in the list of places. */
const placesOf = (page: Page) => page.locator('.places .option:visible .option-label').allTextContents();

describeInBrowser('facets in a browser', () => {
  beforeAll(async () => {
    const reports = CITIES.flatMap(([province = '', adcode = '', city = '']) =>
      [2024, 2025].map((year) =>
        makeReport({ city, province, adcode, year }, [
          ['tasks', 'paragraph', '推动发展。'],
          ['review', 'paragraph', `${city}的发展。`],
        ]),
      ),
    );
    site = await serveReports(reports);
  });
  afterAll(() => site?.close());

  it('finds a place in a long list by characters, pinyin and first letters', async () => {
    await visit(
      site,
      QUERY,
      async (page) => {
        const box = page.getByRole('searchbox', { name: '在城市列表里查找' });
        const status = page.getByRole('status').filter({ hasText: /找到/ });
        const before = await placesOf(page);
        expect(before).not.toContain('资阳市');
        for (const [typed, found] of [
          ['资', ['四川省', '资阳市']],
          ['ziyang', ['四川省', '资阳市']],
          ['zy', ['四川省', '资阳市', '贵州省', '遵义市', '甘肃省', '张掖市']],
        ] as const) {
          await box.fill(typed);
          expect((await placesOf(page)).toSorted()).toEqual([...found].toSorted());
          expect(await status.textContent()).toBe(`找到 ${found.length / 2} 个`);
        }
        expect(await violations(page)).toEqual([]);
        await box.fill('火星');
        expect(await placesOf(page)).toEqual([]);
        expect(await status.textContent()).toBe('没有找到');

        // Neither key leaves the page, nor takes what was typed for a search.
        await box.press('Enter');
        await box.press('Escape');
        expect(await box.inputValue()).toBe('');
        expect(await placesOf(page)).toEqual(before);
        expect(page.url()).toBe(site.address + QUERY);

        await box.fill('ziyang');
        await facet(page, '资阳市').click();
        await page.waitForURL('**city=512000');
        expect(await page.locator('.total').textContent()).toContain(`${HITS} 段`);
        // What is ticked shows whatever is looked for.
        await box.fill('zigong');
        expect(await placesOf(page)).toEqual(['四川省', '自贡市', '资阳市']);
      },
      { bypassCSP: true },
    );
  });

  it('looks for no place while an input method composes', async () => {
    await visit(site, QUERY, async (page) => {
      const before = await placesOf(page);
      const client = await page.context().newCDPSession(page);
      await page.getByRole('searchbox', { name: '在城市列表里查找' }).focus();
      await client.send('Input.imeSetComposition', { text: 'ziyang', selectionStart: 6, selectionEnd: 6 });
      expect(await placesOf(page)).toEqual(before);
      await client.send('Input.insertText', { text: '资阳' });
      await expect.poll(() => placesOf(page)).toEqual(['四川省', '资阳市']);
    });
  });

  it('tells who can’t see it how much a facet has left', async () => {
    await visit(site, QUERY, async (page) => {
      await page.addInitScript(`
        addEventListener('DOMContentLoaded', () => {
          const region = document.querySelector('main + [role=status]');
          window.heard = [region.textContent];
          new MutationObserver(() => window.heard.push(region.textContent)).observe(region, { childList: true });
        });
      `);
      await page.getByRole('checkbox', { name: /^2025/ }).press('Space');
      await page.waitForURL('**year=2025');
      expect(await page.title()).toMatch(/^发展：50 段 - /);
      // A live region speaks when what is in it changes, not when the page comes with it.
      await expect
        .poll(() => page.evaluate('window.heard'))
        .toEqual(['', '在 25 份报告的 50 段中找到 “发展”']);
      expect(await page.evaluate('document.activeElement.value')).toBe('2025');
      const client = await page.context().newCDPSession(page);
      const { nodes } = await client.send('Accessibility.getFullAXTree');
      const status = nodes.filter(({ role, ignored }) => role?.value === 'status' && !ignored);
      const live = status.map(
        ({ properties }) => properties?.find(({ name }) => name === 'live')?.value.value,
      );
      expect(live).toContain('polite');
      const spoken = nodes.filter(({ role }) => role?.value === 'StaticText').map(({ name }) => name?.value);
      expect(spoken.filter((text) => text === '在 25 份报告的 50 段中找到 “发展”')).toHaveLength(2);

      // Nobody is told twice what a reload shows.
      await page.reload();
      await page.waitForTimeout(1_000);
      expect(await page.evaluate('window.heard')).toEqual(['']);
    });
  });

  it('takes a city and a year on a phone without closing its drawer in between', async () => {
    await visit(
      site,
      QUERY,
      async (page) => {
        const drawer = page.locator('.drawer summary');
        const apply = page.getByRole('button', { name: '应用筛选' });
        await drawer.tap();
        expect(await apply.isVisible()).toBe(true);
        const { y = 0, height = 0 } = (await apply.boundingBox()) ?? {};
        expect(y + height).toBeLessThanOrEqual(812);
        await page.getByRole('searchbox', { name: '在城市列表里查找' }).fill('zy');
        await facet(page, '资阳市').tap();
        await facet(page, '2025').tap();
        expect(page.url()).toBe(site.address + QUERY);
        expect(await drawer.textContent()).toBe('筛选（已选 2 项）');
        await apply.tap();
        await page.waitForURL('**city=512000&year=2025');
        expect(await drawer.textContent()).toBe('筛选（已选 2 项）');

        // Closing the drawer is enough.
        await drawer.tap();
        await facet(page, '2025').tap();
        await drawer.tap();
        await page.waitForURL('**city=512000');
        expect(await page.locator('.total').textContent()).toContain(`${HITS} 段`);
      },
      PHONE,
    );
  });

  it('has neither a search among places nor anything else that does nothing without scripts', async () => {
    await visit(
      site,
      QUERY,
      async (page) => {
        expect(await page.locator('[data-place-filter]').isVisible()).toBe(false);
        expect(await page.getByText('复制本页链接').isVisible()).toBe(false);
        expect(await page.getByRole('button', { name: '应用筛选' }).isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });
});
