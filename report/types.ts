/**
 * What a report is, once read. These types are the language that the indexer, the engines and the
 * server share; nothing here knows how a report was parsed or how it is stored.
 */
import type { TextRange } from '../text/match.ts';
import type { Kind } from './kinds.ts';
import type { SectionId } from './sections.ts';

export type AdminLevel = '国家级' | '省级' | '地级' | '县级';

/** What is known about a report as a whole. A field the text doesn't give is null. */
export interface ReportMeta {
  readonly title: string;
  /** True when the text has no title of its own and this one was made from place, year and kind. */
  readonly titleInferred: boolean;
  /** The report's own place at its own level: 资阳市, 綦江区, 广东省, 全国. */
  readonly city: string;
  /** Null for a report of the State Council. */
  readonly province: string | null;
  /** Six digits (GB/T 2260); 100000 for 全国. */
  readonly adcode: string;
  readonly adminLevel: AdminLevel;
  readonly kind: Kind;
  /** The year it was delivered in. */
  readonly year: number;
  readonly reviewYear: number | null;
  /** Day of delivery, YYYY-MM-DD. */
  readonly date: string | null;
  readonly meeting: string | null;
  readonly speaker: string | null;
  readonly issuer: string | null;
  /** Who published the copy that was read (来源). */
  readonly source: string | null;
  readonly url: string | null;
  /** For each inferred field, the words of the report it rests on. */
  readonly evidence: Readonly<Record<string, string>>;
}

export type BlockType = 'heading' | 'paragraph' | 'bullet' | 'caption' | 'columns' | 'row' | 'gloss';

/** One block of a report: what is searched, counted, numbered and linked. */
export interface Block {
  /** Stable for as long as the block's own text is (see `ids.ts`). */
  readonly id: string;
  /** Position in the report, from 1. */
  readonly number: number;
  readonly type: BlockType;
  readonly section: SectionId;
  /** The headings it stands under, outermost first; a heading doesn't stand under itself. */
  readonly headings: readonly string[];
  readonly text: string;
  /** Depth of a `heading` block: 1 and deeper; 0 for the title and the lines under it. */
  readonly level?: number;
  /** The run-in heading or lead sentence that opens a paragraph. */
  readonly lead?: TextRange;
  /** Where a footnote mark stood (offset into `text`) and the glossary item it points to. */
  readonly notes?: readonly NoteReference[];
}

export interface NoteReference {
  readonly offset: number;
  readonly number: number;
}

/** A heading of the outline, standing alone or run into its paragraph. The title is not one. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly section: SectionId;
  /** Number of the block it stands in. */
  readonly block: number;
}

export interface TableRow {
  /** Number of the row's block. */
  readonly block: number;
  /** All cells for display, merged ones filled. */
  readonly cells: readonly string[];
  /** For each cell, whether the source has it in this row; those are the block's text, joined by ` | `. */
  readonly own: readonly boolean[];
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface GlossaryItem {
  readonly number: number;
  readonly term: string;
  readonly definition: string;
  /** Number of the item's block. */
  readonly block: number;
}

/** What the reading of a file could not be sure of, where, and what to do about it. */
export interface Warning {
  /** 1-based line of the file, where there is one. */
  readonly line: number | null;
  readonly message: string;
}

/** Characters of a file that aren't white space. `kept` + `dropped` = `all`. */
export interface CharacterCount {
  readonly all: number;
  readonly kept: number;
  readonly dropped: number;
}

/** The body of a report: everything that follows from its text alone. */
export interface ReportBody {
  readonly headings: readonly Heading[];
  readonly blocks: readonly Block[];
  readonly tables: readonly Table[];
  readonly glossary: readonly GlossaryItem[];
  readonly warnings: readonly Warning[];
  readonly characters: CharacterCount;
}

export interface Report extends ReportMeta, ReportBody {
  readonly id: string;
}

/** How long a text is. */
export interface Extent {
  readonly blocks: number;
  /** Code points that aren't white space. */
  readonly characters: number;
}

/** A report without its body, as lists of reports show it. */
export interface ReportSummary extends ReportMeta {
  readonly id: string;
  /** How many blocks it has. */
  readonly blocks: number;
  /** How long each section is that it has. */
  readonly extents: Readonly<Partial<Record<SectionId, Extent>>>;
}
