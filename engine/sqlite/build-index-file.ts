import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { summarise } from '../../report/summary.ts';
import { indexTerms } from '../../text/grams.ts';
import { openingSentence } from '../../text/sentences.ts';
import { type BlockDocument, type ReportDocument, termsOfBlock } from '../document.ts';
import type { CorpusState } from '../engine.ts';
import { type VocabularyEntry, VocabularyTally } from '../vocabulary.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

/** Between two sentences: a term no phrase has. */
const SENTENCE_BREAK = '¦';

/**
 * Writes a whole index beside the old one and then puts it in its place: whoever reads sees the one or
 * the other. Nothing changes where the source of reports throws or the process is killed.
 * @param file where the index belongs; its folder is made.
 */
export async function buildIndexFile(
  file: string,
  reports: AsyncIterable<ReportDocument>,
  state: CorpusState,
): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.building`;
  rmSync(unfinished, { force: true });
  try {
    await write(unfinished, reports, state);
    flush(unfinished);
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

async function write(
  file: string,
  reports: AsyncIterable<ReportDocument>,
  state: CorpusState,
): Promise<void> {
  const database = new Database(file);
  try {
    // A file that isn't finished is never read, so nothing needs to be recoverable before the end.
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.exec(SCHEMA);
    const insert = prepareInsert(database);
    const vocabulary = new VocabularyTally();
    let number = 0;
    for await (const report of reports) {
      insert(report, number++);
      vocabulary.add(report);
    }
    insertVocabulary(database, vocabulary.entries());
    database.exec("INSERT INTO terms (terms) VALUES ('optimize')");
    const meta = database.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
    meta.run('corpus', JSON.stringify(state));
    meta.run('schema', String(SCHEMA_VERSION));
  } finally {
    database.close();
  }
}

function prepareInsert(database: Database.Database): (document: ReportDocument, number: number) => void {
  const insertReport = database.prepare('INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?)');
  const insertBlock = database.prepare('INSERT INTO blocks VALUES (?, ?, ?, ?)');
  const insertContents = database.prepare('INSERT INTO contents VALUES (?, ?, ?)');
  const insertTerms = database.prepare('INSERT INTO terms (rowid, body, opening) VALUES (?, ?, ?)');
  let lastBlock = 0;

  return database.transaction(({ report, blocks }: ReportDocument, number: number) => {
    const { blocks: _blocks, ...body } = report;
    const firstBlock = lastBlock + 1;
    for (const document of blocks) {
      const { block, words } = document;
      lastBlock += 1;
      insertBlock.run(lastBlock, number, block.section, block.text.length);
      insertContents.run(lastBlock, JSON.stringify(block), words.join('\n'));
      insertTerms.run(lastBlock, joinTerms(termsOfBlock(document)), joinTerms(openingTerms(document)));
    }
    insertReport.run(
      number,
      report.id,
      JSON.stringify(summarise(report)),
      JSON.stringify(body),
      firstBlock,
      lastBlock,
    );
  });
}

function insertVocabulary(database: Database.Database, entries: readonly VocabularyEntry[]): void {
  const insert = database.prepare('INSERT INTO vocabulary (text, kind, count, pinyin) VALUES (?, ?, ?, ?)');
  database.transaction(() => {
    for (const { text, kind, count, pinyin } of entries) insert.run(text, kind, count, pinyin);
  })();
}

/** The index terms of the opening sentence: hits there count more. */
function openingTerms({ block, tokens }: BlockDocument): string[][] {
  const { length } = openingSentence(block.text);
  return tokens.filter((stretch) => (stretch.at(-1)?.end ?? 0) <= length).map(indexTerms);
}

function joinTerms(terms: readonly (readonly string[])[]): string {
  return terms.map((sentence) => sentence.join(' ')).join(` ${SENTENCE_BREAK} `);
}

/** A rename is only as safe as what it points to. */
function flush(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Removes what builds of this file that were killed have left behind. */
export function removeAbandoned(file: string): void {
  const folder = dirname(file);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const [, pid] = name.match(/\.(\d+)\.building(?:-journal)?$/) ?? [];
    if (pid && name.startsWith(`${basename(file)}.`) && !isRunning(Number(pid))) {
      rmSync(join(folder, name), { force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
