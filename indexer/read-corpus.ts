import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileProblem } from '../engine/engine.ts';
import { reportId, textHash } from '../report/ids.ts';
import type { Report } from '../report/types.ts';
import { listCorpus } from './corpus.ts';
import { readSource } from './formats/read-file.ts';
import { entryFor, OVERRIDES_FILE, type Overrides, readOverrides } from './overrides.ts';
import { refuseTooLarge } from './parse/decode.ts';
import { identify, type ParsedReport, parseReport } from './parse/parse-report.ts';
import { ReportProblem } from './parse/problem.ts';

/** A report and the file it was read from. */
export interface FileReport {
  readonly file: string;
  readonly report: Report;
}

/** Reads a corpus folder, one report after the other: all of a large one don't fit into memory. */
export class CorpusReader {
  readonly #folder: string;
  readonly #overrides: Overrides;
  readonly #files: readonly string[];
  readonly #problems: FileProblem[];

  /** @throws ReportProblem where reports.json can't be used, and whatever the folder's reading throws. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#files = listCorpus(folder);
    this.#overrides = readOverrides(folder);
    this.#problems = misnamed(this.#overrides, this.#files);
  }

  /** How many files there are. */
  get size(): number {
    return this.#files.length;
  }

  /** The files that could not be read, of those that were tried so far. */
  get problems(): readonly FileProblem[] {
    return this.#problems;
  }

  /**
   * Reads the files, once. One that can't be read is a problem of its own; the others are read all the same.
   * @param tried called after each file.
   */
  async *reports(tried: (file: string) => void = () => {}): AsyncGenerator<FileReport> {
    const collection = new Collection();
    for (const file of this.#files) {
      let report: Report | null = null;
      try {
        report = collection.admit(file, await readFile(this.#folder, file, this.#overrides));
      } catch (error) {
        this.#problems.push({ file, message: describe(error) });
      }
      if (report) yield { file, report };
      tried(file);
    }
  }
}

/** Reads all of a corpus folder that can be read, for who needs it at once and knows that it isn't large. */
export async function readCorpus(folder: string): Promise<FileReport[]> {
  const read: FileReport[] = [];
  for await (const report of new CorpusReader(folder).reports()) read.push(report);
  return read;
}

async function readFile(folder: string, file: string, overrides: Overrides): Promise<ParsedReport> {
  const entry = entryFor(overrides, file);
  const path = join(folder, file);
  // Told before it is read, so that no file is too large for memory.
  refuseTooLarge(statSync(path).size);
  const { text, ...hints } = await readSource(readFileSync(path), file);
  return parseReport(text, entry, hints);
}

/** The entries of reports.json that are about no file: a slip of the pen, most likely. */
function misnamed(overrides: Overrides, files: readonly string[]): FileProblem[] {
  const known = new Set(files);
  const names = [...overrides.entries.keys(), ...overrides.problems.keys()].filter(
    (name) => !known.has(name),
  );
  return names.map((name) => ({
    file: OVERRIDES_FILE,
    message: `里面写了“${name}”，但文件夹里没有这个文件。请改成文件的路径，或删去这一项。`,
  }));
}

/** Gives reports their ids and refuses what is there already. */
class Collection {
  readonly #fileByBody = new Map<string, string>();
  readonly #ids = new Set<string>();

  /** @throws ReportProblem where another file has the same body. */
  admit(file: string, parsed: ParsedReport): Report {
    const body = textHash(parsed.blocks.map((block) => block.text).join('\n'));
    const twin = this.#fileByBody.get(body);
    if (twin !== undefined) {
      throw new ReportProblem('duplicate', `与 ${twin} 的正文相同，是重复的文件。请删去其中一个。`);
    }
    const plain = reportId(parsed.meta);
    const id = this.#ids.has(plain) ? reportId(parsed.meta, body) : plain;
    this.#fileByBody.set(body, file);
    this.#ids.add(id);
    return identify(parsed, id);
  }
}

function describe(error: unknown): string {
  if (error instanceof ReportProblem) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `读取时出错：${reason}。请检查文件是否完整、可读；如果是程序的错误，请把这个文件和这一行一起报告。`;
}
