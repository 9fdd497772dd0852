import { describe, expect, it } from 'vitest';
import { segment, segmentSentences } from '../../../text/segment.ts';
import { openingSentence, sentences } from '../../../text/sentences.ts';

describe('sentences', () => {
  it.each([
    ['一句。两句！”三句', ['一句。', '两句！”', '三句']],
    ['各位代表：好；坏？！完', ['各位代表：好；', '坏？！', '完']],
    ['。', ['。']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(sentences(text).map((range) => text.slice(...range))).toEqual(expected);
  });
});

describe('openingSentence', () => {
  it('is the first, or all there is', () => {
    expect(openingSentence('甲。乙')).toBe('甲。');
    expect(openingSentence('甲')).toBe('甲');
  });
});

describe('segment', () => {
  it('keeps policy terms, numbers and Latin words whole', () => {
    expect(segment('推进新质生产力，PM2.5下降5.8%，“一老一小”')).toEqual([
      '推进',
      '新质生产力',
      'PM2.5',
      '下降',
      '5.8%',
      '一老一小',
    ]);
  });

  it('gives sentence by sentence, without punctuation', () => {
    expect(segmentSentences('推动发展。！改革')).toEqual(['推动 发展', '改革']);
  });

  it('ends a figure or a Latin word where Han begins', () => {
    expect(segment('建设5G基站，2025年增长')).toEqual(['建设', '5G', '基站', '2025', '年', '增长']);
  });

  it('takes broken characters', () => {
    expect(segment('甲\ud800乙')).toEqual(['甲', '乙']);
  });
});
