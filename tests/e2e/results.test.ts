import { expect, it } from 'vitest';
import { describeInBrowser, projectSite, visit } from '../fixtures/browser.ts';
import { facet, inView, searchFor, totalOf } from '../fixtures/looking.ts';

const QUERY = '轨道交通';

describeInBrowser('results in a browser', () => {
  it('leads from a search, narrowed by city and year, to the paragraph', async () => {
    await visit(projectSite(), '/', async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('/');
      await page.keyboard.type(QUERY);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?**');
      const all = await totalOf(page);
      expect(all).toBeGreaterThan(1);

      await facet(page, '资阳市').click();
      await page.waitForURL('**city=512000**');
      await facet(page, '2026').click();
      await page.waitForURL('**year=2026**');
      const narrowed = await totalOf(page);
      expect(narrowed).toBeGreaterThan(0);
      expect(narrowed).toBeLessThan(all);
      expect(await page.inputValue('#q')).toBe(QUERY);
      // The word that was searched for is one, too.
      expect(await page.locator('.chip').count()).toBe(3);

      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      const id = await page.locator('.hit').first().getAttribute('id');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/reports/*#${id}`);
      expect(await page.locator(`[id="${id}"] mark`).first().textContent()).toBe(QUERY);
      expect(await inView(page, `[id="${id}"] mark`)).toBe(true);
      const bar = await page.locator('.hit-bar [role=status]').textContent();
      expect(bar).toContain(`${narrowed} 段命中`);

      // Back is the search as it was; without a chip, the search without that filter.
      await page.goBack();
      expect(await totalOf(page)).toBe(narrowed);
      await page.locator('.chip', { hasText: '2026' }).click();
      await page.waitForURL((url) => !url.searchParams.has('year'));
      await page.locator('.clear').click();
      await page.waitForURL((url) => !url.searchParams.has('city'));
      expect(await totalOf(page)).toBe(all);
    });
  });

  it('goes back and forward through a search as it was', async () => {
    await visit(projectSite(), searchFor('发展'), async (page) => {
      const state = async () => ({
        address: page.url(),
        q: await page.inputValue('#q'),
        total: await totalOf(page),
        ticked: await page.locator('.facets :checked').evaluateAll((boxes) => boxes.map((box) => box.value)),
        order: await page.locator('.sorts [aria-current]').allTextContents(),
        first: await page.locator('.hit').first().getAttribute('id'),
      });
      const states = [await state()];
      const go = async (act: () => Promise<void>, address: string) => {
        await act();
        await page.waitForURL(address);
        states.push(await state());
      };
      await go(() => facet(page, '自贡市').click(), '**city=510300**');
      await go(() => page.getByRole('link', { name: '最早' }).click(), '**sort=oldest**');
      await go(() => page.getByRole('link', { name: '下一页' }).click(), '**page=2**');
      expect(states[1]?.ticked).toContain('510300');
      expect(new Set(states.map((it) => JSON.stringify(it))).size).toBe(4);

      for (const expected of [states[2], states[1], states[0]]) {
        await page.goBack();
        expect(await state()).toEqual(expected);
      }
      for (const expected of states.slice(1)) {
        await page.goForward();
        expect(await state()).toEqual(expected);
      }
    });
  });

  it('takes a range of years, with and without scripts', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await visit(
        projectSite(),
        searchFor(QUERY),
        async (page) => {
          await page.getByLabel('从哪一年').selectOption('2024');
          await page.getByLabel('到哪一年').selectOption('2025');
          await page.getByRole('button', { name: '确定' }).click();
          await page.waitForURL('**year=2024..2025');
          expect(await page.locator('.chip').last().textContent()).toContain('2024—2025');
          expect(await page.getByLabel('从哪一年').inputValue()).toBe('2024');
        },
        { javaScriptEnabled },
      );
    }
  });

  it('shows the whole paragraph where its excerpt stood', async () => {
    await visit(projectSite(), searchFor(QUERY), async (page) => {
      const hit = page
        .locator('.hit')
        .filter({ has: page.locator('.whole') })
        .first();
      const texts = hit.locator('.hit-text:visible');
      const excerpt = await texts.boundingBox();
      const number = /第 \d+ 段/.exec((await hit.locator('.hit-foot').textContent()) ?? '')?.[0];
      await hit.getByText('全段').click();
      expect(await texts.count()).toBe(1);
      const whole = await texts.boundingBox();
      expect(whole?.y).toBeCloseTo(excerpt?.y ?? 0, 0);
      expect(whole?.height).toBeGreaterThan(excerpt?.height ?? 0);
      expect(await texts.textContent()).not.toContain('…');
      // Its switch says in the accessibility tree what it opens, and closes it again.
      expect(await hit.ariaSnapshot()).toMatch(new RegExp(`group:\\s+- text: 全段\\s*：${number}`));
      await hit.getByText('全段').click();
      expect(await texts.boundingBox()).toEqual(excerpt);
    });
  });

  it('opens the citations without moving what opened them', async () => {
    await visit(projectSite(), searchFor(QUERY), async (page) => {
      const summary = page.locator('.hit .cite summary').first();
      const before = await summary.boundingBox();
      await summary.click();
      expect(await page.locator('.hit .cite button').first().isVisible()).toBe(true);
      expect(await summary.boundingBox()).toEqual(before);
      await summary.click();
      expect(await page.locator('.hit .cite').first().getAttribute('open')).toBeNull();
    });
  });

  it('leads the keyboard past everything to the results', async () => {
    await visit(projectSite(), searchFor(QUERY), async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: '跳到结果' });
      expect(await skip.evaluate((link) => link.matches(':focus'))).toBe(true);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const region = page.getByRole('region', { name: '检索结果' });
      expect(await region.evaluate((element) => element.matches(':has(a:focus)'))).toBe(true);
      expect(await region.getByRole('heading', { level: 1 }).textContent()).toContain(QUERY);
    });
  });

  it('copies its own address, filters and all', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const address = searchFor(QUERY, { city: '512000', year: '2026' });
    await visit(
      projectSite(),
      address,
      async (page) => {
        await page.getByText('复制本页链接').click();
        await expect
          .poll(() => page.evaluate<string>('navigator.clipboard.readText()'))
          .toBe(projectSite().address + address);
      },
      { permissions },
    );
  });
});
