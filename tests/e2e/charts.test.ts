import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, PHONE, projectSite, visit } from '../fixtures/browser.ts';
import { NO_BROWSER } from '../fixtures/chromium.ts';
import { searchFor } from '../fixtures/looking.ts';
import { MANY_YEARS } from '../fixtures/many-years.ts';
import { type Site, serveReports } from '../fixtures/site.ts';

let site: Site;

beforeAll(async () => {
  if (!NO_BROWSER) site = await serveReports(MANY_YEARS);
});

afterAll(() => site?.close());

/** How high a figure of a picture's words is, in pixels; the boxes of their lines are higher. */
const FIGURE = 9;

/** What of the pictures' words touches another, or is cut off by the picture's edge; and how many there are. */
const WORDS = `[...document.querySelectorAll('.picture')].filter((picture) => picture.checkVisibility()).map((picture) => {
  const edge = picture.querySelector('svg').getBoundingClientRect();
  const words = [...picture.querySelectorAll('svg text')].filter(({ textContent }) => textContent !== '·');
  const boxes = words.map((word) => ({ word: word.textContent, box: word.getBoundingClientRect() }));
  const wrongs = boxes.flatMap(({ word, box }, i) => [
    ...(box.left < edge.left - 0.5 || box.right > edge.right + 0.5 ? [word + ' is cut'] : []),
    ...boxes.slice(i + 1).filter(({ box: other }) =>
      box.left < other.right && other.left < box.right && Math.abs(box.top - other.top) < ${FIGURE},
    ).map((other) => word + ' touches ' + other.word),
  ]);
  return { count: words.length, wrongs };
})`;

/** For each point that is a link, whether it is what is hit at its middle, and how large its area is. */
const POINTS = `[...document.querySelectorAll('.picture')].filter((picture) => picture.checkVisibility()).flatMap((picture) => {
  const links = [...picture.querySelectorAll('.target a')];
  return links.map((link) => {
    const area = link.querySelector('polygon');
    const middle = new DOMPoint();
    for (const { x, y } of area.points) middle.x += x / area.points.length, middle.y += y / area.points.length;
    const { x, y } = middle.matrixTransform(area.getScreenCTM());
    const { width, height } = area.getBoundingClientRect();
    const hit = document.elementFromPoint(x, y);
    return { isHit: link.contains(hit), width, height };
  });
})`;

interface Point {
  readonly isHit: boolean;
  readonly width: number;
  readonly height: number;
}

const PATHS = ['/matrix?q=发展', '/trends?q=发展,改革', '/search?q=发展'];

describeInBrowser('a picture of many years', () => {
  it.each(PATHS)('has words that can be read, at a desk and on a phone: %s', async (path) => {
    for (const options of [{}, PHONE]) {
      await visit(
        site,
        path,
        async (page) => {
          const [picture, ...others] = await page.evaluate<{ count: number; wrongs: string[] }[]>(WORDS);
          expect(others).toEqual([]);
          expect(picture?.count).toBeGreaterThan(5);
          expect(picture?.wrongs).toEqual([]);
        },
        options,
      );
    }
  });

  it('has points that are hit each by itself on a phone, as large as their neighbours allow', async () => {
    await visit(
      site,
      '/trends?q=发展,改革',
      async (page) => {
        const points = await page.evaluate<Point[]>(POINTS);
        expect(points.length).toBeGreaterThan(40);
        expect(points.filter(({ isHit }) => !isHit)).toEqual([]);
      },
      PHONE,
    );
    await visit(
      projectSite(),
      '/trends?q=发展',
      async (page) => {
        const points = await page.evaluate<Point[]>(POINTS);
        expect(points.length).toBe(3);
        for (const { isHit, width, height } of points) {
          expect(isHit).toBe(true);
          expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
        }
      },
      PHONE,
    );
  });
});

/** Scrolls the table sideways, and tells what is seen in the middle of a place's name. */
const nameSeen = (page: Page) =>
  page.evaluate<boolean>(`(() => {
    document.querySelector('.scroll').scrollLeft = 200;
    const name = document.querySelector('.places tbody th');
    name.scrollIntoView({ block: 'center' });
    const { left, width, top, height } = name.getBoundingClientRect();
    return [0.1, 0.5, 0.9].every((part) => name.contains(document.elementFromPoint(left + width * part, top + height / 2)));
  })()`);

describeInBrowser('the table of places and years', () => {
  it('keeps the places in sight while years pass behind them', async () => {
    await visit(site, '/matrix?q=发展', async (page) => expect(await nameSeen(page)).toBe(true), PHONE);
  });

  it('has the width of the page', async () => {
    await visit(site, '/matrix?q=发展', async (page) => {
      const [table, whole] = await page.evaluate<[number, number]>(
        `['.scroll', '.counts-page'].map((name) => document.querySelector(name).clientWidth)`,
      );
      expect(table).toBe(whole);
    });
  });
});

describeInBrowser('where and when, beside the results or below them', () => {
  it('is led to from the top of the results where it stands below them', async () => {
    await visit(
      projectSite(),
      searchFor('发展'),
      async (page) => {
        const link = page.getByRole('link', { name: '何时何地', exact: true });
        expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
        await link.focus();
        await page.keyboard.press('Enter');
        const aside = page.getByRole('complementary', { name: '何时何地' });
        expect(await page.evaluate('document.activeElement.id')).toBe('spread');
        const heading = await aside.getByRole('heading').boundingBox();
        expect(heading?.y).toBeGreaterThanOrEqual(0);
        expect(heading?.y).toBeLessThan(812 / 2);
        await page.keyboard.press('Tab');
        expect(await page.evaluate('document.activeElement.closest("#spread") !== null')).toBe(true);
      },
      PHONE,
    );
  });

  it('needs no link where it stands beside them', async () => {
    await visit(projectSite(), searchFor('发展'), async (page) => {
      expect(await page.getByRole('complementary', { name: '何时何地' }).isVisible()).toBe(true);
      expect(await page.getByRole('link', { name: '何时何地', exact: true }).count()).toBe(0);
    });
  });
});
