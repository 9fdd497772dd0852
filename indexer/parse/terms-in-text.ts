import { formsOfTerm } from '../../report/glossary-terms.ts';
import type { Block, GlossaryItem, NoteReference } from '../../report/types.ts';

/**
 * Where the terms of a glossary occur first, by the number of the block: for a report whose text has no marks
 * that point to it.
 */
export function termsInText(
  blocks: readonly Block[],
  glossary: readonly GlossaryItem[],
): ReadonlyMap<number, readonly NoteReference[]> {
  const found = new Map<number, NoteReference[]>();
  if (blocks.some(({ notes }) => notes !== undefined)) return found;
  const text = blocks.filter(
    ({ type, section }) =>
      (type === 'paragraph' || type === 'bullet') && section !== 'glossary' && section !== 'appendix',
  );
  for (const { number, term } of glossary) {
    const place = firstOf(term, text);
    if (place === null) continue;
    const notes = found.get(place.block) ?? [];
    found.set(place.block, [...notes, { offset: place.offset, number }]);
  }
  return found;
}

function firstOf(term: string, blocks: readonly Block[]): { block: number; offset: number } | null {
  for (const form of formsOfTerm(term)) {
    for (const { number, text } of blocks) {
      const at = text.indexOf(form);
      if (at >= 0) return { block: number, offset: at + form.length };
    }
  }
  return null;
}
