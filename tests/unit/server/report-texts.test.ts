import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { SearchEngine } from '../../../engine/engine.ts';
import { summarise } from '../../../report/summary.ts';
import { reportTexts } from '../../../server/counting/report-texts.ts';
import { makeReport } from '../../fixtures/collection.ts';

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
