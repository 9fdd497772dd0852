import Table from 'cli-table3';
import type { FileProblem } from '../engine/engine.ts';
import type { ReportSummary } from '../report/types.ts';
import type { FileReport } from './read-corpus.ts';

/** Of more reports nobody reads a list. */
const MOST_LISTED = 500;

/** What is told of the reports that were indexed: of each a line, not the report. */
export class IndexedReports {
  readonly #rows: (string | number)[][] = [];
  readonly #warnings: string[] = [];
  #blocks = 0;

  add({ file, report }: FileReport): void {
    const { title, city, year, kind, blocks, characters, warnings } = report;
    this.#blocks += blocks.length;
    const { kept, dropped } = characters;
    const row = [title, city, year, kind, blocks.length, kept, dropped, warnings.length];
    const told = warnings.map(
      ({ line, message }) => `提醒　${file}${line === null ? '' : ` 第 ${line} 行`}：${message}`,
    );
    // Copies: a piece of a string holds on to the whole, here the text of the file.
    this.#rows.push(structuredClone(row));
    this.#warnings.push(...structuredClone(told));
  }

  /** Prints what was indexed, report by report, and where a reader of the reports should look again. */
  print(): void {
    if (this.#rows.length === 0) {
      console.warn(
        '没有可以编入索引的报告，索引现在是空的。请把报告放进文件夹，或用环境变量 CORPUS_DIR 指定另一个。',
      );
      return;
    }
    if (this.#rows.length <= MOST_LISTED) console.log(this.#table());
    for (const warning of this.#warnings) console.log(warning);
    console.log(`已编入索引：${this.#rows.length} 份报告，${this.#blocks} 段。`);
  }

  #table(): string {
    const table = new Table({
      head: ['报告', '城市', '年份', '类型', '段', '保留字符', '略去字符', '提醒'],
      colAligns: ['left', 'left', 'right', 'left', 'right', 'right', 'right', 'right'],
      style: { head: [], border: [] },
    });
    table.push(...this.#rows);
    return table.toString();
  }
}

/** Prints the size of a collection that needed no indexing. */
export function printUnchanged(reports: readonly ReportSummary[]): void {
  const blocks = reports.reduce((sum, report) => sum + report.blocks, 0);
  console.log(`索引已是最新：${reports.length} 份报告，${blocks} 段。`);
}

/** Prints the files that could not be read, with what to do about each. */
export function printProblems(problems: readonly FileProblem[]): void {
  for (const { file, message } of problems) console.error(`错误　${file}：${message}`);
  if (problems.length > 0) console.error(`以上 ${problems.length} 处需要处理；其余报告不受影响。`);
}
