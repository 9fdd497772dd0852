import type { Block, NoteReference, Range, Report } from '../../report/types.ts';
import { fragments } from '../../text/highlight.ts';
import { match, type TextRange } from '../../text/match.ts';
import type { Query } from '../../text/query.ts';
import { shorten } from './page.ts';

/** A footnote's mark in the text. */
interface NoteMark {
  readonly number: number;
  /** Address of the glossary item; empty where there is none of that number. */
  readonly href: string;
  /** What the item says, to be read without leaving the place. */
  readonly definition: string;
  /** Id to come back to; empty but for the first mark of a number. */
  readonly id: string;
}

/** A stretch of text that looks the same throughout, or a footnote's mark. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
  readonly note?: NoteMark;
}

interface Run {
  /** Whether it is the block's lead. */
  readonly lead: boolean;
  readonly pieces: readonly Piece[];
}

/** A block of a report, ready to print. */
export interface BlockView {
  readonly id: string;
  readonly number: number;
  /** Whether it matches the query. */
  readonly hit: boolean;
  readonly runs: readonly Run[];
}

/** What the blocks of one report page share. */
export class BlockPresenter {
  readonly #query: Query;
  readonly #notes: ReadonlyMap<number, { readonly href: string; readonly definition: string }>;
  readonly #seen = new Set<number>();

  constructor(report: Report, query: Query) {
    this.#query = query;
    this.#notes = new Map(
      report.glossary.map(({ number, term, definition, block }) => [
        number,
        {
          href: `#${report.blocks[block - 1]?.id ?? ''}`,
          definition: shorten(`${term}：${definition}`, 200),
        },
      ]),
    );
  }

  /** Where a block matches the query; none where it doesn't. */
  ranges(block: Block): readonly TextRange[] {
    return match(block.text, this.#query) ?? [];
  }

  /** Presents a block's text: marks, lead, footnotes. */
  block(block: Block): BlockView {
    const ranges = this.ranges(block);
    const [from, to] = block.lead ?? [0, 0];
    const stretches: readonly [Range, boolean][] = [
      [[0, from], false],
      [[from, to], true],
      [[to, block.text.length], false],
    ];
    const notes = [...(block.notes ?? [])].sort((a, b) => a.offset - b.offset);
    return {
      id: block.id,
      number: block.number,
      hit: ranges.length > 0,
      runs: stretches
        .map(([stretch, lead]) => ({ lead, pieces: this.#pieces(block.text, ranges, stretch, notes) }))
        .filter((run) => run.pieces.length > 0),
    };
  }

  /** A stretch of a text in pieces; a note stands in the stretch that ends with it. */
  #pieces(
    text: string,
    ranges: readonly TextRange[],
    [start, end]: Range,
    notes: readonly NoteReference[],
  ): Piece[] {
    const pieces: Piece[] = [];
    let at = start;
    for (const note of notes) {
      if (note.offset <= start || note.offset > end) continue;
      pieces.push(...fragments(text, ranges, [at, note.offset]), this.#note(note.number));
      at = note.offset;
    }
    return [...pieces, ...fragments(text, ranges, [at, end])];
  }

  #note(number: number): Piece {
    const item = this.#notes.get(number);
    const first = item !== undefined && !this.#seen.has(number);
    this.#seen.add(number);
    const note = {
      number,
      href: item?.href ?? '',
      definition: item?.definition ?? '',
      id: first ? noteId(number) : '',
    };
    return { text: '', marked: false, note };
  }

  /** Address of the first mark in the text of a glossary item; empty where none has been printed. */
  backLink(number: number): string {
    return this.#seen.has(number) ? `#${noteId(number)}` : '';
  }
}

function noteId(number: number): string {
  return `note-${number}`;
}
