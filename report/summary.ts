import type { SectionId } from './sections.ts';
import type { Block, Extent, Report, ReportSummary } from './types.ts';

/** A report without its body. */
export function summarise(report: Report): ReportSummary {
  const { headings: _h, blocks, tables: _t, glossary: _g, warnings: _w, characters: _c, ...meta } = report;
  return { ...meta, blocks: blocks.length, extents: extentsOf(blocks) };
}

function extentsOf(blocks: readonly Block[]): ReportSummary['extents'] {
  const extents: Partial<Record<SectionId, Extent>> = {};
  for (const { section, text } of blocks) {
    const before = extents[section] ?? { blocks: 0, characters: 0 };
    extents[section] = {
      blocks: before.blocks + 1,
      characters: before.characters + charactersOf(text),
    };
  }
  return extents;
}

/** How many code points of a text aren't white space. */
export function charactersOf(text: string): number {
  return Array.from(text.replace(/\s/gu, '')).length;
}

/** The adcode of the province a place belongs to (its own for a province); null for 全国. */
export function provinceCode(adcode: string): string | null {
  return adcode === '100000' ? null : `${adcode.slice(0, 2)}0000`;
}
