import type { Block, NoteReference, Report } from '../../report/types.ts';
import { fragments } from '../../text/highlight.ts';
import { match, type TextRange } from '../../text/match.ts';
import { isEmpty, type Query } from '../../text/query.ts';

/** A footnote's mark in the text. */
interface NoteMark {
  readonly number: number;
  /** Its own id, to come back to. */
  readonly id: string;
  /** Address of the glossary item; empty where there is none of that number. */
  readonly href: string;
  /** Id of the {@link Definition} it opens. */
  readonly opens: string;
}

/** What a glossary item says, to be read where it is used. */
export interface Definition {
  readonly id: string;
  readonly number: number;
  readonly term: string;
  readonly text: string;
  /** Address of the item itself. */
  readonly href: string;
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
  readonly #definitions: ReadonlyMap<number, Definition>;
  readonly #matches = new Map<Block, readonly TextRange[] | null>();
  /** How many marks of a number have been printed. */
  readonly #uses = new Map<number, number>();

  constructor(report: Report, query: Query) {
    this.#query = query;
    this.#definitions = new Map(
      report.glossary.map(({ number, term, definition, block }) => {
        const href = `#${report.blocks[block - 1]?.id ?? ''}`;
        return [number, { id: `definition-${number}`, number, term, text: definition, href }];
      }),
    );
  }

  /** Where a block matches the query; none where it doesn't. */
  ranges(block: Block): readonly TextRange[] {
    return this.#match(block) ?? [];
  }

  /** Whether a block is among what a search for the query finds: one that leaves out words marks none. */
  isHit(block: Block): boolean {
    return !isEmpty(this.#query) && this.#match(block) !== null;
  }

  /** Presents a block's text: marks, lead, footnotes. */
  block(block: Block): BlockView {
    const ranges = this.ranges(block);
    const [from, to] = block.lead ?? [0, 0];
    const stretches: readonly [TextRange, boolean][] = [
      [[0, from], false],
      [[from, to], true],
      [[to, block.text.length], false],
    ];
    const notes = [...(block.notes ?? [])].sort((a, b) => a.offset - b.offset);
    return {
      id: block.id,
      number: block.number,
      hit: this.isHit(block),
      runs: stretches
        .map(([stretch, lead]) => ({ lead, pieces: this.#pieces(block.text, ranges, stretch, notes) }))
        .filter((run) => run.pieces.length > 0),
    };
  }

  /** The definitions of all notes whose marks have been printed. */
  definitions(): Definition[] {
    return [...this.#definitions.values()].filter(({ number }) => this.#uses.has(number));
  }

  /** Addresses of the marks of a glossary item; none where none has been printed. */
  backLinks(number: number): string[] {
    return Array.from({ length: this.#uses.get(number) ?? 0 }, (_, i) => `#${markId(number, i + 1)}`);
  }

  #match(block: Block): readonly TextRange[] | null {
    const known = this.#matches.get(block);
    if (known !== undefined) return known;
    const found = match(block, this.#query);
    this.#matches.set(block, found);
    return found;
  }

  /** A stretch of a text in pieces; a note stands in the stretch that ends with it. */
  #pieces(
    text: string,
    ranges: readonly TextRange[],
    [start, end]: TextRange,
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
    const definition = this.#definitions.get(number);
    const use = (this.#uses.get(number) ?? 0) + 1;
    this.#uses.set(number, use);
    const note = {
      number,
      id: markId(number, use),
      href: definition?.href ?? '',
      opens: definition?.id ?? '',
    };
    return { text: '', marked: false, note };
  }
}

function markId(number: number, use: number): string {
  return use === 1 ? `note-${number}` : `note-${number}-${use}`;
}
