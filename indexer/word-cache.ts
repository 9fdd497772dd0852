import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../report/types.ts';
import { segmenterHash, segmentSentences } from '../text/segment.ts';

/** The words of a report: for each block, one string a sentence. */
type ReportWords = readonly (readonly string[])[];

/** The names of the files kept, and of those that weren't finished. Other files aren't ours to remove. */
const CACHE_FILE = /^[0-9a-f]{64}\.json(?:\.\d+)?$/;

/**
 * Keeps the words that reports were cut into, one file a report named after its content, so that a
 * rebuild cuts up only what has changed. Losing the folder costs nothing but time.
 */
export class WordCache {
  readonly #folder: string;
  readonly #segmenter = segmenterHash();
  readonly #used = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  wordsOf(report: Report): ReportWords {
    const name = this.#nameFor(report);
    this.#used.add(name);
    return this.#read(name) ?? this.#write(name, report);
  }

  /** Removes the words of reports that were not asked for. */
  prune(): void {
    for (const name of readdirSync(this.#folder)) {
      if (CACHE_FILE.test(name) && !this.#used.has(name)) rmSync(join(this.#folder, name), { force: true });
    }
  }

  #nameFor(report: Report): string {
    const digest = createHash('sha256').update(this.#segmenter);
    for (const { text } of report.blocks) digest.update(`${text}\n`);
    return `${digest.digest('hex')}.json`;
  }

  #read(name: string): ReportWords | null {
    try {
      return JSON.parse(readFileSync(join(this.#folder, name), 'utf8')) as ReportWords;
    } catch {
      // Not there, or not whole: cut anew.
      return null;
    }
  }

  #write(name: string, report: Report): ReportWords {
    const words = report.blocks.map((block) => segmentSentences(block.text));
    const unfinished = join(this.#folder, `${name}.${process.pid}`);
    writeFileSync(unfinished, JSON.stringify(words));
    renameSync(unfinished, join(this.#folder, name));
    return words;
  }
}
