import type { Report, ReportSummary } from './types.ts';

/** A report without its body. */
export function summarise(report: Report): ReportSummary {
  const { headings: _h, blocks, tables: _t, glossary: _g, warnings: _w, characters: _c, ...meta } = report;
  return { ...meta, blocks: blocks.length };
}

/** The adcode of the province a place belongs to (its own for a province); null for 全国. */
export function provinceCode(adcode: string): string | null {
  return adcode === '100000' ? null : `${adcode.slice(0, 2)}0000`;
}
