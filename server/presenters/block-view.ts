import type { Block, GlossaryItem, Report } from '../../report/types.ts';
import { type Fragment, fragments } from '../../text/highlight.ts';
import { match, type TextRange } from '../../text/match.ts';
import { isEmpty, type Query } from '../../text/query.ts';
import { termsInBlock } from './terms-in-block.ts';

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

/** A term of the glossary, used in the text. */
interface TermLink {
  /** Address of the glossary item. */
  readonly href: string;
  /** Id of the {@link Definition} it opens. */
  readonly opens: string;
  readonly fragments: readonly Fragment[];
}

/** A stretch of text that looks the same throughout, a footnote's mark, or a term. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
  readonly note?: NoteMark;
  readonly term?: TermLink;
}

/** What stands in the text of a block besides its words: a mark behind a place, a term around some. */
interface Insert {
  readonly number: number;
  readonly range: TextRange;
  readonly kind: 'note' | 'term';
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
  readonly #glossary: readonly GlossaryItem[];
  readonly #definitions: ReadonlyMap<number, Definition>;
  readonly #matches = new Map<Block, readonly TextRange[] | null>();
  /** How many marks of a number have been printed. */
  readonly #uses = new Map<number, number>();
  readonly #termsUsed = new Set<number>();

  constructor(report: Report, query: Query) {
    this.#query = query;
    this.#glossary = report.glossary;
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
    const inserts = this.#inserts(block);
    return {
      id: block.id,
      number: block.number,
      hit: this.isHit(block),
      runs: stretches
        .map(([stretch, lead]) => ({ lead, pieces: this.#pieces(block.text, ranges, stretch, inserts) }))
        .filter((run) => run.pieces.length > 0),
    };
  }

  /** The definitions of all notes and terms that have been printed. */
  definitions(): Definition[] {
    return [...this.#definitions.values()].filter(
      ({ number }) => this.#uses.has(number) || this.#termsUsed.has(number),
    );
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

  /** In the order of the text; behind a term comes its mark. */
  #inserts(block: Block): Insert[] {
    const notes = (block.notes ?? []).map(
      ({ offset, number }): Insert => ({ number, range: [offset, offset], kind: 'note' }),
    );
    const terms = termsInBlock(block, this.#glossary).map((use): Insert => ({ ...use, kind: 'term' }));
    return [...terms, ...notes].sort((a, b) => a.range[1] - b.range[1]);
  }

  /** A stretch of a text in pieces; what stands at the border of two belongs to the first. */
  #pieces(
    text: string,
    ranges: readonly TextRange[],
    [start, end]: TextRange,
    inserts: readonly Insert[],
  ): Piece[] {
    const pieces: Piece[] = [];
    let at = start;
    for (const { number, range, kind } of inserts) {
      const [from, to] = range;
      if (to <= start || to > end) continue;
      const piece =
        kind === 'note' ? this.#note(number) : this.#term(number, fragments(text, ranges, [from, to]));
      pieces.push(...fragments(text, ranges, [at, from]), piece);
      at = to;
    }
    return [...pieces, ...fragments(text, ranges, [at, end])];
  }

  #term(number: number, content: readonly Fragment[]): Piece {
    const { href = '', id: opens = '' } = this.#definitions.get(number) ?? {};
    this.#termsUsed.add(number);
    return { text: '', marked: false, term: { href, opens, fragments: content } };
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
