import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReport } from '../fixtures/collection.ts';
import { LONG_GAPS, MANY_YEARS, YEARS } from '../fixtures/many-years.ts';
import { type Site, serveReports } from '../fixtures/site.ts';

let site: Site;

beforeAll(async () => {
  site = await serveReports(MANY_YEARS);
});

afterAll(() => site.close());

type Element = ReturnType<typeof parseHTML>['document']['documentElement'];

async function open(path: string, at = site): Promise<Element> {
  const response = await fetch(at.address + encodeURI(path));
  expect(response.status).toBe(200);
  return parseHTML(await response.text()).document.documentElement;
}

const all = (inside: Element, selector: string): Element[] => [...inside.querySelectorAll(selector)];
const attribute = (element: Element, name: string) => element.getAttribute(name) ?? '';

/** What a link or a number leads to and says. */
interface Told {
  readonly title: string;
  readonly href: string;
}

const inTable = (cell: Element): Told => {
  const link = cell.querySelector('a');
  return { title: attribute(cell, 'title'), href: link ? attribute(link, 'href') : '' };
};

/** What can be hit in a picture. */
const inPicture = (picture: Element): Told[] =>
  all(picture, '.target title').map((title) => ({
    title: title.textContent,
    href: title.closest('a')?.getAttribute('href') ?? '',
  }));

const asNumber = (text = '') => Number(text.replaceAll(',', ''));
const numberIn = ({ title }: Told): number => asNumber(/：([\d,.]+)/.exec(title)?.[1]);

/** Where something stands, in pixels from the picture's upper edge. */
const heightOf = (shape: Element): number =>
  Number(shape.getAttribute('cy') ?? /,(-?[\d.]+)\)/.exec(attribute(shape, 'transform'))?.[1]);

/** The numbers beside the axis, from 0 upwards, and where they stand. */
const scaleOf = (picture: Element) =>
  all(picture, '[aria-label="y-axis tick label"] text').map((tick) => ({
    value: asNumber(tick.textContent),
    y: heightOf(tick),
  }));

/** Whether numbers stand where the scale has them, but for what a picture rounds. */
function expectOnScale(picture: Element, places: readonly number[], numbers: readonly number[]): void {
  const scale = scaleOf(picture);
  const [zero, top] = [scale[0], scale.at(-1)] as [(typeof scale)[0], (typeof scale)[0]];
  expect(zero.value).toBe(0);
  expect(scale.length).toBeGreaterThan(2);
  expect(top.value).toBeGreaterThanOrEqual(Math.max(...numbers));
  expect(places).toHaveLength(numbers.length);
  numbers.forEach((number, i) => {
    const y = zero.y + (number / top.value) * (top.y - zero.y);
    expect(Math.abs((places[i] as number) - y), `${number}`).toBeLessThan(0.7);
  });
}

const topsOfBars = (picture: Element) => all(picture, '.bar rect').map((bar) => Number(attribute(bar, 'y')));

const pointsOf = (picture: Element, series: number): number[] =>
  all(picture, `.points.series-${series} :is(circle, path)`).map(heightOf);

const MEASURES = ['hits', 'occurrences', 'density', 'share'] as const;

describe('a picture over many years', () => {
  it.each(MEASURES)(
    'has the numbers of the table of places and years, and their links: %s',
    async (measure) => {
      const page = await open(`/matrix?q=发展&measure=${measure}`);
      const years = all(page, '.places thead th')
        .slice(2)
        .map(({ textContent }) => Number(textContent));
      expect(years).toEqual([...YEARS].reverse());
      const sums = all(page, '.places tfoot td').slice(1).map(inTable).reverse();
      const pictures = all(page, '.picture');
      expect(pictures).toHaveLength(2);
      for (const picture of pictures) {
        expect(inPicture(picture)).toEqual(sums);
        expectOnScale(picture, topsOfBars(picture), sums.map(numberIn));
      }
    },
  );

  it('has the numbers that the texts have', async () => {
    const texts = (year: number) =>
      MANY_YEARS.filter((report) => report.year === year).flatMap(({ blocks }) => blocks);
    const counted = YEARS.map((year) => texts(year).filter(({ text }) => text.includes('发展')).length);
    expect(new Set(counted).size).toBeGreaterThan(5);
    for (const path of ['/matrix?q=发展', '/trends?q=发展', '/search?q=发展']) {
      for (const picture of all(await open(path), '.picture')) {
        expect(inPicture(picture).map(numberIn), path).toEqual(counted);
      }
    }
  });

  it.each(MEASURES)('has the numbers of the tables of trends, and their links: %s', async (measure) => {
    const page = await open(`/trends?q=发展,改革,煤炭&measure=${measure}`);
    const [byYear] = all(page, '.matrix');
    const rows = all(byYear as Element, 'tbody tr').reverse();
    expect(rows.map((row) => row.querySelector('th')?.textContent)).toEqual(YEARS.map((year) => `${year}年`));
    const terms = [0, 1, 2].map((i) => rows.map((row) => inTable(all(row, 'td')[i] as Element)));
    for (const picture of all(page, '.picture')) {
      expect(inPicture(picture)).toEqual(terms.flat());
      terms.forEach((cells, i) => {
        expectOnScale(picture, pointsOf(picture, i + 1), cells.map(numberIn));
      });
    }
  });

  it('has beside the results what the table of places and years has', async () => {
    const [page, numbers] = [await open('/search?q=发展'), await open('/matrix?q=发展')];
    const sums = all(numbers, '.places tfoot td').slice(1).map(inTable).reverse();
    for (const picture of all(page, '.search-spread .picture')) {
      expect(inPicture(picture).map(({ title }) => title)).toEqual(sums.map(({ title }) => title));
      expectOnScale(picture, topsOfBars(picture), sums.map(numberIn));
    }
  });

  it.each(['/matrix?q=发展', '/trends?q=发展', '/search?q=发展'])(
    'says which years it folds: %s',
    async (path) => {
      const pictures = all(await open(path), '.picture');
      expect(pictures).toHaveLength(2);
      for (const picture of pictures) {
        expect(picture.querySelector('figcaption')?.textContent).toContain(
          `缩成一格：${LONG_GAPS.join('、')}。`,
        );
        expect(all(picture, '.fold line')).toHaveLength(LONG_GAPS.length);
      }
    },
  );

  it('has nothing to say of years where nothing is folded', async () => {
    const few = await serveReports(
      [2024, 2025].map((year) =>
        makeReport({ city: '甲州市', province: '四川省', adcode: '510100', year }, [
          ['review', 'paragraph', '发展。'],
        ]),
      ),
    );
    const [picture] = all(await open('/matrix?q=发展', few), '.picture');
    expect(picture?.querySelector('figcaption')?.textContent).toBe('各年段数（段）。');
    expect(all(picture as Element, 'text').map(({ textContent }) => textContent)).toEqual([
      '1',
      '1',
      '2024',
      '2025',
    ]);
    await few.close();
  });
});

describe('the few years beside the results', () => {
  const columns = (page: Element) =>
    all(page, '.search-spread thead a').map(({ textContent }) => textContent);

  it('are those with most hits in the places beside them, newest first', async () => {
    expect(columns(await open('/search?q=煤炭'))).toEqual(['1985']);
    const page = await open('/search?q=发展');
    const places = all(page, '.search-spread tbody th').map(({ textContent }) => textContent);
    const table = await open('/matrix?q=发展');
    const years = all(table, '.matrix thead th').map(({ textContent }) => textContent);
    const rows = all(table, '.matrix tbody tr').filter((row) =>
      places.includes(row.querySelector('th')?.textContent ?? ''),
    );
    const hits = years.slice(2).map((year, i) => ({
      year: String(year),
      hits: rows.reduce((sum, row) => sum + (Number(all(row, 'td')[i + 1]?.textContent) || 0), 0),
    }));
    const most = hits.toSorted((a, b) => b.hits - a.hits || Number(b.year) - Number(a.year)).slice(0, 3);
    expect(columns(page)).toEqual(
      most
        .map(({ year }) => year)
        .toSorted()
        .toReversed(),
    );
  });
});
