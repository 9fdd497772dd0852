import { describe, expect, it } from 'vitest';
import { readLines, visibleCharacters } from '../../../indexer/parse/line.ts';

describe('readLines', () => {
  it('numbers lines as the file does and counts the blank ones between', () => {
    expect(readLines('甲\r\n\r\n\r\n乙\r丙')).toMatchObject([
      { number: 1, text: '甲', gap: 0 },
      { number: 4, text: '乙', gap: 2 },
      { number: 5, text: '丙', gap: 0 },
    ]);
  });

  it('remembers the white space around a line', () => {
    expect(readLines('　　甲 ')).toMatchObject([{ text: '甲', indent: '　　', trail: ' ' }]);
  });

  it('keeps a line that holds a tab alone: an empty cell', () => {
    expect(readLines('\t\n\t甲')).toMatchObject([
      { text: '', indent: '\t' },
      { text: '甲', indent: '\t' },
    ]);
  });

  it('sees that a paragraph was cut behind its indent', () => {
    expect(readLines('　　\n主要是：')).toMatchObject([{ text: '主要是：', afterIndent: true }]);
  });
});

it('counts characters that are not white space', () => {
  expect(visibleCharacters(' 一 二\t三　\n𠮷')).toBe(4);
});
