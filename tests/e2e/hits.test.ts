import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, PHONE, projectSite, visit } from '../fixtures/browser.ts';
import { inView } from '../fixtures/looking.ts';

const QUERY = '轨道交通';
const REPORT = '/reports/512000-2026-infographic';
const WITH_HITS = `${REPORT}?q=${encodeURIComponent(QUERY)}`;

/** What the bar says; browsers tell it of a step only after the step. */
const status = async (page: Page) => (await page.locator('.hit-bar [role=status]').textContent())?.trim();
const hitIds = (page: Page) =>
  page.locator('.text .hit-block').evaluateAll((blocks) => blocks.map(({ id }) => id));

describeInBrowser('the hits of a report', () => {
  it('are counted as the reader steps, by button and by key, and on arrival', async () => {
    await visit(projectSite(), WITH_HITS, async (page) => {
      const ids = await hitIds(page);
      const n = ids.length;
      expect(n).toBeGreaterThan(1);
      await expect.poll(() => status(page)).toBe(`本报告 ${n} 段命中 “${QUERY}”`);
      await page.locator('[data-step="1"]').click();
      await expect.poll(() => status(page)).toBe(`第 1 / ${n} 段命中 “${QUERY}”`);
      await page.keyboard.press('j');
      await expect.poll(() => status(page)).toBe(`第 2 / ${n} 段命中 “${QUERY}”`);
      await page.keyboard.press('k');
      await page.keyboard.press('k');
      await expect.poll(() => status(page)).toBe(`第 ${n} / ${n} 段命中 “${QUERY}”`);

      await page.goto('/');
      await page.goto(`${WITH_HITS}#${ids[1]}`);
      await expect.poll(() => status(page)).toBe(`第 2 / ${n} 段命中 “${QUERY}”`);
    });
  });

  it('are stepped to on a phone so that the word is in sight, however long its paragraph', async () => {
    await visit(
      projectSite(),
      `/reports/510300-2025-work-report?q=${encodeURIComponent('消费')}`,
      async (page) => {
        const ids = await hitIds(page);
        expect(ids.length).toBeGreaterThan(3);
        for (const id of ids) {
          await page.locator('[data-step="1"]').click();
          await expect.poll(() => inView(page, `[id="${id}"] mark`)).toBe(true);
        }
      },
      { ...PHONE, viewport: { width: 375, height: 667 } },
    );
  });

  it('go on from the paragraph that was aimed at', async () => {
    await visit(projectSite(), WITH_HITS, async (page) => {
      const ids = await page.locator('.text .block').evaluateAll((blocks) => blocks.map(({ id }) => id));
      const hits = await hitIds(page);
      const between = ids[ids.indexOf(hits[0] ?? '') + 1] ?? '';
      expect(hits).not.toContain(between);
      for (const [key, id] of [
        ['j', hits[1]],
        ['k', hits[0]],
      ] as const) {
        await page.goto('/');
        await page.goto(`${WITH_HITS}#${between}`);
        await page.keyboard.press(key);
        expect(decodeURIComponent(new URL(page.url()).hash)).toBe(`#${id}`);
      }
    });
  });

  it('go on from there also before it is drawn', async () => {
    await visit(projectSite(), WITH_HITS, async (page) => {
      const hits = await hitIds(page);
      await page.addInitScript(`
        addEventListener('DOMContentLoaded', () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j' })));
      `);
      await page.goto('/');
      await page.goto(`${WITH_HITS}#${hits[0]}`);
      await expect.poll(() => new URL(page.url()).hash).toBe(`#${hits[1]}`);
    });
  });

  it('are told in a bar of one line on a phone, which covers none of them', async () => {
    const long = '全面推进成渝地区双城经济圈建设和成都都市圈建设';
    await visit(
      projectSite(),
      `${REPORT}?q=${encodeURIComponent(`${QUERY}|${long}`)}`,
      async (page) => {
        const bar = page.locator('.hit-bar');
        const oneLine = (await page.locator('.steps').boundingBox())?.height ?? 0;
        expect((await bar.boundingBox())?.height).toBeLessThan(oneLine + 4);
        for (const id of await hitIds(page)) {
          await page.locator('[data-step="1"]').tap();
          expect(decodeURIComponent(new URL(page.url()).hash)).toBe(`#${id}`);
          expect(await inView(page, `[id="${id}"] mark`)).toBe(true);
        }
        const before = await page.locator('.text').boundingBox();
        await page.getByText('各段', { exact: true }).tap();
        expect(await page.locator('.hit-list').isVisible()).toBe(true);
        expect(await page.locator('.text').boundingBox()).toEqual(before);
      },
      PHONE,
    );
  });

  it('go along to another report of the place', async () => {
    await visit(projectSite(), WITH_HITS, async (page) => {
      await page.getByRole('link', { name: '2024年政府工作报告', exact: true }).click();
      await page.waitForURL('**/reports/512000-2024-work-report?**');
      expect(new URL(page.url()).searchParams.get('q')).toBe(QUERY);
      expect(await page.locator('.text mark').first().textContent()).toBe(QUERY);
    });
  });
});

describeInBrowser('a link to a paragraph that is gone', () => {
  const GONE = '512000-2026-infographic_0123456789';

  it('is told over the page, with a way to where it may be', async () => {
    await visit(projectSite(), `${WITH_HITS}#${GONE}`, async (page) => {
      const notice = page.getByRole('status').filter({ hasText: '那一段不在这一页' });
      await notice.waitFor();
      const way = await notice.getByRole('link', { name: '找这一段' }).getAttribute('href');
      expect(way).toBe(`/p/${GONE}`);
      await notice.getByRole('link', { name: '看第一处命中' }).click();
      expect(await notice.count()).toBe(0);
      expect(await inView(page, ':target mark')).toBe(true);
    });
  });

  it('is told where its report is gone, too', async () => {
    // Such a page is an error, which browsers write to the console: it is reached from another one.
    await visit(projectSite(), '/', async (page) => {
      const answer = await page.request.get('/reports/512000-2026-briefing');
      expect(answer.status()).toBe(404);
      const html = await answer.text();
      expect(html).toContain('data-lost-link');
      expect(html).toContain('/assets/lost-block.js');
    });
  });

  it('is not told of other places on the page', async () => {
    await visit(projectSite(), `${WITH_HITS}#note-999`, async (page) => {
      expect(await page.locator('[data-lost]').textContent()).toBe('');
    });
  });
});
