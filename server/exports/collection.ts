import type { SearchEngine } from '../../engine/engine.ts';

/** The collection that something is taken from. */
export interface Collection {
  /** How many reports and blocks it holds. */
  readonly corpus: { readonly reports: number; readonly blocks: number };
  /** The digest of the corpus and of what reads it: the same one, the same numbers. Empty where nothing is indexed. */
  readonly corpusHash: string;
}

/** The collection as it is now. */
export async function collectionOf(engine: SearchEngine): Promise<Collection> {
  const corpusHash = await fingerprintOf(engine);
  const reports = await engine.reports();
  const blocks = reports.reduce((sum, report) => sum + report.blocks, 0);
  return { corpus: { reports: reports.length, blocks }, corpusHash };
}

/** Whether it still is the one that it was. */
export async function isStill({ corpusHash }: Collection, engine: SearchEngine): Promise<boolean> {
  return (await fingerprintOf(engine)) === corpusHash;
}

/** The version in so few characters that people can compare it. */
export function shortVersion(corpusHash: string): string {
  return corpusHash.slice(0, 12);
}

async function fingerprintOf(engine: SearchEngine): Promise<string> {
  return (await engine.corpusState())?.fingerprint ?? '';
}
