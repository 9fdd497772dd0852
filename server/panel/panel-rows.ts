import type { Filters } from '../../engine/engine.ts';
import type { ReportSummary } from '../../report/types.ts';
import { isEmpty } from '../../text/query.ts';
import { extentOf } from '../counting/report-counts.ts';
import { shortVersion } from '../exports/collection.ts';
import { BYTE_ORDER_MARK, csvRows } from '../exports/csv.ts';
import { Download } from '../exports/download.ts';
import { type corpusFields, filtersText, readingFields } from '../exports/provenance.ts';
import type { Mode } from '../search.ts';
import type { PanelReport } from './count-panel.ts';
import { isLookedFor, type PanelTerm } from './term-list.ts';

/** When a list was counted and in which collection: the same in all rows. */
export type PanelStamp = ReturnType<typeof corpusFields>;

/** A row of the table in long form: one term in one report. */
export interface PanelRow extends PanelStamp {
  readonly adcode: string;
  readonly city: string;
  readonly year: number;
  readonly report: string;
  readonly term: string;
  /** Occurrences, which don't overlap. Null, as the next three, where the term isn't looked for in the report. */
  readonly count: number | null;
  /** Blocks that have it. */
  readonly paragraphs: number | null;
  /** Of the sections that the term is counted in, or of the whole report. */
  readonly characters: number | null;
  readonly blocks: number | null;
  readonly province: string | null;
  readonly kind: ReportSummary['kind'];
  readonly reading: Mode;
  readonly searched_for: string;
  readonly filters: string;
  /** The page of the paragraphs that are counted; null where there are none. */
  readonly url: string | null;
}

/** Names that pandas, R and Stata take; the first eight have been agreed upon. */
const COLUMNS = [
  'adcode',
  'city',
  'year',
  'report',
  'term',
  'count',
  'paragraphs',
  'characters',
  'blocks',
  'province',
  'kind',
  'reading',
  'searched_for',
  'filters',
  'url',
  'exported_on',
  'corpus',
  'corpus_hash',
] as const satisfies readonly (keyof PanelRow)[];

const NOT_COUNTED = { count: null, paragraphs: null, characters: null, blocks: null } as const;

/**
 * The rows of a counted report: one for each term, those of nothing included.
 * @param origin of the site, for links.
 */
export function panelRows(
  { report, hits, occurrences }: PanelReport,
  terms: readonly PanelTerm[],
  { stamp, origin }: { readonly stamp: PanelStamp; readonly origin: string },
): PanelRow[] {
  return terms.map((term, i) => {
    const { text, query, search, filters } = term;
    const found = { count: occurrences[i] as number, paragraphs: hits[i] as number };
    return {
      adcode: report.adcode,
      city: report.city,
      year: report.year,
      report: report.id,
      term: text,
      ...(isLookedFor(term, report) ? { ...found, ...extentOf(report, filters) } : NOT_COUNTED),
      province: report.province,
      kind: report.kind,
      ...readingFields({ mode: isEmpty(query) ? 'all' : 'exact', query, filters }),
      url: found.paragraphs === 0 ? null : origin + search.withFilter('report', [report.id]).url(),
      ...stamp,
    };
  });
}

/** What a table is made of. */
interface CountedPanel {
  readonly counted: AsyncIterable<PanelReport> | Iterable<PanelReport>;
  /** The reports that are counted. */
  readonly reports: readonly ReportSummary[];
  readonly terms: readonly PanelTerm[];
  /** That hold for all terms. */
  readonly filters: Filters;
  readonly stamp: PanelStamp;
  readonly origin: string;
}

/** Counted reports as a file in CSV, made report by report as it is taken. */
export function panelDownload({ counted, reports, terms, filters, stamp, origin }: CountedPanel): Download {
  return new Download({
    type: 'text/csv; charset=utf-8',
    fileName: `panel-${stamp.exported_on}-${shortVersion(stamp.corpus_hash)}.csv`,
    provenance: {
      terms: String(terms.length),
      reports: String(reports.length),
      filters: filtersText(filters),
      ...stamp,
    },
    chunks: chunks(),
  });

  async function* chunks(): AsyncGenerator<string, void> {
    yield BYTE_ORDER_MARK + csvRows([COLUMNS]);
    for await (const report of counted) {
      const rows = panelRows(report, terms, { stamp, origin });
      yield csvRows(rows.map((row) => COLUMNS.map((column) => row[column])));
    }
  }
}
