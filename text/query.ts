import { SPACE_BETWEEN_HAN } from './normalise.ts';
import { type Piece, readPieces, type TypedFilter } from './query-pieces.ts';
import { stretches, type Token, tokenise } from './tokens.ts';

/** What a reader asked for: all clauses must hold, in blocks that the filters admit. */
export interface Query {
  /** As typed. */
  readonly text: string;
  readonly clauses: readonly Clause[];
  /** Filters that were typed among the words (城市:资阳). What they mean is up to whoever knows the reports. */
  readonly filters: readonly TypedFilter[];
  /** How what couldn't be taken as it was meant was read, in Chinese. */
  readonly notes: readonly string[];
  /** Whether operators or filters were meant that make no sense: they are plain text now. */
  readonly malformed: boolean;
  /** Whether something was typed that can't be searched for: punctuation alone finds nothing. */
  readonly unsearchable: boolean;
}

/** One of these must be in the block; none of these, where the clause excludes. */
export interface Clause {
  readonly alternatives: readonly Operand[];
  readonly excluded: boolean;
  /** Where it was typed: UTF-16 offsets into the query's text. */
  readonly typed: readonly [start: number, end: number];
}

/** What a block is asked for. */
export interface Operand {
  /** `term`: in the block; `near`: all terms in one of its sentences; `heading`: in a block that is a heading. */
  readonly kind: 'term' | 'near' | 'heading';
  /** One term, or those of `near`. */
  readonly terms: readonly Term[];
}

/** A term as typed (without its quotation marks), and its parts, which must all be in the block. */
export interface Term {
  readonly text: string;
  readonly quoted: boolean;
  /** The stretches of the term between sentence ends. Each has at least one character to search for. */
  readonly parts: readonly (readonly Token[])[];
}

/**
 * Reads a query.
 *
 * White space separates clauses. `"…"` is one term, in which white space between Han characters stands for
 * punctuation. `-` excludes, `OR` and `|` alternate, `NEAR` asks for the same sentence, `标题:` for headings;
 * `城市:`, `省份:`, `年份:`, `章节:` and `类型:` are filters. Full-width forms and Chinese quotation marks mean the
 * same. What can't be read so is plain text, and a note says so. A term without anything to search for
 * (only punctuation) is left out.
 */
export function parseQuery(text: string): Query {
  const { pieces, notes, malformed } = readPieces(text);
  const clauses: Clause[] = [];
  const filters: TypedFilter[] = [];
  let unsearchable = false;
  for (const group of pieces) {
    if (group.kind === 'filter') {
      filters.push(group.filter);
      continue;
    }
    const alternatives = group.operands.map(toOperand).filter((operand) => operand !== null);
    if (alternatives.length > 0) clauses.push({ alternatives, excluded: group.excluded, typed: group.typed });
    else unsearchable = true;
  }
  return { text, clauses, filters, notes, malformed, unsearchable };
}

function toOperand({ kind, words }: Extract<Piece, { kind: 'clause' }>['operands'][number]): Operand | null {
  const terms = words.map(({ text, quoted }) => toTerm(text, quoted)).filter(({ parts }) => parts.length > 0);
  if (terms.length === 0) return null;
  return { kind: terms.length > 1 || kind === 'heading' ? kind : 'term', terms };
}

/** Makes a term of a text. It has no parts where there is nothing in it to search for. */
export function toTerm(text: string, quoted = false): Term {
  const typed = text.trim();
  const analysed = quoted ? typed.replace(SPACE_BETWEEN_HAN, '，') : typed;
  return { text: typed, quoted, parts: stretches(tokenise(analysed)).filter(isSearchable) };
}

function isSearchable(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.kind !== 'boundary');
}

/** Whether a query asks for nothing in particular, so that it stands for every block. */
export function isEmpty(query: Query): boolean {
  return query.clauses.length === 0 && !query.unsearchable;
}

/** The terms a query looks for, each once, in the order typed. */
export function soughtTerms(query: Query): readonly Term[] {
  const terms = query.clauses
    .filter((clause) => !clause.excluded)
    .flatMap((clause) => clause.alternatives.flatMap((operand) => operand.terms));
  return terms.filter((term, i) => terms.findIndex(({ text }) => text === term.text) === i);
}

/** What is the same for two parts that find the same. */
export function partKey(part: readonly Token[]): string {
  return part.map((token) => `${token.kind} ${token.text}`).join('\n');
}
