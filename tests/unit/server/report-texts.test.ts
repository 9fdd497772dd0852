import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { NO_FILTERS, type SearchEngine } from '../../../engine/engine.ts';
import { SqliteEngine } from '../../../engine/sqlite/sqlite-engine.ts';
import { summarise } from '../../../report/summary.ts';
import { countReportsForEach } from '../../../server/counting/report-counts.ts';
import { reportHits } from '../../../server/counting/report-hits.ts';
import { reportTexts } from '../../../server/counting/report-texts.ts';
import { parseQuery } from '../../../text/query.ts';
import { asDocuments, type BlockSketch, makeReport } from '../../fixtures/collection.ts';

const REPORTS = Array.from({ length: 30 }, (_, i) =>
  makeReport({ city: '甲州市', province: '四川省', adcode: '510100', year: 1990 + i }, [
    ['review', 'paragraph', `第${i}份。`],
  ]),
);
const SUMMARIES = REPORTS.map(summarise);

/** An engine that only gives reports, the later ones sooner. */
function slowEngine(report: (id: string) => Promise<void> = async () => {}) {
  const seen = { underWay: 0, most: 0 };
  const engine = {
    async report(id: string) {
      seen.underWay += 1;
      seen.most = Math.max(seen.most, seen.underWay);
      const place = REPORTS.findIndex((one) => one.id === id);
      await wait(REPORTS.length - place);
      await report(id);
      seen.underWay -= 1;
      return REPORTS[place] ?? null;
    },
  } as unknown as SearchEngine;
  return { engine, seen };
}

describe('reportTexts', () => {
  it('gives reports in the order they were asked for, several under way at once but not all', async () => {
    const { engine, seen } = slowEngine();
    const texts: string[] = [];
    for await (const { report, blocks } of reportTexts(engine, SUMMARIES)) {
      texts.push(`${report.year} ${blocks[0]?.text}`);
    }
    expect(texts).toEqual(REPORTS.map((_, i) => `${1990 + i} 第${i}份。`));
    expect(seen.most).toBe(8);
  });

  it('gives fewer than that, and none', async () => {
    const { engine } = slowEngine();
    const years: number[] = [];
    for await (const { report } of reportTexts(engine, SUMMARIES.slice(0, 3))) years.push(report.year);
    expect(years).toEqual([1990, 1991, 1992]);
    expect((await reportTexts(engine, []).next()).done).toBe(true);
  });

  it('fails where one of them fails, and asks for no more', async () => {
    const asked: string[] = [];
    const { engine } = slowEngine(async (id) => {
      asked.push(id);
      if (id === SUMMARIES[4]?.id) throw new Error('gone');
    });
    const reading = async () => {
      for await (const _ of reportTexts(engine, SUMMARIES));
    };
    await expect(reading()).rejects.toThrow('gone');
    await wait(50);
    expect(asked.length).toBeLessThan(SUMMARIES.length);
  });
});

describe('counting', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-texts-'));
  const engine = new SqliteEngine(join(folder, 'index.sqlite'));

  /** More paragraphs than are asked for by themselves, each with 发展 twice; a few with 改革 besides. */
  const paragraphs = Array.from(
    { length: 3_500 },
    (_, i): BlockSketch => ['tasks', 'paragraph', `发展、发展${i % 500 === 0 ? '、改革' : ''}。`],
  );
  const reports = [2023, 2024, 2025].map((year) =>
    makeReport({ city: '甲州市', province: '四川省', adcode: '510100', year }, [
      ...paragraphs,
      ['review', 'paragraph', '只有改革，改革。'],
    ]),
  );
  const sought = (q: string, section: string[] = []) => ({
    query: parseQuery(q),
    filters: { ...NO_FILTERS, section },
  });
  const reading = vi.spyOn(engine, 'report');

  beforeAll(() => engine.replace(asDocuments(reports), { fingerprint: '', problems: [] }));

  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const counted = async (...asked: ReturnType<typeof sought>[]) => {
    reading.mockClear();
    const counts = await countReportsForEach(engine, asked);
    return counts.map((ofEach) => ofEach.map(({ hits, occurrences }) => [hits, occurrences]));
  };

  const inEach = (...counts: [hits: number, occurrences: number]) => Array(3).fill(counts);

  it('reads whole reports where hits are many', async () => {
    expect(await counted(sought('发展'), sought('改革'), sought('没有'))).toEqual([
      inEach(3_500, 7_000),
      inEach(8, 9),
      inEach(0, 0),
    ]);
    expect(reading).toHaveBeenCalledTimes(3);
  });

  it('reads the hits alone where they are few, those of two terms once', async () => {
    expect(await counted(sought('改革'), sought('没有'), sought('改革 发展'))).toEqual([
      inEach(8, 9),
      inEach(0, 0),
      inEach(7, 21),
    ]);
    expect(reading).not.toHaveBeenCalled();
  });

  it('keeps to the sections that are filtered by, either way', async () => {
    expect(await counted(sought('发展', ['tasks']), sought('改革', ['tasks']))).toEqual([
      inEach(3_500, 7_000),
      inEach(7, 7),
    ]);
    expect(await counted(sought('改革', ['tasks']), sought('改革'))).toEqual([inEach(7, 7), inEach(8, 9)]);
  });

  it('gives the hits newest report first, by number, either way', async () => {
    for (const [q, each] of [
      ['发展', 3_500],
      ['改革', 8],
    ] as const) {
      const found: string[] = [];
      for await (const { report, hits } of reportHits(engine, sought(q))) {
        found.push(`${report.year} ${hits.length}`);
        const numbers = hits.map(({ block }) => block.number);
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      }
      expect(found).toEqual([2025, 2024, 2023].map((year) => `${year} ${each}`));
    }
  });
});
