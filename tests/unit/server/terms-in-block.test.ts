import { describe, expect, it } from 'vitest';
import type { Block } from '../../../report/types.ts';
import { termsInBlock } from '../../../server/presenters/terms-in-block.ts';

const block = (text: string, more: Partial<Block> = {}): Block => ({
  id: 'a_b',
  number: 1,
  type: 'paragraph',
  section: 'tasks',
  headings: [],
  text,
  ...more,
});

const GLOSSARY = ['“两重”“两新”', '双碳', '海绵城市', '海绵城市建设试点', '千斤粮万元钱'].map((term, i) => ({
  number: i + 1,
  term,
  definition: '……',
  block: 9,
}));

/** The words that open a definition, and whose. */
const usesIn = (text: string, more: Partial<Block> = {}) =>
  termsInBlock(block(text, more), GLOSSARY).map(({ number, range }) => [number, text.slice(...range)]);

describe('terms in running text', () => {
  it('open their definitions where they are used first in a block, in order', () => {
    expect(usesIn('建设海绵城市，抓住“两重”“两新”机遇，海绵城市扩面。')).toEqual([
      [3, '海绵城市'],
      [1, '“两重”“两新”'],
    ]);
  });

  it('are certain: short ones count in quotation marks only, long ones to the letter', () => {
    expect(usesIn('落实双碳目标，海绵的城市。')).toEqual([]);
    expect(usesIn('落实“双碳”目标。')).toEqual([[2, '“双碳”']]);
  });

  it('are the longest that stand there', () => {
    expect(usesIn('推进海绵城市建设试点。')).toEqual([[4, '海绵城市建设试点']]);
  });

  it('leave alone what has its mark in the block, and what a mark or the end of the lead cuts', () => {
    expect(usesIn('建设海绵城市。海绵城市。', { notes: [{ offset: 6, number: 3 }] })).toEqual([]);
    expect(usesIn('建设海绵城市。', { notes: [{ offset: 4, number: 9 }] })).toEqual([]);
    expect(usesIn('建设海绵城市。', { notes: [{ offset: 6, number: 9 }] })).toEqual([[3, '海绵城市']]);
    expect(usesIn('建设海绵城市。', { lead: [0, 4] })).toEqual([]);
    expect(usesIn('海绵城市。建设。', { lead: [0, 5] })).toEqual([[3, '海绵城市']]);
  });

  it('are none in headings, tables and the glossary itself', () => {
    for (const type of ['heading', 'row', 'gloss', 'caption', 'columns'] as const) {
      expect(usesIn('海绵城市', { type })).toEqual([]);
    }
    expect(usesIn('海绵城市', { section: 'glossary' })).toEqual([]);
  });
});
