import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Filters, NO_FILTERS } from '../../engine/engine.ts';
import { SqliteEngine } from '../../engine/sqlite/sqlite-engine.ts';
import { readCorpus } from '../../indexer/read-corpus.ts';
import type { Report } from '../../report/types.ts';
import { countReports } from '../../server/counting/report-counts.ts';
import { normalise } from '../../text/normalise.ts';
import { parseQuery } from '../../text/query.ts';
import { asDocuments } from '../fixtures/collection.ts';

const folder = mkdtempSync(join(tmpdir(), 'counting-'));
const engine = new SqliteEngine(join(folder, 'index.sqlite'));
let reports: readonly Report[];
/** Every run of Han characters of the corpus. */
let runs: readonly string[];

beforeAll(async () => {
  const read = await readCorpus(fileURLToPath(new URL('../../corpus', import.meta.url)));
  reports = read.map(({ report }) => report);
  runs = reports.flatMap(({ blocks }) =>
    blocks.flatMap(({ text }) => normalise(text).match(/\p{Script=Han}+/gu) ?? []),
  );
  await engine.replace(asDocuments(reports), { fingerprint: '', problems: [] });
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The counts, made from the texts alone, without tokens, terms or an engine. */
function expected(q: string, { section, year }: Filters) {
  return reports
    .filter(
      (report) => year.length === 0 || year.some(({ from, to }) => from <= report.year && report.year <= to),
    )
    .map((report) => {
      const texts = report.blocks
        .filter((block) => section.length === 0 || section.includes(block.section))
        .map(({ text }) => text);
      const each = texts.map((text) => normalise(text).split(q).length - 1);
      return {
        id: report.id,
        hits: each.filter((times) => times > 0).length,
        occurrences: each.reduce((sum, times) => sum + times, 0),
        blocks: texts.length,
        characters: texts.reduce((sum, text) => sum + [...text.replaceAll(/\s/g, '')].length, 0),
      };
    });
}

async function counted(q: string, filters: Filters) {
  const counts = await countReports(engine, { query: parseQuery(q), filters });
  return counts.map(({ report, ...count }) => ({ id: report.id, ...count }));
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

const filters: fc.Arbitrary<Filters> = fc.record({
  city: fc.constant([]),
  province: fc.constant([]),
  kind: fc.constant([]),
  report: fc.constant([]),
  year: fc.constantFrom([], [{ from: 2025, to: 2025 }], [{ from: 2025, to: 2026 }]),
  section: fc.constantFrom([], ['review'], ['tasks', 'targets']),
});

describe('counting by report', () => {
  it('agrees with the texts for any run of characters, under any filter', async () => {
    const run = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 4 })).map(([which, where, length]) => {
      const characters = [...(runs[which % runs.length] as string)];
      const start = where % characters.length;
      return characters.slice(start, start + length).join('');
    });
    await fc.assert(
      fc.asyncProperty(run, filters, async (q, where) => {
        expect((await counted(q, where)).sort(byId)).toEqual(expected(q, where).sort(byId));
      }),
      { numRuns: 200 },
    );
  });

  it('counts what no report has as nothing, in each of them', async () => {
    const counts = await counted('量子纠缠态', NO_FILTERS);
    expect(counts).toHaveLength(reports.length);
    expect(counts.every(({ hits, occurrences }) => hits === 0 && occurrences === 0)).toBe(true);
  });
});
