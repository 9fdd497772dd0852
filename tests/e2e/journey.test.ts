import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqliteEngine } from '../../engine/sqlite/sqlite-engine.ts';
import { PROJECT, run } from '../fixtures/programs.ts';
import { type Site, serve } from '../fixtures/site.ts';

const BROWSERS = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const BROWSER = BROWSERS.find((path) => path && existsSync(path));
const REQUIRED = process.env.REQUIRE_BROWSER === '1';

if (!BROWSER && !REQUIRED) {
  console.warn('tests/e2e/journey.test.ts 跳过：没有找到 Chromium（可用 CHROMIUM_PATH 指明它的位置）。');
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const QUERY = '轨道交通';

// What is used of the browser's own world, whose types the tests don't have.
declare const document: { elementFromPoint(x: number, y: number): unknown };

let folder: string;
let site: Site;
let browser: Browser;

describe.skipIf(!BROWSER && !REQUIRED)('a reader’s journey in a browser', () => {
  beforeAll(async () => {
    if (!BROWSER)
      throw new Error('REQUIRE_BROWSER=1，但没有找到 Chromium。请安装，或用 CHROMIUM_PATH 指明位置。');
    folder = mkdtempSync(join(tmpdir(), 'journey-'));
    const file = join(folder, 'index.sqlite');
    const corpus = join(PROJECT, 'corpus');
    expect(readdirSync(corpus).some((name) => name.endsWith('.txt'))).toBe(true);
    const indexer = run('indexer/main.ts', { CORPUS_DIR: corpus, ENGINE: 'sqlite', DATABASE_FILE: file });
    expect(await indexer.ended, indexer.output()).toBe(0);
    site = await serve(new SqliteEngine(file));
    browser = await chromium.launch({
      executablePath: BROWSER,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
    });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  /** Opens an address in a window of its own, does something there, and says what went wrong in it. */
  async function visit(
    path: string,
    visitor: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const errors: string[] = [];
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    try {
      await page.goto(site.address + path);
      await visitor(page);
      expect(errors).toEqual([]);
    } finally {
      await context.close();
    }
  }

  /** The facet's check box of a label. */
  const box = (page: Page, label: string) => page.locator('.facets label', { hasText: label });

  const totalOf = async (page: Page) => {
    const text = (await page.locator('.total').textContent()) ?? '';
    return Number(/(\d+) 段/.exec(text)?.[1]);
  };

  /** Whether an element, or a part of it, stands in the window and under nothing else. */
  const inView = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { left, top, width, height } = element.getClientRects()[0];
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return there !== null && (element === there || element.contains(there));
      });

  it('leads from a search, narrowed by city and year, to the paragraph', async () => {
    await visit('/', async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('/');
      await page.keyboard.type(QUERY);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?**');
      const all = await totalOf(page);
      expect(all).toBeGreaterThan(1);

      await box(page, '资阳市').click();
      await page.waitForURL('**city=512000**');
      await box(page, '2026').click();
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

  it('keeps what is typed when Esc leaves the search box', async () => {
    for (const path of ['/', '/reports/512000-2026-infographic']) {
      await visit(path, async (page) => {
        await page.locator('#q').fill(QUERY);
        await page.keyboard.press('Escape');
        expect(await page.inputValue('#q')).toBe(QUERY);
        expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('BODY');
      });
    }
  });

  it('works without scripts', async () => {
    await visit(
      `/search?q=${encodeURIComponent(QUERY)}&sort=newest`,
      async (page) => {
        const all = await totalOf(page);
        await box(page, '资阳市').click();
        await box(page, '2026').click();
        await page.getByRole('button', { name: '应用筛选' }).click();
        await page.waitForURL('**year=2026**');
        const { searchParams } = new URL(page.url());
        expect(Object.fromEntries(searchParams)).toEqual({
          q: QUERY,
          sort: 'newest',
          city: '512000',
          year: '2026',
        });
        expect(await totalOf(page)).toBeLessThan(all);

        await page.locator('.hit h2 a').first().click();
        await page.waitForURL('**/reports/**');
        expect(await inView(page, ':target mark')).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });

  it('steps through the hits of a report, and through all of them', async () => {
    await visit(`/reports/512000-2026-infographic?q=${encodeURIComponent(QUERY)}`, async (page) => {
      const ids = await page.locator('.text .hit-block').evaluateAll((blocks) => blocks.map(({ id }) => id));
      for (const id of [...ids, ids[0]]) {
        await page.locator('[data-step="1"]').click();
        expect(decodeURIComponent(new URL(page.url()).hash)).toBe(`#${id}`);
        expect(await inView(page, `[id="${id}"] mark`)).toBe(true);
      }
      await page.keyboard.press('?');
      expect(await page.locator('#help').isVisible()).toBe(true);
    });
  });

  const PHONE = { viewport: { width: 375, height: 812 }, hasTouch: true };

  it.each([
    ['by keyboard', {}],
    ['by touch, without scripts', { ...PHONE, javaScriptEnabled: false }],
  ])('opens a footnote where it is used, %s, and leads to the glossary and back', async (_, options) => {
    await visit(
      '/reports/510300-2025-work-report',
      async (page) => {
        const mark = page.getByRole('button', { name: '注 3', exact: true });
        const note = page.getByRole('note', { name: '注 3', exact: true });
        expect(await note.isVisible()).toBe(false);
        if ('hasTouch' in options) await mark.tap();
        else await mark.press('Enter');
        expect(await note.isVisible()).toBe(true);
        expect(await mark.isVisible()).toBe(true);
        await page.keyboard.press('Escape');
        expect(await note.isVisible()).toBe(false);

        await mark.click();
        await note.getByRole('link').click();
        expect(await inView(page, ':target')).toBe(true);
        await page.locator(':target .back').first().click();
        expect(new URL(page.url()).hash).toBe('#note-3');
        expect(await mark.isVisible()).toBe(true);
      },
      options,
    );
  });

  it('shows in the outline where the reader is', async () => {
    await visit('/reports/500110-2026-plan-report', async (page) => {
      const last = page.locator('.outline a').last();
      const text = await last.textContent();
      await last.click();
      const current = page.locator('.outline [aria-current]', { hasText: text ?? '' });
      await current.waitFor();
      expect(await page.locator('.outline [aria-current]').count()).toBe(1);
      // The outline has come along, though it is longer than the window.
      expect(await inView(page, '.outline [aria-current]')).toBe(true);
    });
  });

  it('keeps the outline at hand on a phone, and puts it away once followed', async () => {
    await visit(
      '/reports/500110-2026-plan-report',
      async (page) => {
        const outline = page.getByRole('navigation', { name: '目录' });
        expect(await outline.isVisible()).toBe(false);
        await page.mouse.wheel(0, 5000);
        await page.getByText('目录').first().tap();
        expect(await outline.isVisible()).toBe(true);
        await outline.getByRole('link').nth(3).tap();
        expect(await outline.isVisible()).toBe(false);
        expect(await inView(page, ':target')).toBe(true);
      },
      PHONE,
    );
  });

  it('lets wide tables scroll by themselves', async () => {
    await visit(
      '/reports/500110-2026-plan-report',
      async (page) => {
        const table = page.locator('.table').first();
        await table.evaluate((element) => {
          for (const cell of element.querySelectorAll('td')) cell.style.minWidth = '20rem';
        });
        expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeGreaterThan(
          300,
        );
        expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThan(
          1,
        );
      },
      PHONE,
    );
  });

  it('takes a range of years, with and without scripts', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await visit(
        `/search?q=${encodeURIComponent(QUERY)}`,
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

  it('suggests while typing, and chooses nothing by itself', async () => {
    await visit(
      '/',
      async (page) => {
        const box = page.getByRole('combobox', { name: '检索词' });
        const options = page.getByRole('listbox', { name: '检索建议' }).getByRole('option');
        await box.pressSequentially('guidao');
        await options.first().waitFor();
        expect(await options.first().textContent()).toContain('轨道');
        expect(await box.getAttribute('aria-expanded')).toBe('true');
        expect(await box.getAttribute('aria-activedescendant')).toBeNull();
        expect(await violations(page)).toEqual([]);

        await box.press('ArrowDown');
        expect(await box.getAttribute('aria-activedescendant')).toBe('suggestion-0');
        await box.press('Escape');
        expect(await options.count()).toBe(0);
        expect(await box.inputValue()).toBe('guidao');

        await box.fill('轨道');
        await options.first().waitFor();
        await box.press('ArrowDown');
        const chosen = (await options.first().locator('span').first().textContent()) ?? '';
        await box.press('Enter');
        await page.waitForURL('**/search?**');
        expect(new URL(page.url()).searchParams.get('q')).toBe(chosen);
      },
      { bypassCSP: true },
    );
  });

  it('keeps still while an input method composes', async () => {
    await visit('/', async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const client = await page.context().newCDPSession(page);
      await page.getByRole('combobox', { name: '检索词' }).focus();
      await client.send('Input.imeSetComposition', { text: 'guidao', selectionStart: 6, selectionEnd: 6 });
      await page.waitForTimeout(400);
      expect(asked).not.toContain('/api/suggest');
      await client.send('Input.insertText', { text: '轨道' });
      await page.getByRole('option').first().waitFor();
      expect(asked.filter((path) => path === '/api/suggest')).toHaveLength(1);
    });
  });

  it('prints the text with its numbers, and nothing to click', async () => {
    await visit('/reports/500110-2026-plan-report?q=%E5%A2%9E%E9%80%9F', async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const selector of ['.site-header nav', '.outline', '.searchbox', '.hit-bar', '.site-footer']) {
        expect(await page.locator(selector).isVisible(), selector).toBe(false);
      }
      expect(await page.locator('.text .number').first().isVisible()).toBe(true);
      expect(await page.locator('.row-number .number').first().isVisible()).toBe(true);
    });
  });

  it('copies links, and keeps the colours chosen', async () => {
    const options = { permissions: ['clipboard-read', 'clipboard-write'], colorScheme: 'light' as const };
    await visit(
      `/search?q=${encodeURIComponent(QUERY)}`,
      async (page) => {
        const id = await page.locator('.hit').first().getAttribute('id');
        await page.locator('[data-copy-link]').first().click();
        await page.getByText('已复制').waitFor();
        const link = await page.evaluate<string>('navigator.clipboard.readText()');
        expect(link).toContain(`${site.address}/p/${id}?n=`);

        const colour = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
        const light = await colour();
        await page.locator('[data-theme-switch]').click();
        await page.locator('[data-theme-switch]').click();
        const dark = await colour();
        expect(dark).not.toBe(light);
        await page.goto(link);
        expect(page.url()).toContain(`#${id}`);
        expect(await colour()).toBe(dark);
      },
      options,
    );
  });

  const PAGES = [
    '/help',
    `/search?q=${encodeURIComponent('资阳轨道交通客流')}`,
    `/search?q=${encodeURIComponent('GDP OR 养老 -托育')}&group=report`,
    '/',
    `/search?q=${encodeURIComponent(QUERY)}&city=512000`,
    '/search?q=%E6%97%A0%E6%AD%A4%E8%AF%8D+2099&year=2024..2026',
    '/reports',
    '/reports/500110-2026-plan-report?q=%E5%A2%9E%E9%80%9F',
    '/reports/510300-2025-work-report',
  ];

  it.each(PAGES)('%s has nothing that keeps readers out, light or dark', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await visit(path, async (page) => expect(await violations(page)).toEqual([]), {
        colorScheme,
        bypassCSP: true,
      });
    }
  });

  it.each(PAGES)('%s fits a phone', async (path) => {
    await visit(
      path,
      async (page) => {
        const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        expect(over).toBeLessThanOrEqual(0);
        expect(await violations(page)).toEqual([]);
      },
      { viewport: { width: 375, height: 812 }, bypassCSP: true },
    );
  });
});

/** What axe finds serious on a page: the rule, and where. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: AXE });
  const found = await page.evaluate<AxeResult>('axe.run()');
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}
