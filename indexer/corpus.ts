import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OVERRIDES_FILE } from './overrides.ts';

/** What reading and indexing depend on besides the corpus: code, dictionary, installed packages. */
const PIPELINE = ['engine', 'indexer', 'report', 'text', 'package-lock.json'];

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The files of a corpus folder, its folders read through, dot files and reports.json aside.
 * @returns paths relative to the folder with `/`, sorted.
 * @throws where the folder can't be read.
 */
export function listCorpus(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !path.split('/').some((name) => name.startsWith('.')) && path !== OVERRIDES_FILE)
    .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile())
    .sort();
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

/** The SHA-256 of a file's bytes; empty for a file there is not. */
function contentHash(path: string): string {
  if (!statSync(path, { throwIfNoEntry: false })) return '';
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
