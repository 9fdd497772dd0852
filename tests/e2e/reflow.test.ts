import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, visit } from '../fixtures/browser.ts';
import { PAGES } from '../fixtures/pages.ts';

/** Text that stands outside the window's sides, or is cut off by a box; what scrolls by itself aside. */
const LOST_TEXT = `(() => {
  const lost = [];
  const styles = new Map();
  const styleOf = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const boxesOf = (element) => {
    const boxes = [];
    for (let box = element; box; box = box.parentElement) boxes.push(box);
    return boxes;
  };
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    const element = text.parentElement;
    if (text.data.trim() === '' || !element.checkVisibility({ visibilityProperty: true })) continue;
    const boxes = boxesOf(element);
    // For screen readers, or until it has the focus.
    if (boxes.some((box) => styleOf(box).clipPath === 'inset(50%)' || box.matches('.skip'))) continue;
    const scroller = boxes.find((box) => /auto|scroll/.test(styleOf(box).overflowX));
    const cutter = boxes.find((box) => /hidden|clip/.test(styleOf(box).overflow) && styleOf(box).textOverflow !== 'ellipsis');
    range.selectNodeContents(text);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const where = text.data.trim().slice(0, 30) + ' ' + [left, right, top, bottom].map(Math.round);
      if (!scroller && (left < -1 || right > innerWidth + 1)) lost.push('outside: ' + where);
      const edge = cutter?.getBoundingClientRect();
      if (edge && (left < edge.left - 1 || right > edge.right + 1 || bottom > edge.bottom + 1)) lost.push('cut: ' + where);
    }
  }
  return lost;
})()`;

/** The spacing of WCAG 1.4.12. */
const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

async function expectToFit(page: Page, what: string): Promise<void> {
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(over, `scrolls sideways, ${what}`).toBeLessThanOrEqual(0);
  expect(await page.evaluate<string[]>(LOST_TEXT), what).toEqual([]);
}

describeInBrowser('every page', () => {
  it.each(PAGES)('fits windows of all sizes, with any spacing: $name', async ({ site, path }) => {
    await visit(
      site(),
      path,
      async (page) => {
        // A phone; 1,280 px enlarged to 200 % and 400 %.
        for (const width of [1280, 640, 375, 320]) {
          await page.setViewportSize({ width, height: 900 });
          await expectToFit(page, `${width} px`);
        }
        await page.addStyleTag({ content: SPACED });
        for (const width of [1280, 375]) {
          await page.setViewportSize({ width, height: 900 });
          await expectToFit(page, `${width} px, spaced`);
        }
      },
      { bypassCSP: true },
    );
  });
});
