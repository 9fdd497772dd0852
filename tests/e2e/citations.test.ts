import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violations } from '../fixtures/axe.ts';
import { describeInBrowser, PHONE, projectSite, visit } from '../fixtures/browser.ts';
import { inView, searchFor } from '../fixtures/looking.ts';

const REPORT = '/reports/510300-2025-work-report';
const TABLES = '/reports/500110-2026-plan-report';
const CLIPBOARD: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'] };
const WINDOWS: [string, BrowserContextOptions][] = [
  ['at a desk', CLIPBOARD],
  ['on a phone', { ...PHONE, ...CLIPBOARD }],
];

const copied = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()');

const press = (target: Locator, { hasTouch }: BrowserContextOptions) =>
  hasTouch ? target.tap() : target.click();

/** What the page's status last said. */
const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();

const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent');

async function json<T>(page: Page, path: string): Promise<T> {
  return (await page.request.get(path)).json() as Promise<T>;
}

type Formats = Readonly<Record<'link' | 'gbt7714' | 'gbt7714v2015' | 'bibtex' | 'plain' | 'quote', string>>;
const citationsOf = (page: Page, id: string) => json<Formats>(page, `/api/citations/${id}`);

interface BlockJson {
  readonly id: string;
  readonly number: number;
  readonly type: string;
  readonly text: string;
}
const blocksOf = async (page: Page, report: string) =>
  (await json<{ blocks: BlockJson[] }>(page, `/api${report}`)).blocks;

/** Selects an element as three clicks on it do, and copies the selection. */
async function copyByHand(page: Page, element: Locator): Promise<string> {
  await element.evaluate((target) => {
    target.scrollIntoView();
    const range = target.ownerDocument.createRange();
    range.selectNode(target);
    target.ownerDocument.getSelection().removeAllRanges();
    target.ownerDocument.getSelection().addRange(range);
  });
  await page.keyboard.press('Control+c');
  return (await copied(page)).trim();
}

describeInBrowser('a citation among the results', () => {
  it.each(WINDOWS)('is copied with one press from the open list, %s', async (_, options) => {
    await visit(
      projectSite(),
      searchFor('轨道交通'),
      async (page) => {
        const hit = page.locator('.hit').first();
        const citations = await citationsOf(page, (await hit.getAttribute('id')) ?? '');
        await press(hit.locator('.cite summary'), options);
        for (const [name, text] of [
          ['GB/T 7714—2025', citations.gbt7714],
          ['GB/T 7714—2015', citations.gbt7714v2015],
          ['BibTeX', citations.bibtex],
          ['纯文本', citations.plain],
          ['原文与出处', citations.quote],
        ] as const) {
          const button = hit.getByRole('button', { name: `复制 ${name}：第` });
          const before = await button.boundingBox();
          await press(button, options);
          await said(page, `已复制 ${name}：第`);
          expect(await copied(page)).toBe(text);
          expect((await button.boundingBox())?.width).toBe(before?.width);
        }
        const link = hit.getByRole('link', { name: '复制链接 第' });
        await press(link, options);
        await said(page, '已复制链接 第');
        expect(await copied(page)).toBe(citations.link);
      },
      options,
    );
  });

  it('is copied by keyboard', async () => {
    await visit(
      projectSite(),
      searchFor('轨道交通'),
      async (page) => {
        const hit = page.locator('.hit').first();
        await hit.locator('.cite summary').focus();
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await said(page, '已复制');
        const { gbt7714 } = await citationsOf(page, (await hit.getAttribute('id')) ?? '');
        expect(await copied(page)).toBe(gbt7714);
      },
      CLIPBOARD,
    );
  });

  it('is copied where a page has no clipboard of its own', async () => {
    await visit(projectSite(), '/', async (page) => {
      await page.addInitScript('Object.defineProperty(navigator, "clipboard", { value: undefined })');
      await page.goto(searchFor('轨道交通'));
      const hit = page.locator('.hit').first();
      await hit.locator('.cite summary').click();
      const button = hit.getByRole('button', { name: '复制 纯文本' });
      await button.click();
      await said(page, '已复制 纯文本');
      expect(await focused(page)).toBe(await button.textContent());
      await page.locator('#q').fill('');
      await page.locator('#q').press('Control+v');
      const { plain } = await citationsOf(page, (await hit.getAttribute('id')) ?? '');
      expect(await page.inputValue('#q')).toBe(plain);
    });
  });
});

describeInBrowser('a citation from the report', () => {
  it.each(WINDOWS)('is copied beside the paragraph’s number, %s', async (_, options) => {
    await visit(
      projectSite(),
      REPORT,
      async (page) => {
        const block = (await blocksOf(page, REPORT))[13];
        if (!block) throw new Error('The report has become shorter.');
        const citations = await citationsOf(page, block.id);
        const menu = page.getByRole('group', { name: '引用第 14 段' });
        const number = page.getByRole('link', { name: '第 14 段', exact: true });
        expect(await menu.isVisible()).toBe(false);
        await press(number, options);
        expect(new URL(page.url()).hash).toBe(`#${block.id}`);
        expect(await inView(page, `[id="${block.id}"] .number`)).toBe(true);
        await said(page, '引用第 14 段');
        expect(await number.getAttribute('aria-expanded')).toBe('true');
        for (const [name, text] of [
          ['复制链接', citations.link],
          ['复制原文与出处', citations.quote],
          ['复制引用（GB/T 7714）', citations.gbt7714],
        ] as const) {
          await press(menu.getByRole('button', { name }), options);
          await said(page, `已${name}`);
          expect(await copied(page)).toBe(text);
        }
        const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        expect(over).toBeLessThanOrEqual(0);
        await press(menu.getByRole('link', { name: '更多格式' }), options);
        await page.waitForURL(`**/cite/${block.id}`);
        expect(await page.locator('main dd').last().textContent()).toBe(citations.quote);
      },
      options,
    );
  });

  it('is copied by keyboard, and Esc leads back to the number', async () => {
    await visit(
      projectSite(),
      REPORT,
      async (page) => {
        const block = (await blocksOf(page, REPORT))[13];
        const number = page.getByRole('link', { name: '第 14 段', exact: true });
        const menu = page.getByRole('group', { name: '引用第 14 段' });
        await number.focus();
        await page.keyboard.press('Enter');
        await said(page, '引用第 14 段');
        await expect.poll(() => focused(page)).toBe('14');
        await page.keyboard.press('Tab');
        await expect.poll(() => focused(page)).toBe('复制链接');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await said(page, '已复制原文与出处');
        expect(await copied(page)).toContain(`“${block?.text}”\n——`);
        await page.keyboard.press('Escape');
        await expect.poll(() => menu.isVisible()).toBe(false);
        await expect.poll(() => focused(page)).toBe('14');
        await expect.poll(() => number.getAttribute('aria-expanded')).toBe('false');

        await page.keyboard.press('Enter');
        await expect.poll(() => menu.isVisible()).toBe(true);
        await page.keyboard.press('Escape');
        await expect.poll(() => focused(page)).toBe('14');
      },
      CLIPBOARD,
    );
  });

  it('is copied once it is there, where the reader is quicker than the network', async () => {
    await visit(
      projectSite(),
      REPORT,
      async (page) => {
        let answer = () => {};
        const pressed = new Promise<void>((resolve) => {
          answer = resolve;
        });
        await page.route('**/api/citations/**', (route) => pressed.then(() => route.continue()));
        await page.getByRole('link', { name: '第 14 段', exact: true }).click();
        await page.getByRole('button', { name: '复制链接' }).click();
        answer();
        await said(page, '已复制链接');
        expect(await copied(page)).toContain('?n=14');
      },
      CLIPBOARD,
    );
  });

  it('opens beside the number of a table’s row, too', async () => {
    await visit(
      projectSite(),
      TABLES,
      async (page) => {
        const row = (await blocksOf(page, TABLES)).find(({ type }) => type === 'row');
        await page.getByRole('link', { name: `第 ${row?.number} 段`, exact: true }).click();
        await page.getByRole('button', { name: '复制原文与出处' }).click();
        await said(page, '已复制原文与出处');
        expect(await copied(page)).toContain(`“${row?.text}”\n——`);
      },
      CLIPBOARD,
    );
  });

  it('leaves what browsers do with links to them', async () => {
    await visit(projectSite(), REPORT, async (page) => {
      const opened = page.context().waitForEvent('page');
      await page.getByRole('link', { name: '第 14 段', exact: true }).click({ modifiers: ['Control'] });
      expect((await opened).url()).toContain(`${REPORT}#`);
      expect(await page.locator('.paragraph-menu').isVisible()).toBe(false);
    });
  });

  it('cites the report as a whole in its header', async () => {
    await visit(
      projectSite(),
      REPORT,
      async (page) => {
        await page.getByText('引用本报告', { exact: true }).click();
        await page.getByRole('button', { name: '复制 BibTeX：本报告' }).click();
        await said(page, '已复制 BibTeX：本报告');
        const { bibtex } = await citationsOf(page, '510300-2025-work-report');
        expect(await copied(page)).toBe(bibtex);
      },
      CLIPBOARD,
    );
  });

  it('is within everybody’s reach', async () => {
    for (const options of [{}, PHONE, { colorScheme: 'dark' as const }]) {
      await visit(
        projectSite(),
        REPORT,
        async (page) => {
          await page.getByText('引用本报告', { exact: true }).click();
          await page.getByRole('link', { name: '第 14 段', exact: true }).click();
          expect(await violations(page)).toEqual([]);
        },
        { ...options, bypassCSP: true },
      );
    }
  });
});

describeInBrowser('what is copied by hand', () => {
  it('is the text of a paragraph, without its number and the marks of its footnotes', async () => {
    await visit(
      projectSite(),
      REPORT,
      async (page) => {
        const blocks = await blocksOf(page, REPORT);
        const noted = page.locator('.text p.block:has(.note)');
        const ids = await noted.evaluateAll((elements) => elements.map(({ id }) => id));
        expect(ids.length).toBeGreaterThan(3);
        for (const id of ids.slice(0, 4)) {
          const text = await copyByHand(page, page.locator(`[id="${id}"]`));
          expect(text).toBe(blocks.find((block) => block.id === id)?.text);
        }
      },
      CLIPBOARD,
    );
  });

  it('is the cells of a table’s row, without its number', async () => {
    await visit(
      projectSite(),
      TABLES,
      async (page) => {
        const row = (await blocksOf(page, TABLES)).find(({ type }) => type === 'row');
        const text = await copyByHand(page, page.locator(`[id="${row?.id}"]`));
        expect(text.split(/\s*\t\s*/).join(' | ')).toBe(row?.text);
      },
      CLIPBOARD,
    );
  });
});

describeInBrowser('citations without scripts', () => {
  it('are there to be selected, and no button that does nothing', async () => {
    await visit(
      projectSite(),
      searchFor('轨道交通'),
      async (page) => {
        const hit = page.locator('.hit').first();
        const { bibtex } = await citationsOf(page, (await hit.getAttribute('id')) ?? '');
        await hit.locator('.cite summary').click();
        expect(await hit.getByText('@techreport').textContent()).toBe(bibtex);
        expect(await hit.getByRole('button').count()).toBe(0);

        await page.goto(REPORT);
        await page.getByText('引用本报告', { exact: true }).click();
        expect(await page.getByText('@techreport').isVisible()).toBe(true);
        await page.getByRole('link', { name: '第 14 段', exact: true }).click();
        expect(await inView(page, ':target .number')).toBe(true);
        expect(await page.locator('.paragraph-menu').isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    );
  });
});
