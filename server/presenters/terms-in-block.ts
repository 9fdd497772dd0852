import { formsOfTerm } from '../../report/glossary-terms.ts';
import type { Block, GlossaryItem } from '../../report/types.ts';
import type { TextRange } from '../../text/match.ts';

/** Where a block uses a term of the glossary. */
interface TermUse {
  /** The glossary item's number. */
  readonly number: number;
  readonly range: TextRange;
}

/**
 * The first use of each term in a block of running text, in order. Terms whose mark stands in the block are
 * left out, and so is a use that overlaps a longer one, or stands across a mark or the end of the lead.
 */
export function termsInBlock(block: Block, glossary: readonly GlossaryItem[]): TermUse[] {
  if (block.type !== 'paragraph' && block.type !== 'bullet') return [];
  if (block.section === 'glossary' || block.section === 'appendix') return [];
  const notes = block.notes ?? [];
  const marked = new Set(notes.map(({ number }) => number));
  const cuts = [...notes.map(({ offset }) => offset), ...(block.lead ?? [])];
  const uses: TermUse[] = [];
  for (const { number, term } of byLength(glossary)) {
    const range = marked.has(number) ? null : firstUse(block.text, term);
    if (!range || cuts.some((at) => range[0] < at && at < range[1])) continue;
    if (!uses.some((other) => overlap(other.range, range))) uses.push({ number, range });
  }
  return uses.sort((a, b) => a.range[0] - b.range[0]);
}

function byLength(glossary: readonly GlossaryItem[]): GlossaryItem[] {
  return [...glossary].sort((a, b) => b.term.length - a.term.length);
}

function firstUse(text: string, term: string): TextRange | null {
  const places = formsOfTerm(term).map((form): TextRange => {
    const at = text.indexOf(form);
    return [at, at + form.length];
  });
  return places.filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0])[0] ?? null;
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a[0] < b[1] && b[0] < a[1];
}
