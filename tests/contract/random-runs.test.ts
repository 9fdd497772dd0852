import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../engine/engine.ts';
import { SqliteEngine } from '../../engine/sqlite/sqlite-engine.ts';
import { readCorpus } from '../../indexer/read-corpus.ts';
import type { Block } from '../../report/types.ts';
import { normalise } from '../../text/normalise.ts';
import { parseQuery } from '../../text/query.ts';
import { asDocuments } from '../fixtures/collection.ts';

/** A block and its runs of Han characters: what may be found in it, told without tokens or terms. */
interface Searchable {
  readonly block: Block;
  readonly runs: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'random-runs-'));
const engine = new SqliteEngine(join(folder, 'index.sqlite'));
let blocks: readonly Searchable[];

beforeAll(async () => {
  const { reports } = await readCorpus(fileURLToPath(new URL('../../corpus', import.meta.url)));
  await engine.replace(asDocuments(reports.map(({ report }) => report)), { fingerprint: '', problems: [] });
  blocks = reports
    .flatMap(({ report }) => report.blocks)
    .map((block) => ({ block, runs: normalise(block.text).match(/\p{Script=Han}+/gu) ?? [] }));
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const somewhere = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const pick = <Item>(items: readonly Item[], where: number) => items[Math.floor(where * items.length)] as Item;

describe('any run of characters of any block of the corpus', () => {
  it('finds the blocks that have it, and no others', async () => {
    const withRuns = blocks.filter(({ runs }) => runs.length > 0);
    await fc.assert(
      fc.asyncProperty(
        somewhere,
        somewhere,
        somewhere,
        fc.integer({ min: 1, max: 8 }),
        async (whichBlock, whichRun, whereInRun, length) => {
          const source = pick(withRuns, whichBlock);
          const characters = [...pick(source.runs, whichRun)];
          const start = Math.floor(whereInRun * characters.length);
          const q = characters.slice(start, start + length).join('');

          const expected = blocks.filter(({ runs }) => runs.some((run) => run.includes(q)));
          const { total, hits } = await engine.search({
            query: parseQuery(q),
            filters: NO_FILTERS,
            sort: 'report',
            offset: 0,
            limit: blocks.length,
          });
          expect(hits.map((hit) => hit.block.id).sort()).toEqual(
            expected.map(({ block }) => block.id).sort(),
          );
          expect(total).toBe(expected.length);
          expect(expected).toContain(source);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
