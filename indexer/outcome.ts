import Table from 'cli-table3';
import type { FileProblem } from '../engine/engine.ts';
import type { ReportSummary } from '../report/types.ts';
import type { FileReport } from './read-corpus.ts';

/** Prints what was indexed, report by report, and where a reader of the reports should look again. */
export function printReports(reports: readonly FileReport[]): void {
  if (reports.length === 0) {
    console.warn(
      '没有可以编入索引的报告，索引现在是空的。请把报告放进文件夹，或用环境变量 CORPUS_DIR 指定另一个。',
    );
    return;
  }
  const table = new Table({
    head: ['报告', '城市', '年份', '类型', '段', '保留字符', '略去字符', '提醒'],
    colAligns: ['left', 'left', 'right', 'left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const { report } of reports) {
    table.push([
      report.title,
      report.city,
      report.year,
      report.kind,
      report.blocks.length,
      report.characters.kept,
      report.characters.dropped,
      report.warnings.length,
    ]);
  }
  console.log(table.toString());
  for (const { file, report } of reports) {
    for (const { line, message } of report.warnings) {
      console.log(`提醒　${file}${line === null ? '' : ` 第 ${line} 行`}：${message}`);
    }
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
