import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTERS, type SearchEngine } from '../../engine/engine.ts';
import { readCorpus } from '../../indexer/read-corpus.ts';
import type { Block } from '../../report/types.ts';
import { normalise } from '../../text/normalise.ts';
import { parseQuery } from '../../text/query.ts';
import { asDocuments } from '../fixtures/collection.ts';
import type { EngineUnderTest } from './engine-contract.ts';

/** A block and its runs of Han characters: what may be found in it, told without tokens or terms. */
interface Searchable {
  readonly block: Block;
  readonly runs: readonly string[];
}

const somewhere = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const pick = <Item>(items: readonly Item[], where: number) => items[Math.floor(where * items.length)] as Item;

/** What every adapter must do with the project's corpus. Call it from a test file, with the adapter. */
export function describeRandomRuns(name: string, { open, cleanUp }: EngineUnderTest): void {
  describe(`any run of characters of any block of the corpus, on ${name}`, () => {
    let engine: SearchEngine;
    let blocks: readonly Searchable[];

    beforeAll(async () => {
      const reports = await readCorpus(fileURLToPath(new URL('../../corpus', import.meta.url)));
      engine = await open();
      await engine.replace(asDocuments(reports.map(({ report }) => report)), {
        fingerprint: '',
        problems: [],
      });
      blocks = reports
        .flatMap(({ report }) => report.blocks)
        .map((block) => ({ block, runs: normalise(block.text).match(/\p{Script=Han}+/gu) ?? [] }));
    });

    afterAll(async () => {
      await engine.close();
      await cleanUp();
    });

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
}
