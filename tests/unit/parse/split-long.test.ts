import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../indexer/parse/joins.ts';
import type { Line } from '../../../indexer/parse/line.ts';
import { splitLong } from '../../../indexer/parse/split-long.ts';
import { lines } from './lines.ts';

const passage = (text: string): Passage => ({ ...(lines(text)[0] as Line), lastLine: 1, cutAt: null });
const texts = (text: string) => splitLong([passage(text)]).value.map((part) => (part as Passage).text);

describe('splitLong', () => {
  it('leaves paragraphs alone', () => {
    const text = '各项工作扎实推进。'.repeat(100);
    expect(texts(text)).toEqual([text]);
  });

  it('cuts what nobody could read at the ends of sentences, and loses nothing', () => {
    const text = '各项工作扎实推进，成效明显。'.repeat(2_000);
    const pieces = texts(text);
    expect(pieces.join('')).toBe(text);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(10_000);
      expect(piece).toMatch(/。$/);
    }
    expect(splitLong([passage(text)]).repairs).toHaveLength(pieces.length - 1);
  });

  it('cuts even what has no sentence, never within a character', () => {
    const text = `甲${'𠮷'.repeat(20_000)}`;
    const pieces = texts(text);
    expect(pieces.join('')).toBe(text);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(10_000);
    for (const piece of pieces) expect(piece).not.toMatch(/\p{Cs}/u);
  });
});
