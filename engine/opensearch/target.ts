import type { Client } from '@opensearch-project/opensearch';
import type { Sendable } from '../batches.ts';
import type { ReportDocument } from '../document.ts';
import {
  Busy,
  type Contents,
  type IndexNames,
  type Pair,
  pairNames,
  type RebuildTarget,
  type StoredDocuments,
} from '../rebuild.ts';
import { STATE_ID, STORED_REPORT_KIND, type StoredState } from '../stored-documents.ts';
import { allOf, countOf, pagesOf } from './ask.ts';
import { removeDocuments, store } from './bulk.ts';
import { isMissing, isPassing } from './client.ts';
import { untilCopied } from './copies.ts';
import { type OpenSearchReport, openSearchDocuments } from './documents.ts';
import { createPair, removeLeftovers, type Spread, swapPairs } from './pairs.ts';

/** The two pairs of indexes on a cluster of OpenSearch. */
export class OpenSearchTarget implements RebuildTarget {
  readonly name = 'OpenSearch';
  readonly isPassing = isPassing;
  readonly #client: Client;
  readonly #prefix: string;
  readonly #spread: Spread;
  readonly #names: Readonly<Record<Pair, IndexNames>>;
  /** Of the reports whose blocks the next pair began with, what tells whether they have changed. */
  #cloned: ReadonlyMap<string, string> = new Map();
  /** Of those reports, the ones whose blocks aren't the same in the collection that is sent. */
  #changed = new Map<string, string>();

  /** @param client with credentials that may write. */
  constructor(client: Client, prefix: string, spread: Spread) {
    this.#client = client;
    this.#prefix = prefix;
    this.#spread = spread;
    this.#names = pairNames(prefix);
  }

  removeLeftovers(): Promise<void> {
    return removeLeftovers(this.#client, this.#prefix);
  }

  async createNext(): Promise<void> {
    const isClone = await createPair(this.#client, this.#prefix, this.#spread, () => this.#isLiveWhole());
    const { reports } = this.#names.live;
    const stored = isClone ? await storedReports(this.#client, reports, ['id', 'digest']) : [];
    this.#cloned = new Map(stored.map(({ id, digest }) => [id, digest]));
    // Until they turn up in the next collection they are taken for gone.
    this.#changed = new Map(stored.map(({ id }) => [id, '']));
  }

  stored(document: ReportDocument): StoredDocuments {
    const { blocks, report } = openSearchDocuments(document);
    const isKept = this.#cloned.get(report.id) === report.digest;
    if (isKept) this.#changed.delete(report.id);
    else if (this.#cloned.has(report.id)) this.#changed.set(report.id, report.digest);
    return { blocks: isKept ? [] : blocks, report };
  }

  sendBlocks(batch: readonly Sendable[]): Promise<readonly Sendable[]> {
    return store(this.#client, this.#names.next.blocks, batch);
  }

  sendReports(batch: readonly Sendable[]): Promise<readonly Sendable[]> {
    return store(this.#client, this.#names.next.reports, batch);
  }

  /** Removes the blocks that only the collection before had, and sees to it that no node is needed for what is there. */
  async finishNext(): Promise<void> {
    const { blocks, reports } = this.#names.next;
    await this.#client.indices.refresh({ index: [blocks, reports] });
    for (const [report, digest] of this.#changed) {
      const old = {
        query: { bool: { filter: { term: { report } }, must_not: { term: { digest } } } },
        sort: [{ number: 'asc' }],
        _source: false,
      };
      for await (const page of pagesOf(this.#client, blocks, old)) {
        const ids = page.map(({ _id }) => _id);
        const rest = await removeDocuments(this.#client, blocks, ids);
        if (rest.length > 0) throw new Busy(this, rest.length);
      }
    }
    await this.#client.indices.refresh({ index: blocks });
    await untilCopied(this.#client, [blocks, reports], this.#spread.replicas);
  }

  async contentsOf(pair: Pair): Promise<Contents> {
    const { blocks, reports } = this.#names[pair];
    return {
      blocks: await countOf(this.#client, blocks),
      reports: await countOf(this.#client, reports),
      fingerprint: (await stateIn(this.#client, reports)).stored.state.fingerprint,
    };
  }

  swap(): Promise<void> {
    return swapPairs(this.#client, this.#prefix);
  }

  async #isLiveWhole(): Promise<boolean> {
    const { blocks, reports } = this.#names.live;
    try {
      return (await stateIn(this.#client, reports)).stored.blocks === (await countOf(this.#client, blocks));
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }
}

/** The state of a collection, and the index it is in, which an alias names. */
export async function stateIn(
  client: Client,
  alias: string,
): Promise<{ readonly stored: StoredState; readonly index: string }> {
  const { body } = await client.get({ index: alias, id: STATE_ID });
  return { stored: body._source as unknown as StoredState, index: body._index };
}

/** What is stored of all reports, or some fields of it. */
export function storedReports(
  client: Client,
  index: string,
  fields: (keyof OpenSearchReport)[],
): Promise<OpenSearchReport[]> {
  const query = { term: { stored: STORED_REPORT_KIND } };
  return allOf<OpenSearchReport>(client, index, { query, sort: [{ id: 'asc' }], _source: fields });
}
