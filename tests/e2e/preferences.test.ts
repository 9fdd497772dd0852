import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, projectSite, visit } from '../fixtures/browser.ts';
import { searchFor } from '../fixtures/looking.ts';
import { MAKES } from '../fixtures/pages.ts';

const REPORT = '/reports/512000-2026-infographic';
const PARAGRAPH = `${REPORT}#512000-2026-infographic_9e4c50be9d`;
const ROW = '/reports/500110-2026-plan-report#500110-2026-plan-report_99d23a8859';
const NARROWED = searchFor('发展', { city: '512000', year: '2026' });

type Change = (element: Locator) => Promise<unknown>;
const notCurrent: Change = (element) => element.evaluate((it) => it.removeAttribute('aria-current'));
const goElsewhere: Change = (element) =>
  element.page().evaluate(`{ const y = scrollY; location.hash = '#main'; scrollTo(0, y); }`);

/** What must be told from what is like it: where, by which selector, and how to make it like the others. */
const SPECIAL: readonly (readonly [name: string, path: string, selector: string, makeOrdinary: Change])[] = [
  [
    'a word found',
    NARROWED,
    '.hit mark',
    (mark) => mark.evaluate((element) => element.replaceWith(...element.childNodes)),
  ],
  ['the order chosen', NARROWED, '.sorts [aria-current]', notCurrent],
  ['a box checked', NARROWED, '.facets :checked', (box) => box.evaluate((it) => (it.checked = false))],
  ['the page of results', searchFor('发展'), '.paging [aria-current]', notCurrent],
  ['the place in the outline', PARAGRAPH, '.outline [aria-current]', notCurrent],
  ['the paragraph linked', PARAGRAPH, '.text .block:target', goElsewhere],
  ['the row linked', ROW, 'tr:target', goElsewhere],
];

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where an element in the window stands, with what is right beside it. */
async function placeOf(element: Locator): Promise<Place> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error('not shown');
  return { x: box.x - 14, y: box.y - 6, width: box.width + 20, height: box.height + 12 };
}

async function pictureOf(page: Page, clip: Place): Promise<string> {
  return (await page.screenshot({ clip })).toString('base64');
}

/** All that is coloured in a page. */
const COLOURS = `[...document.querySelectorAll('body, body *')].map((element) => {
  const { color, backgroundColor, borderTopColor, boxShadow } = getComputedStyle(element);
  return [element.tagName, color, backgroundColor, borderTopColor, boxShadow].join(' ');
})`;

describeInBrowser('what readers have set', () => {
  it.each(SPECIAL)('%s is told from others in forced colours', async (_, path, selector, makeOrdinary) => {
    await visit(
      projectSite(),
      path,
      async (page) => {
        const element = page.locator(selector).first();
        const place = await placeOf(element);
        const picture = await pictureOf(page, place);
        await makeOrdinary(element);
        expect(await pictureOf(page, place)).not.toBe(picture);
      },
      { forcedColors: 'active' },
    );
  });

  it.each(MAKES)('nothing moves by itself where motion is to be reduced: $name', async ({ site, path }) => {
    await visit(
      site(),
      path,
      async (page) => {
        const moving = await page.evaluate<
          string[]
        >(`[...document.querySelectorAll('*')].filter((element) => {
          const { scrollBehavior, transitionDuration, animationDuration } = getComputedStyle(element);
          return scrollBehavior === 'smooth' || /[1-9]/.test(transitionDuration + animationDuration);
        }).map((element) => element.outerHTML.slice(0, 100))`);
        expect(moving).toEqual([]);
      },
      { reducedMotion: 'reduce' },
    );
  });

  it.each(['/', NARROWED, REPORT])('are the colours of the system, or of the switch: %s', async (path) => {
    await visit(
      projectSite(),
      path,
      async (page) => {
        const colours = () => page.evaluate<string[]>(COLOURS);
        const choose = (theme: string) =>
          page.evaluate(`localStorage.setItem('theme', '${theme}')`).then(() => page.reload());
        const light = await colours();
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = await colours();
        expect(dark).not.toEqual(light);
        await choose('light');
        expect(await colours()).toEqual(light);
        await page.emulateMedia({ colorScheme: 'light' });
        await choose('dark');
        expect(await colours()).toEqual(dark);
      },
      { colorScheme: 'light' },
    );
  });
});
