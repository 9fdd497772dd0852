import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, projectSite, visit } from '../fixtures/browser.ts';
import { HOSTILE, HOSTILE_TEXTS } from '../fixtures/hostile.ts';
import { searchFor } from '../fixtures/looking.ts';
import { serveReports } from '../fixtures/site.ts';

// What is used of the browser's own world, whose types the tests don't have.
interface XmlNode {
  readonly textContent: string;
  querySelector(selector: string): XmlNode | null;
  querySelectorAll(selector: string): Iterable<XmlNode>;
}
declare class DOMParser {
  parseFromString(text: string, type: string): XmlNode;
}

/** Reads a feed as XML, strictly, and the content of its entries as HTML. */
async function readFeed(page: Page, address: string) {
  const response = await page.request.get(address);
  expect(response.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
  return page.evaluate(
    (xml) => {
      const feed = new DOMParser().parseFromString(xml, 'application/xml');
      const textOf = (node: XmlNode, name: string) => node.querySelector(name)?.textContent ?? '';
      return {
        error: textOf(feed, 'parsererror'),
        id: textOf(feed, 'feed > id'),
        title: textOf(feed, 'feed > title'),
        entries: [...feed.querySelectorAll('entry')].map((entry) => {
          const html = new DOMParser().parseFromString(textOf(entry, 'content'), 'text/html');
          return {
            id: textOf(entry, 'id'),
            title: textOf(entry, 'title'),
            updated: textOf(entry, 'updated'),
            text: textOf(html, 'body'),
            elements: [...html.querySelectorAll('body *')].map(
              (node) => (node as unknown as Element).localName,
            ),
            marked: [...html.querySelectorAll('mark')].map(({ textContent }) => textContent),
          };
        }),
      };
    },
    await response.text(),
  );
}

interface Element {
  readonly localName: string;
}

describeInBrowser('a feed of a search', () => {
  it('is found from its results page, and is what it shows', async () => {
    await visit(projectSite(), searchFor('轨道交通'), async (page) => {
      const address = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
      const { error, id, title, entries } = await readFeed(page, address ?? '');
      expect(error).toBe('');
      expect(decodeURIComponent(id)).toBe(`${projectSite().address}/search?q=轨道交通`);
      expect(title).toBe('轨道交通 - 政府报告全文检索');
      expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
      expect(await page.locator('.total').textContent()).toContain(` ${entries.length} 段`);
      for (const { marked, text, updated } of entries) {
        expect(new Set(marked)).toEqual(new Set(['轨道交通']));
        expect(text).toContain('轨道交通');
        expect(updated).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+08:00$/);
      }
    });
  });

  it('is well-formed, and has every text to the letter, whatever stands in reports and query', async () => {
    const site = await serveReports([HOSTILE]);
    try {
      await visit(site, '/', async (page) => {
        const q = '甲 -"<x>&\u0001]]>"';
        const { error, title, entries } = await readFeed(page, searchFor(q, { format: 'atom' }));
        expect(error).toBe('');
        expect(title).toBe('甲 -"<x>&]]>" - 政府报告全文检索');
        const written = HOSTILE_TEXTS.map((text) =>
          text.replace(/[\u0000\u0001\u000b\u001f\ufffe]/g, '').replace(/\r\n?/g, '\n'),
        );
        expect(entries.map(({ text }) => text)).toEqual(written);
        for (const { title, elements, marked } of entries) {
          expect(title).toContain('=1+1 <b>&amp;甲]]></b>');
          expect(new Set(elements)).toEqual(new Set(['p', 'mark']));
          expect(new Set(marked)).toEqual(new Set(['甲']));
        }
      });
    } finally {
      await site.close();
    }
  });
});
