import { SECTIONS, type SectionId } from '../../report/sections.ts';
import { charactersOf } from '../../report/summary.ts';
import type { Block, Report } from '../../report/types.ts';

/** One report's part in a section; nothing of it where it has none. */
export interface SectionPart {
  readonly blocks: readonly Block[];
  readonly characters: number;
  /** Of the outline, in reading order, and the blocks they stand in. */
  readonly headings: readonly { readonly level: number; readonly text: string; readonly block: Block }[];
}

/** The same section of two reports. */
export interface AlignedSection {
  readonly section: SectionId;
  readonly label: string;
  readonly a: SectionPart;
  readonly b: SectionPart;
}

/** Puts the sections that either report has side by side, in reading order. */
export function alignSections(a: Report, b: Report): AlignedSection[] {
  return SECTIONS.map(({ id, label }) => ({
    section: id,
    label,
    a: sectionPart(a, id),
    b: sectionPart(b, id),
  })).filter((aligned) => aligned.a.blocks.length + aligned.b.blocks.length > 0);
}

/** What a report has in a section. */
export function sectionPart({ blocks, headings }: Report, section: SectionId): SectionPart {
  const inside = blocks.filter((block) => block.section === section);
  return {
    blocks: inside,
    characters: inside.reduce((sum, { text }) => sum + charactersOf(text), 0),
    headings: headings
      .filter((heading) => heading.section === section)
      .map(({ level, text, block }) => ({ level, text, block: blocks[block - 1] as Block })),
  };
}
