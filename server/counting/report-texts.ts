import { setImmediate } from 'node:timers/promises';
import type { SearchEngine } from '../../engine/engine.ts';
import type { Block, ReportSummary } from '../../report/types.ts';

/** So many reports are asked for before the first has come: a server answers several as soon as one. */
const UNDER_WAY = 8;

/** A report and what it says. */
export interface ReportText {
  readonly report: ReportSummary;
  /** None where the report has gone since it was listed. */
  readonly blocks: readonly Block[];
}

/**
 * Reads reports, in their order: only a few are in memory at a time, and between two others get their turn.
 * @throws EngineError as `engine.report` does.
 */
export async function* reportTexts(
  engine: SearchEngine,
  reports: Iterable<ReportSummary>,
): AsyncGenerator<ReportText> {
  const underWay: Promise<ReportText>[] = [];
  for (const report of reports) {
    const read = textOf(engine, report);
    // Awaited below, or by nobody where the first that fails, or the reader, ends it.
    read.catch(() => {});
    underWay.push(read);
    if (underWay.length < UNDER_WAY) continue;
    yield (await underWay.shift()) as ReportText;
    await setImmediate();
  }
  for (const read of underWay) {
    yield await read;
    await setImmediate();
  }
}

async function textOf(engine: SearchEngine, report: ReportSummary): Promise<ReportText> {
  return { report, blocks: (await engine.report(report.id))?.blocks ?? [] };
}
