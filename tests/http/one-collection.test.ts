import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { SearchEngine } from '../../engine/engine.ts';
import { SqliteEngine } from '../../engine/sqlite/sqlite-engine.ts';
import type { Report } from '../../report/types.ts';
import { asDocuments, makeReport } from '../fixtures/collection.ts';
import { serve } from '../fixtures/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'one-collection-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PLACE = { city: '丙川市', province: '四川省', adcode: '510300' };

/** The reports of two years, of which the second says so much more. */
const saying = (word: string, times: number): Report[] =>
  [2023, 2024].map((year, i) =>
    makeReport({ ...PLACE, year }, [
      ['review', 'paragraph', `${word}第一产业，${word}第二产业。`],
      ['tasks', 'paragraph', `我们要${word.repeat(1 + i * times)}。`],
    ]),
  );
const OLD = saying('发展', 2);
const ELSEWHERE = makeReport({ city: '绵阳市', province: '四川省', adcode: '510700', year: 2025 }, [
  ['tasks', 'paragraph', '发展轨道交通。'],
]);
const NEW = [...saying('繁荣', 5), ELSEWHERE];

let files = 0;

async function engineOf(reports: readonly Report[]): Promise<SqliteEngine> {
  const engine = new SqliteEngine(join(folder, `${++files}.sqlite`));
  await engine.replace(asDocuments(reports), { fingerprint: `${files}`, problems: [] });
  return engine;
}

const READING: readonly (keyof SearchEngine)[] = ['search', 'report', 'reports', 'vocabulary'];

/** An engine whose collection is replaced each time that so many answers have come from it, a few times. */
function replacedAfter(
  engine: SqliteEngine,
  answers: number,
  collections: readonly Report[][],
): SearchEngine {
  const rest = [...collections];
  let left = answers;
  const counting =
    (call: (...given: never[]) => Promise<unknown>) =>
    async (...given: never[]) => {
      const answer = await call.apply(engine, given);
      if (--left === 0 && rest.length > 0) {
        await engine.replace(asDocuments(rest.shift() as Report[]), {
          fingerprint: `${++files}`,
          problems: [],
        });
        left = answers;
      }
      return answer;
    };
  return new Proxy(engine, {
    get(target, name: keyof SearchEngine) {
      const call = target[name] as (...given: never[]) => Promise<unknown>;
      return READING.includes(name) ? counting(call) : call.bind(target);
    },
  });
}

async function answerTo(path: string, engine: SearchEngine): Promise<{ status: number; text: string }> {
  const site = await serve(engine);
  try {
    const response = await fetch(site.address + path);
    const text = await response.text();
    return {
      status: response.status,
      text: text.replaceAll(site.address, '').replace(/tookMs(&quot;|"): ?\d+/g, ''),
    };
  } finally {
    await site.close();
  }
}

const BOTH = encodeURIComponent('发展,繁荣');
const EITHER = encodeURIComponent('发展 OR 繁荣');
const ONE = encodeURIComponent('发展');
const CITY = encodeURIComponent('绵阳');
const REPORTS = OLD.map(({ id }) => id);

describe('an answer that is put together from several', () => {
  it.each([
    `/api/trends?q=${BOTH}`,
    `/trends?q=${BOTH}`,
    `/api/matrix?q=${EITHER}`,
    `/matrix?q=${EITHER}&measure=occurrences`,
    `/api/search?q=${ONE}`,
    `/search?q=${ONE}`,
    `/api/search?q=${ONE}&city=${CITY}`,
    `/search?q=${ONE}&city=${CITY}`,
    `/api/compare?a=${REPORTS[0]}&b=${REPORTS[1]}`,
    `/compare?a=${REPORTS[0]}&b=${REPORTS[1]}`,
    `/compare?a=${REPORTS[0]}&b=${ELSEWHERE.id}`,
    `/reports/${REPORTS[0]}`,
    `/reports/${ELSEWHERE.id}`,
    `/cite/${ELSEWHERE.id}`,
    '/',
    '/help/api',
  ])('is of one collection, where another takes its place meanwhile: %s', async (path) => {
    const pure = [await answerTo(path, await engineOf(OLD)), await answerTo(path, await engineOf(NEW))];
    expect(pure[0]).not.toEqual(pure[1]);
    for (const answers of [1, 2, 3, 4, 5, 6, 8]) {
      const engine = replacedAfter(await engineOf(OLD), answers, [NEW]);
      expect(pure).toContainEqual(await answerTo(path, engine));
    }
  });

  it('isn’t given where one collection follows another', async () => {
    const engine = replacedAfter(await engineOf(OLD), 1, Array<Report[]>(50).fill(NEW));
    const { status, text } = await answerTo(`/api/trends?q=${BOTH}`, engine);
    expect([status, JSON.parse(text).error.code]).toEqual([503, 'unavailable']);
  });

  it('isn’t written into a file, which is made while it is sent', async () => {
    // When it has been counted how many there are.
    const engine = replacedAfter(await engineOf(OLD), 6, [NEW]);
    const { status, text } = await answerTo(`/api/search?format=wide&q=${EITHER}`, engine);
    expect([status, JSON.parse(text).error.code]).toEqual([503, 'unavailable']);
  });
});
