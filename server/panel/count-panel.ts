import type { Filters, SearchEngine } from '../../engine/engine.ts';
import { EngineError } from '../../engine/errors.ts';
import { admitsReport } from '../../engine/tally.ts';
import type { ReportSummary } from '../../report/types.ts';
import { reportTexts } from '../counting/report-texts.ts';
import { countEachTerm, type TermTallies } from '../counting/term-counts.ts';
import { type Collection, collectionOf, isStill } from '../exports/collection.ts';
import { isLookedFor, type PanelTerm } from './term-list.ts';

/** What the terms of a list find in one report, in the list's order; nothing where one isn't looked for. */
export interface PanelReport extends TermTallies {
  readonly report: ReportSummary;
}

/** A count that is under way. */
export interface PanelCount {
  /** The reports that are counted, newest first. */
  readonly reports: readonly ReportSummary[];
  readonly collection: Collection;
  /** Report by report, a few in memory at a time; others get their turn in between. */
  readonly counted: AsyncIterable<PanelReport>;
}

/**
 * Counts the terms of a list in each report that the filters admit, in one pass over the texts.
 * The numbers of a term in a report are those of a search for it there, to the letter.
 */
export async function countPanel(
  engine: SearchEngine,
  terms: readonly PanelTerm[],
  filters: Filters,
): Promise<PanelCount> {
  const collection = await collectionOf(engine);
  const reports = (await engine.reports()).filter((report) => admitsReport(report, filters));
  return { reports, collection, counted: countReports(engine, terms, reports, collection) };
}

async function* countReports(
  engine: SearchEngine,
  terms: readonly PanelTerm[],
  reports: readonly ReportSummary[],
  collection: Collection,
): AsyncGenerator<PanelReport> {
  const counted = terms.map(({ query, filters }) => ({ query, sections: filters.section }));
  for await (const { report, blocks } of reportTexts(engine, reports)) {
    const { hits, occurrences } = countEachTerm(blocks, counted);
    terms.forEach((term, i) => {
      if (!isLookedFor(term, report)) hits[i] = occurrences[i] = 0;
    });
    yield { report, hits, occurrences };
  }
  // Half of one collection and half of another would be no answer.
  if (!(await isStill(collection, engine)))
    throw new EngineError('no_index', '统计的中途换了语料，请重新统计');
}
