import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, visit } from '../fixtures/browser.ts';
import { MAKES } from '../fixtures/pages.ts';

/** Further down, a long page has nothing new. */
const MOST_STEPS = 80;

/**
 * What is wrong with the focus where it is (WCAG 2.4.7 and 2.4.11): nothing shows it, or something stands over it.
 * Of what is larger than the window a part must be seen.
 */
const LOOK = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return { end: true };
  const name = element.outerHTML.slice(0, 120).replace(/\\s+/g, ' ');
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  if (outlineStyle === 'none' || outlineWidth === '0px') return { name, wrong: 'no outline' };
  const rects = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  if (rects.length === 0) return { name, wrong: 'has no place' };
  const seen = (x, y) => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (there === element || element.contains(there));
  };
  const [{ left, top, width, height }] = rects;
  // A table may have to be scrolled for the end of a line.
  const lineSeen = (y) => [left + 3, left + width / 2, left + width - 3].some((x) => seen(x, y));
  const visible =
    height < innerHeight / 2
      ? [0.25, 0.5, 0.75].every((part) => lineSeen(top + height * part))
      : lineSeen(Math.min(Math.max(top, 0) + 20, innerHeight - 20)) || lineSeen(innerHeight / 2);
  return visible ? { name } : { name, wrong: 'hidden at ' + JSON.stringify({ left, top, width, height }) };
})()`;

const OPEN_FACETS = `document.querySelector('.search-side > .drawer')?.setAttribute('open', '')`;

interface Look {
  readonly end?: boolean;
  readonly name?: string;
  readonly wrong?: string;
}

/** Goes through a page with a key. @returns how far it went, and where the focus wasn't seen. */
async function walk(page: Page, key: string, most: number): Promise<{ steps: number; wrongs: string[] }> {
  const wrongs: string[] = [];
  for (let steps = 0; steps < most; steps++) {
    await page.keyboard.press(key);
    const { end, name, wrong } = await page.evaluate<Look>(LOOK);
    if (end) return { steps, wrongs };
    if (wrong) wrongs.push(`${key}: ${name}: ${wrong}`);
  }
  return { steps: most, wrongs };
}

describeInBrowser('the focus', () => {
  it.each(MAKES)('is seen at every step through a page, down and up: $name', async ({ site, path }) => {
    for (const width of [1280, 375]) {
      await visit(
        site(),
        path,
        async (page) => {
          await page.keyboard.press('Escape');
          // What is in drawers must be seen, too, and so must what stands below them.
          if (width < 400) await page.evaluate(OPEN_FACETS);
          const down = await walk(page, 'Tab', MOST_STEPS);
          expect(down.steps).toBeGreaterThan(5);
          const up = await walk(page, 'Shift+Tab', down.steps - 1);
          expect([...down.wrongs, ...up.wrongs], `${width} px wide`).toEqual([]);
        },
        { viewport: { width, height: 800 } },
      );
    }
  });
});
