import { sectionLabel } from '../../report/sections.ts';
import type { ReportSummary } from '../../report/types.ts';
import { countOccurrences } from '../../text/match.ts';
import type { LocatedBlock } from '../counting/report-hits.ts';
import { shortUrl } from '../presenters/addresses.ts';
import { BYTE_ORDER_MARK, type Cell, csvRows } from './csv.ts';
import { CORPUS_COLUMNS, corpusCells, SEARCH_COLUMNS, searchCells } from './provenance.ts';
import type { TakenAlong } from './taken-along.ts';

/** Names that pandas, R and Stata take: ASCII, no more than 32 characters. */
const COLUMNS = [
  ...SEARCH_COLUMNS,
  'adcode',
  'city',
  'province',
  'year',
  'report_id',
  'report_title',
  'kind',
  'date',
  'paragraph',
  'type',
  'section',
  'section_name',
  'headings',
  'occurrences',
  'text',
  'url',
  ...CORPUS_COLUMNS,
];

/** Writes a row for each hit, with all that is known of where it stands. */
export async function* writeCsvLong(search: TakenAlong): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRows([COLUMNS]);
  const first = searchCells(search);
  const last = corpusCells(search);
  for await (const { report, hits } of search.hits()) {
    yield csvRows(hits.map((hit) => [...first, ...hitCells(report, hit, search.access.origin), ...last]));
  }
}

function hitCells(report: ReportSummary, { block, located }: LocatedBlock, origin: string): Cell[] {
  return [
    report.adcode,
    report.city,
    report.province,
    report.year,
    report.id,
    report.title,
    report.kind,
    report.date,
    block.number,
    block.type,
    block.section,
    sectionLabel(block.section),
    block.headings.join(' › '),
    countOccurrences(located),
    block.text,
    origin + shortUrl(block.id, block.number),
  ];
}
