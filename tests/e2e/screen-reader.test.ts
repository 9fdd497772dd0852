import { expect, it } from 'vitest';
import { describeInBrowser, projectSite, visit } from '../fixtures/browser.ts';
import { facet, searchFor } from '../fixtures/looking.ts';

const TOTAL = '在 3 份报告的 8 段中找到 “轨道交通”';

/** The headings of an accessibility tree, as their level and name. */
const headingsOf = (tree: string) =>
  [...tree.matchAll(/- heading "([^"]+)" \[level=(\d)\]/g)].map(([, name, level]) => `${level} ${name}`);

/** What of these parts, roles with their names, a tree doesn't have. */
const missing = (tree: string, parts: readonly string[]) =>
  parts.filter((part) => !new RegExp(`^ *- ${part}:`, 'm').test(tree));

describeInBrowser('a screen reader', () => {
  it('is told what a page of results holds: landmarks, headings, filters, a list of hits', async () => {
    await visit(projectSite(), searchFor('轨道交通', { city: '512000' }), async (page) => {
      const tree = await page.locator('body').ariaSnapshot();
      const parts = [
        'banner',
        'navigation "全站"',
        'main',
        'search',
        'form "筛选"',
        'group "城市"',
        'group "年份"',
        'group "章节"',
        'group "类型"',
        'region "检索结果"',
        'complementary "何时何地"',
        'contentinfo',
      ];
      expect(missing(tree, parts)).toEqual([]);
      expect(tree).toContain('- checkbox "资阳市 8" [checked]');
      expect(tree).toContain('- combobox "检索词": 轨道交通');

      const [first, ...others] = headingsOf(tree);
      expect(first).toBe(`1 ${TOTAL}`);
      expect(others.at(-1)).toBe('2 何时何地');
      const hits = others.slice(0, -1);
      expect(hits).toHaveLength(8);
      expect(hits.every((heading) => heading.startsWith('2 '))).toBe(true);
      // Told from each other, although some are of the same report.
      expect(new Set(hits).size).toBe(8);
      expect(await page.getByRole('list').getByRole('article').count()).toBe(8);
    });
  });

  it('is told how many there are once a box is ticked', async () => {
    await visit(projectSite(), searchFor('轨道交通'), async (page) => {
      await facet(page, '资阳市').click();
      await page.waitForURL('**city=512000**');
      await page.getByRole('status').filter({ hasText: TOTAL }).waitFor();
    });
  });

  it('finds the headings and the parts of a report', async () => {
    await visit(projectSite(), '/reports/510300-2025-work-report', async (page) => {
      const tree = await page.locator('body').ariaSnapshot();
      const parts = ['banner', 'navigation "目录"', 'main', 'article', 'search', 'contentinfo'];
      expect(missing(tree, parts)).toEqual([]);
      const headings = headingsOf(tree);
      expect(headings.filter((heading) => heading.startsWith('1 '))).toHaveLength(1);
      expect(headings.filter((heading) => heading.startsWith('2 ')).length).toBeGreaterThan(2);
    });
  });
});
