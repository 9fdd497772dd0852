import type { SearchEngine } from '../engine/engine.ts';
import { reportOfBlock } from '../report/ids.ts';
import type { Block, Report } from '../report/types.ts';

/** What an id of a report or of a block names. */
interface Cited {
  /** Null where there is no such report. */
  readonly report: Report | null;
  /** Null for a report's own id, and where its report has no such block. */
  readonly block: Block | null;
  /** Whether the id names what there is. */
  readonly found: boolean;
}

/** Looks up a report or a block. */
export async function findCited(engine: SearchEngine, id: string): Promise<Cited> {
  const report = await engine.report(reportOfBlock(id));
  const block = report?.blocks.find((candidate) => candidate.id === id) ?? null;
  return { report, block, found: block !== null || report?.id === id };
}
