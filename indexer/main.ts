/** `npm run index`: brings the index up to date with the corpus. Exit status 1 where a file can't be read. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ReportDocument } from '../engine/document.ts';
import { toDocument } from '../engine/document.ts';
import type { FileProblem, SearchEngine } from '../engine/engine.ts';
import { openEngine } from '../engine/open.ts';
import { corpusFingerprint } from './corpus.ts';
import { IndexedReports, printProblems, printUnchanged } from './outcome.ts';
import { startStage } from './progress.ts';
import { CorpusReader } from './read-corpus.ts';
import { WordCache } from './word-cache.ts';

/** Beside the index; like it, can be deleted at any time. */
const WORDS_FOLDER = `${resolve(process.env.DATABASE_FILE || 'data/index.sqlite')}.words`;

/**
 * Indexes a corpus folder where it, or the code that reads it, has changed.
 * @returns the files that could not be read, now or when they were last tried.
 */
async function updateIndex(folder: string, engine: SearchEngine): Promise<readonly FileProblem[]> {
  for (const message of await engine.prepare()) console.log(message);
  const fingerprint = corpusFingerprint(folder);
  const known = await engine.corpusState();
  if (known?.fingerprint === fingerprint) {
    printUnchanged(await engine.reports());
    return known.problems;
  }
  const reader = new CorpusReader(folder);
  const indexed = new IndexedReports();
  await engine.replace(documents(reader, indexed), { fingerprint, problems: reader.problems });
  indexed.print();
  return reader.problems;
}

/** The corpus folder the environment names. */
function corpusFolder(): string {
  const folder = resolve(process.env.CORPUS_DIR || 'corpus');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new Error(`找不到报告所在的文件夹 ${folder}。请建立它，或用环境变量 CORPUS_DIR 指定另一个。`);
}

/** The documents of the reports, one after the other; of each what is told about it at the end is kept. */
async function* documents(reader: CorpusReader, indexed: IndexedReports): AsyncGenerator<ReportDocument> {
  const stage = startStage('读取入库', reader.size);
  const words = new WordCache(WORDS_FOLDER);
  for await (const read of reader.reports((file) => stage.advance(file))) {
    indexed.add(read);
    yield toDocument(read.report, words.wordsOf(read.report));
  }
  words.prune();
  stage.end();
}

try {
  const engine = openEngine(process.env, 'write');
  const problems = await updateIndex(corpusFolder(), engine);
  await engine.close();
  printProblems(problems);
  process.exitCode = problems.length > 0 ? 1 : 0;
} catch (error) {
  console.error(`索引没有更新：${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
