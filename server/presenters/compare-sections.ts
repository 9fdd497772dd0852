import type { SectionPart } from '../comparing/aligned-sections.ts';
import type { Comparison } from '../comparing/compare.ts';
import { blockUrl } from './addresses.ts';
import { formatCount } from './page.ts';

interface HeadingView {
  readonly text: string;
  readonly href: string;
  readonly level: number;
}

interface SectionSide {
  readonly name: string;
  /** Empty where the report has no such section. */
  readonly extent: string;
  /** Where it begins. */
  readonly href: string;
  readonly headings: readonly HeadingView[];
  readonly more: readonly HeadingView[];
}

/** A section of two reports, side by side. */
export interface SectionView {
  readonly label: string;
  readonly sides: readonly SectionSide[];
}

/** Headings that are shown; one more than these isn't worth a fold. */
const SHOWN_HEADINGS = 10;

/** Presents the sections of two reports side by side. */
export function sectionViews(
  { a, b, sections }: Comparison,
  names: readonly [a: string, b: string],
): SectionView[] {
  return sections.map((section) => ({
    label: section.label,
    sides: [sectionSide(section.a, a.id, names[0]), sectionSide(section.b, b.id, names[1])],
  }));
}

function sectionSide({ blocks, characters, headings }: SectionPart, id: string, name: string): SectionSide {
  const [first] = blocks;
  const views = headings.map(({ text, level, block }) => ({
    text,
    href: blockUrl(id, block.id),
    level: Math.min(Math.max(level, 1), 3),
  }));
  const shown = views.length <= SHOWN_HEADINGS + 1 ? views.length : SHOWN_HEADINGS;
  return {
    name,
    extent: first ? `${formatCount(characters)} 字，${formatCount(blocks.length)} 段` : '',
    href: first ? blockUrl(id, first.id) : '',
    headings: views.slice(0, shown),
    more: views.slice(shown),
  };
}
