import { statSync } from 'node:fs';
import type { Report, ReportSummary } from '../../report/types.ts';
import type { ReportDocument } from '../document.ts';
import type { CorpusState, SearchEngine, SearchRequest, SearchResult } from '../engine.ts';
import { EngineError } from '../errors.ts';
import type { VocabularyEntry } from '../vocabulary.ts';
import { buildIndexFile, removeAbandoned } from './build-index-file.ts';
import { IndexFile } from './index-file.ts';

/** SQLite FTS5 in this process: one file, which every call reads as it is now. */
export class SqliteEngine implements SearchEngine {
  readonly #path: string;
  #open: { readonly file: IndexFile; readonly version: string } | null = null;

  /** @param path of the index file. It need not exist yet. */
  constructor(path: string) {
    this.#path = path;
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    return this.#file().search(request);
  }

  async report(id: string): Promise<Report | null> {
    return this.#file().report(id);
  }

  async reports(): Promise<readonly ReportSummary[]> {
    return this.#file().reports;
  }

  async vocabulary(): Promise<readonly VocabularyEntry[]> {
    return this.#file().vocabulary();
  }

  async corpusState(): Promise<CorpusState | null> {
    try {
      return this.#file().corpusState;
    } catch (error) {
      if (error instanceof EngineError && error.code === 'no_index') return null;
      throw error;
    }
  }

  async replace(reports: AsyncIterable<ReportDocument>, state: CorpusState): Promise<void> {
    await buildIndexFile(this.#path, reports, state);
  }

  async check(): Promise<readonly string[]> {
    return [];
  }

  async prepare(): Promise<readonly string[]> {
    removeAbandoned(this.#path);
    return [];
  }

  async close(): Promise<void> {
    this.#open?.file.close();
    this.#open = null;
  }

  /** The index as it is now: a file that was put in its place since is opened instead. */
  #file(): IndexFile {
    const version = this.#version();
    if (this.#open?.version !== version) {
      const file = new IndexFile(this.#path);
      this.#open?.file.close();
      this.#open = { file, version };
    }
    return this.#open.file;
  }

  #version(): string {
    const stat = statSync(this.#path, { throwIfNoEntry: false });
    if (!stat) {
      throw new EngineError('no_index', `还没有索引（${this.#path}）。请运行 npm run index 建立索引。`);
    }
    return `${stat.ino} ${stat.mtimeMs} ${stat.size}`;
  }
}
