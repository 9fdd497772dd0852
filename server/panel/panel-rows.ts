import type { ReportSummary } from '../../report/types.ts';
import { extentOf } from '../counting/report-counts.ts';
import { BYTE_ORDER_MARK, csvRows } from '../exports/csv.ts';
import { Download } from '../exports/download.ts';
import type { PanelReport } from './count-panel.ts';
import type { PanelTerm } from './term-list.ts';

/** A row of the table in long form: one term in one report. */
export interface PanelRow {
  readonly adcode: string;
  readonly city: string;
  readonly province: string | null;
  readonly year: number;
  readonly report: string;
  readonly kind: ReportSummary['kind'];
  readonly term: string;
  /** Occurrences, which don't overlap. */
  readonly count: number;
  /** Blocks that have it. */
  readonly paragraphs: number;
  /** Of the sections that the term is counted in, or of the whole report. */
  readonly characters: number;
  readonly blocks: number;
  /** Day of the count, YYYY-MM-DD. */
  readonly exported_on: string;
  readonly corpus_hash: string;
}

/** What is the same in all rows. */
export type PanelStamp = Pick<PanelRow, 'exported_on' | 'corpus_hash'>;

/** Names that pandas, R and Stata take. */
const COLUMNS = [
  'adcode',
  'city',
  'province',
  'year',
  'report',
  'kind',
  'term',
  'count',
  'paragraphs',
  'characters',
  'blocks',
  'exported_on',
  'corpus_hash',
] as const satisfies readonly (keyof PanelRow)[];

/** The rows of a counted report: one for each term, those of nothing included. */
export function panelRows(
  { report, hits, occurrences }: PanelReport,
  terms: readonly PanelTerm[],
  stamp: PanelStamp,
): PanelRow[] {
  return terms.map(({ text, filters }, i) => {
    const { blocks, characters } = extentOf(report, filters);
    return {
      adcode: report.adcode,
      city: report.city,
      province: report.province,
      year: report.year,
      report: report.id,
      kind: report.kind,
      term: text,
      count: occurrences[i] as number,
      paragraphs: hits[i] as number,
      characters,
      blocks,
      ...stamp,
    };
  });
}

/** Counted reports as a file in CSV, made report by report as it is taken. */
export function panelDownload(
  counted: AsyncIterable<PanelReport> | Iterable<PanelReport>,
  terms: readonly PanelTerm[],
  stamp: PanelStamp,
): Download {
  return new Download('text/csv; charset=utf-8', `panel-${stamp.exported_on}.csv`, chunks());

  async function* chunks(): AsyncGenerator<string, void> {
    yield BYTE_ORDER_MARK + csvRows([COLUMNS]);
    for await (const report of counted) {
      yield csvRows(panelRows(report, terms, stamp).map((row) => COLUMNS.map((column) => row[column])));
    }
  }
}
