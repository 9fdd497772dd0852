import type { Block, GlossaryItem, NoteReference } from '../../report/types.ts';

/** Shorter terms may be parts of other words, unless the text has them in quotation marks. */
const SHORTEST_UNQUOTED = 4;
const IN_QUOTES = /^“([^“”]*)”$/u;

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
  const bare = IN_QUOTES.exec(term)?.[1] ?? term;
  const forms = [`“${bare}”`, ...(bare.length >= SHORTEST_UNQUOTED ? [bare] : [])];
  for (const form of bare === '' ? [] : forms) {
    for (const { number, text } of blocks) {
      const at = text.indexOf(form);
      if (at >= 0) return { block: number, offset: at + form.length };
    }
  }
  return null;
}
