import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ReportDocument } from '../../engine/document.ts';
import { NO_FILTERS } from '../../engine/engine.ts';
import { OpenSearchEngine } from '../../engine/opensearch/opensearch-engine.ts';
import type { Report } from '../../report/types.ts';
import { parseQuery } from '../../text/query.ts';
import { asDocuments, makeReport } from '../fixtures/collection.ts';
import { type Cluster, optionsFor, removeIndexes, untilGreen } from '../fixtures/opensearch-cluster.ts';
import { killNode, startNode, type TestNode } from '../fixtures/opensearch-node.ts';

const cluster = inject('openSearch');

if (cluster) describe('a node that is killed', { timeout: 600_000 }, () => describeKilling(cluster));
else describe.skip('a node that is killed (no Java)');

/** How often each of the nodes is killed while something goes on. It takes half a minute each time. */
const KILLS_EACH = Number(process.env.KILLS_EACH ?? 1);

/** Reports enough that their indexing takes some batches. */
function reportsOf(word: string, years: number): Report[] {
  return Array.from({ length: years }, (_, i) =>
    makeReport({ city: '甲川市', province: '四川省', adcode: '510100', year: 1950 + i }, [
      ['review', 'paragraph', `这一年${word}，全市上下团结奋斗。`],
      ...Array.from(
        { length: 400 },
        (_, n) => ['tasks', 'paragraph', `第${n}项：${'推进各项工作，改善人民生活。'.repeat(30)}`] as const,
      ),
    ]),
  );
}

function describeKilling(cluster: Cluster): void {
  const options = optionsFor(cluster, 'killed');
  const writer = new OpenSearchEngine(options);
  const reader = new OpenSearchEngine({ ...options, purpose: 'read' });
  const total = async (q: string) =>
    (await reader.search({ query: parseQuery(q), filters: NO_FILTERS, sort: 'newest', offset: 0, limit: 5 }))
      .total;

  beforeAll(() => writer.replace(asDocuments(reportsOf('丰收', 30)), { fingerprint: 'one', problems: [] }));

  afterAll(async () => {
    await writer.close();
    await reader.close();
    await removeIndexes(cluster, options.prefix);
  });

  /** Searches all the while something goes on. @returns what was found, each total once, in order. */
  async function searching(
    q: string,
    during: () => Promise<void>,
  ): Promise<{ totals: number[]; searches: number }> {
    const totals: number[] = [];
    let searches = 0;
    let isOver = false;
    const client = async () => {
      while (!isOver) {
        const found = await total(q);
        searches += 1;
        if (totals.at(-1) !== found) totals.push(found);
        await wait(20);
      }
    };
    const clients = [client(), client(), client()];
    await Promise.race([during(), Promise.all(clients)]);
    isOver = true;
    await Promise.all(clients);
    return { totals, searches };
  }

  it('is noticed by nobody who searches', async () => {
    for (let round = 0; round < KILLS_EACH * cluster.nodes.length; round += 1) {
      const node = cluster.nodes[round % cluster.nodes.length] as TestNode;
      const { totals, searches } = await searching('丰收', async () => {
        await wait(300);
        killNode(cluster, node);
        await wait(1_500);
        startNode(cluster, node);
        await untilGreen(cluster);
      });
      expect(totals, `round ${round}`).toEqual([30]);
      expect(searches).toBeGreaterThan(100);
    }
  });

  it('loses no paragraph that is being indexed', async () => {
    for (let round = 0; round < KILLS_EACH * cluster.nodes.length; round += 1) {
      const node = cluster.nodes[round % cluster.nodes.length] as TestNode;
      const years = 31 + round;
      const word = round % 2 === 0 ? '增产' : '丰收';
      async function* killing(): AsyncGenerator<ReportDocument> {
        let sent = 0;
        for await (const document of asDocuments(reportsOf(word, years))) {
          yield document;
          sent += 1;
          if (sent === 20) killNode(cluster, node);
          if (sent === 25) startNode(cluster, node);
        }
      }
      const { totals } = await searching(word, () =>
        writer.replace(killing(), { fingerprint: `round ${round}`, problems: [] }),
      );
      // The old collection or the new one, and never a part of one.
      expect(
        totals.filter((found) => found !== 0 && found !== years),
        `round ${round}`,
      ).toEqual([]);
      expect(await total(word)).toBe(years);
      expect(await total('团结奋斗')).toBe(years);
      await untilGreen(cluster);
    }
  });
}
