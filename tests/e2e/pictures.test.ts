import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeInBrowser, PHONE, projectSite, visit } from '../fixtures/browser.ts';
import { searchFor } from '../fixtures/looking.ts';
import { PROJECT } from '../fixtures/programs.ts';

/** Kept after a run, to be looked at; git ignores it. */
const FOLDER = join(PROJECT, 'artifacts', 'pictures');

const REPORT = '/reports/500110-2026-plan-report';

/** The main pages; of the last, a paragraph and a table further down. */
const VIEWS = [
  ['home', '/'],
  ['results', searchFor('轨道交通', { city: '512000' })],
  ['no-results', searchFor('guidao')],
  ['reader', '/reports/510300-2025-work-report?q=高质量发展#510300-2025-work-report_1c3dc173db'],
  ['table', `${REPORT}?q=增速#500110-2026-plan-report_99d23a8859`],
  ['help', '/help'],
] as const;

const SIZES = [
  ['desk', { viewport: { width: 1280, height: 900 } }],
  ['phone', PHONE],
] as const;

describeInBrowser('pictures of the main pages', () => {
  it.each(VIEWS)('%s, at a desk and on a phone, light and dark', async (name, path) => {
    mkdirSync(FOLDER, { recursive: true });
    for (const [size, options] of SIZES) {
      await visit(
        projectSite(),
        path,
        async (page) => {
          const take = async (colorScheme: 'light' | 'dark') => {
            await page.emulateMedia({ colorScheme });
            return page.screenshot({ path: join(FOLDER, `${name}-${size}-${colorScheme}.png`) });
          };
          const light = await take('light');
          expect(light.equals(await take('dark'))).toBe(false);
        },
        options,
      );
    }
  });
});
