import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OVERRIDES_FILE } from './overrides.ts';

/** What reading and indexing depend on besides the corpus: code, dictionary, installed packages. */
const PIPELINE = ['engine', 'indexer', 'report', 'text', 'package-lock.json'];

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The files of a corpus folder, its folders read through (but no links to folders, which may lead in
 * circles), dot files and reports.json aside.
 * @returns paths relative to the folder with `/`, sorted.
 * @throws where the folder can't be read.
 */
export function listCorpus(folder: string): string[] {
  return [...filesIn(folder, '')].filter((path) => path !== OVERRIDES_FILE).sort();
}

function* filesIn(folder: string, path: string): Generator<string> {
  for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
    const inside = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* filesIn(folder, inside);
    else if (!isFolder(join(folder, inside))) yield inside;
  }
}

/**
 * A digest of everything an index is made from: the corpus, names and contents, and the code that reads
 * it. The same digest means that indexing again would change nothing.
 */
export function corpusFingerprint(folder: string): string {
  const files = [...listCorpus(folder).map((path) => join(folder, path)), join(folder, OVERRIDES_FILE)];
  const pipeline = PIPELINE.flatMap((name) => filesUnder(join(PROJECT, name)));
  const digest = createHash('sha256');
  for (const [base, paths] of [
    [folder, files],
    [PROJECT, pipeline],
  ] as const) {
    for (const path of paths) digest.update(`${relative(base, path)}\n${contentHash(path)}\n`);
  }
  return digest.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return listCorpus(path).map((name) => join(path, name));
}

/** Whether a link leads to a folder. Where it leads nowhere, reading it as a file will tell. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The SHA-256 of a file's bytes; empty for a file that can't be read. */
function contentHash(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return '';
  }
}
