import { setImmediate } from 'node:timers/promises';
import type { Filters, SearchEngine, SearchResult } from '../../engine/engine.ts';
import type { Block, ReportSummary } from '../../report/types.ts';
import type { Query } from '../../text/query.ts';

/** What is counted. */
export interface CountRequest {
  readonly query: Query;
  readonly filters: Filters;
}

/** A report and what it says, all of it or what matters. */
export interface ReportText {
  readonly report: ReportSummary;
  readonly blocks: readonly Block[];
}

/** Up to so many hits are asked for by themselves: a small part of a large collection. */
const FEW_HITS = 10_000;

/** So many reports are asked for before the first has come: a server answers several as soon as one. */
const UNDER_WAY = 8;

/** All that the engine tells of what is counted, but for the hits themselves. */
export function search(engine: SearchEngine, { query, filters }: CountRequest): Promise<SearchResult> {
  return engine.search({ query, filters, sort: 'newest', offset: 0, limit: 0 });
}

/**
 * The texts in which the hits of some requests are, report by report, newest first, blocks by number. There may
 * be other blocks beside the hits. Between two reports others get their turn.
 * @param found what {@link search} gave for each of the requests.
 */
export async function* textsWithHits(
  engine: SearchEngine,
  requests: readonly CountRequest[],
  found: readonly SearchResult[],
): AsyncGenerator<ReportText> {
  const having = (await engine.reports()).filter(({ id }) =>
    found.some(({ hitsByReport }) => hitsByReport.has(id)),
  );
  const isFew = found.reduce((sum, { total }) => sum + total, 0) <= FEW_HITS;
  if (isFew && found.every(({ exact }) => exact)) yield* hitsAlone(engine, requests, having);
  else yield* reportTexts(engine, having);
}

/** The hits of all requests, each once. */
async function* hitsAlone(
  engine: SearchEngine,
  requests: readonly CountRequest[],
  reports: readonly ReportSummary[],
): AsyncGenerator<ReportText> {
  const byReport = new Map(reports.map(({ id }) => [id, new Map<number, Block>()]));
  for (const { query, filters } of requests) {
    const { hits } = await engine.search({ query, filters, sort: 'newest', offset: 0, limit: FEW_HITS });
    for (const { report, block } of hits) byReport.get(report.id)?.set(block.number, block);
  }
  for (const report of reports) {
    const blocks = [...(byReport.get(report.id)?.values() ?? [])];
    yield { report, blocks: blocks.sort((a, b) => a.number - b.number) };
    await setImmediate();
  }
}

/**
 * Reads reports, in their order: only a few are in memory at a time, and between two others get their turn.
 * One that has gone since it was listed has no blocks.
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
