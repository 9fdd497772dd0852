/** `npm run index`: brings the index up to date with the corpus. Exit status 1 where a file can't be read. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ReportDocument } from '../engine/document.ts';
import { toDocument } from '../engine/document.ts';
import type { FileProblem, SearchEngine } from '../engine/engine.ts';
import { openEngine } from '../engine/open.ts';
import { corpusFingerprint } from './corpus.ts';
import { printProblems, printReports, printUnchanged } from './outcome.ts';
import { startStage } from './progress.ts';
import { type FileReport, readCorpus } from './read-corpus.ts';
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
  const indexed = await engine.corpusState();
  if (indexed?.fingerprint === fingerprint) {
    printUnchanged(await engine.reports());
    return indexed.problems;
  }
  const { reports, problems } = await readCorpus(folder);
  await engine.replace(documents(reports), { fingerprint, problems });
  printReports(reports);
  return problems;
}

/** The corpus folder the environment names. */
function corpusFolder(): string {
  const folder = resolve(process.env.CORPUS_DIR || 'corpus');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new Error(`找不到报告所在的文件夹 ${folder}。请建立它，或用环境变量 CORPUS_DIR 指定另一个。`);
}

async function* documents(reports: readonly FileReport[]): AsyncGenerator<ReportDocument> {
  const stage = startStage('分词入库', reports.length);
  const words = new WordCache(WORDS_FOLDER);
  for (const { report } of reports) {
    yield toDocument(report, words.wordsOf(report));
    stage.advance(report.title);
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
