import type { Report, ReportSummary } from '../../report/types.ts';
import { blockUrl, reportUrl } from './addresses.ts';

/** A report in the list of `/api/reports`. */
export function reportSummaryJson(report: ReportSummary) {
  return {
    id: report.id,
    title: report.title,
    city: report.city,
    province: report.province,
    adcode: report.adcode,
    year: report.year,
    reviewYear: report.reviewYear,
    kind: report.kind,
    date: report.date,
    source: report.source,
    blocks: report.blocks,
    url: reportUrl(report.id),
  };
}

/** The answer of `/api/reports/:id`: the metadata, and exactly what is searched and counted. */
export function reportJson(report: Report) {
  const { characters: _, blocks, headings, tables, glossary, ...rest } = report;
  return {
    ...rest,
    headings: headings.map(({ level, text, section }) => ({ level, text, section })),
    blocks: blocks.map(({ id, number, type, section, headings: path, text }) => ({
      id,
      number,
      type,
      section,
      headings: path,
      text,
      url: blockUrl(report.id, id),
    })),
    tables: tables.map(({ caption, columns, rows }) => ({
      caption,
      columns,
      rows: rows.map((row) => row.cells),
    })),
    glossary: glossary.map(({ number, term, definition }) => ({ number, term, definition })),
  };
}
