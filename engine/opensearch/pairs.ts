import type { Client } from '@opensearch-project/opensearch';
import { type IndexNames, type Pair, pairNames } from '../rebuild.ts';
import { retried } from '../retried.ts';
import { differences } from '../settings-differences.ts';
import { isMissing, isPassing } from './client.ts';
import {
  BLOCKS_MAPPING,
  indexNames,
  indexPatterns,
  isIndexName,
  MOST_LOOKED_UP,
  newVersion,
  REPORTS_MAPPING,
  SIMILARITY,
} from './settings.ts';

/** How indexes are spread over the nodes. */
export interface Spread {
  /** The parts an index is cut into. */
  readonly shards: number;
  /** Copies of each part beyond the first. */
  readonly replicas: number;
}

/** The indexes that the aliases of a pair stand for: one each, none where nobody made one, more where somebody did. */
async function pairOf(
  client: Client,
  prefix: string,
  pair: Pair,
): Promise<Record<keyof IndexNames, string[]>> {
  const wanted = pairNames(prefix)[pair];
  const found = async (name: string) => {
    try {
      // Of ours: a user may not ask what the others are called.
      const { body } = await client.indices.getAlias({ index: indexPatterns(prefix), name });
      return Object.keys(body);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  };
  return { blocks: await found(wanted.blocks), reports: await found(wanted.reports) };
}

/**
 * Removes all indexes of ours but those that are live, and none of a collection whose prefix begins as ours does; an
 * index that somebody has put under the live alias is let go of.
 */
export async function removeLeftovers(client: Client, prefix: string): Promise<void> {
  const { live, next } = pairNames(prefix);
  // Each index and its aliases in one answer: what is live must not be taken for a leftover.
  const { body } = await client.indices.get({ index: indexPatterns(prefix), expand_wildcards: 'all' });
  for (const [index, { aliases = {} }] of Object.entries(body)) {
    const has = (names: IndexNames) => Object.values(names).filter((alias) => alias in aliases);
    if (has(live).length > 0) continue;
    if (isIndexName(prefix, index)) await client.indices.delete({ index, ignore_unavailable: true });
    else for (const name of has(next)) await client.indices.deleteAlias({ index, name });
  }
}

/**
 * Makes the next pair. Its blocks are those of the live pair where they are all there and were stored the same
 * way: a clone shares their files, so that only what has changed has to be sent.
 * @param isWhole whether the live pair has all its blocks.
 * @returns whether it is a clone.
 */
export async function createPair(
  client: Client,
  prefix: string,
  spread: Spread,
  isWhole: () => Promise<boolean>,
): Promise<boolean> {
  const names = indexNames(prefix, newVersion());
  const { next } = pairNames(prefix);
  const [source] = (await pairOf(client, prefix, 'live')).blocks;
  const isClone = source !== undefined && (await isWhole()) && (await isAsWanted(client, source, spread));
  const settings = changeableSettings(spread);
  const withAlias = (name: string) => ({ aliases: { [name]: {} } });
  if (isClone) {
    await client.indices.addBlock({ index: source, block: 'write' });
    await client.indices.clone({
      index: source,
      target: names.blocks,
      body: { settings: { index: { ...settings, blocks: { write: null } } }, ...withAlias(next.blocks) },
    } as never);
  } else {
    await client.indices.create({
      index: names.blocks,
      body: {
        settings: { ...settings, number_of_shards: spread.shards, similarity: SIMILARITY },
        mappings: BLOCKS_MAPPING,
        ...withAlias(next.blocks),
      },
    } as never);
  }
  await client.indices.create({
    index: names.reports,
    body: {
      settings: { ...settings, number_of_shards: 1 },
      mappings: REPORTS_MAPPING,
      ...withAlias(next.reports),
    },
  } as never);
  return isClone;
}

/** Whether an index of blocks could have been made by this program, with these settings. */
async function isAsWanted(client: Client, index: string, spread: Spread): Promise<boolean> {
  const { body } = await client.indices.get({ index });
  const found = body[index] as FoundIndex;
  const is = (wanted: object, has: unknown) => differences(wanted, has ?? {}).length === 0;
  const { similarity } = found.settings?.index ?? {};
  return is(BLOCKS_MAPPING, found.mappings) && is(SIMILARITY, similarity) && hasShards(found, spread);
}

/** What OpenSearch tells of an index. */
interface FoundIndex {
  readonly mappings?: object;
  readonly settings?: { readonly index?: Readonly<Record<string, unknown>> };
}

function isSet({ settings }: FoundIndex, name: string, wanted: number): boolean {
  return Number(settings?.index?.[name]) === wanted;
}

function hasShards(index: FoundIndex, { shards }: Spread): boolean {
  return isSet(index, 'number_of_shards', shards);
}

/** Settings that an index can be given while it is live. */
function changeableSettings({ replicas }: Spread) {
  return { number_of_replicas: replicas, max_result_window: MOST_LOOKED_UP };
}

/** The names of what differs in the mappings of the live pair from what they should be. */
export async function changedMappings(client: Client, prefix: string): Promise<string[]> {
  const { blocks, reports } = pairNames(prefix).live;
  const changed = async (index: string, wanted: object) => {
    // Of whichever node answers: the one that keeps the cluster's state may be away.
    const { body } = await client.indices.getMapping({ index, local: true });
    return Object.values(body).flatMap(({ mappings }) => differences(wanted, mappings));
  };
  try {
    return [...(await changed(blocks, BLOCKS_MAPPING)), ...(await changed(reports, REPORTS_MAPPING))];
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** The name of the setting of shards, where the live index of blocks is cut into another number of them. */
export async function changedShards(client: Client, prefix: string, spread: Spread): Promise<string[]> {
  const { blocks: index } = await pairOf(client, prefix, 'live');
  if (index.length === 0) return [];
  const { body } = await client.indices.getSettings({ index });
  const isCutSo = Object.values(body).every((found) => hasShards(found as FoundIndex, spread));
  return isCutSo ? [] : ['number_of_shards'];
}

/** Gives the live pair the settings of a new one. @returns whether it had more copies, or fewer. */
export async function applySettings(client: Client, prefix: string, spread: Spread): Promise<boolean> {
  const index = Object.values(await pairOf(client, prefix, 'live')).flat();
  if (index.length === 0) return false;
  const { body } = await client.indices.getSettings({ index });
  const wanted = changeableSettings(spread);
  const changed = Object.entries(wanted).filter(
    ([name, value]) => !Object.values(body).every((found) => isSet(found as FoundIndex, name, value)),
  );
  if (changed.length > 0) await client.indices.putSettings({ index, body: { index: wanted } });
  return changed.some(([name]) => name === 'number_of_replicas');
}

/** Exchanges what the aliases stand for, in one step. */
export async function swapPairs(client: Client, prefix: string): Promise<void> {
  const { live, next } = pairNames(prefix);
  const again = <Result>(call: () => Promise<Result>) => retried(call, isPassing);
  const [wasLive, wasNext] = await again(async () => [
    await pairOf(client, prefix, 'live'),
    await pairOf(client, prefix, 'next'),
  ]);
  const move = (indexes: readonly string[], from: string, to: string) =>
    indexes.flatMap((index) => [
      { remove: { index, alias: from, must_exist: false } },
      { add: { index, alias: to } },
    ]);
  const actions = (['blocks', 'reports'] as const).flatMap((kind) => [
    ...move(wasNext[kind], next[kind], live[kind]),
    ...move(wasLive[kind], live[kind], next[kind]),
  ]);
  // What is to be is known from here on: to say it twice is as good as once.
  await again(() => client.indices.updateAliases({ body: { actions } } as never));
}
