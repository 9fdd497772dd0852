import { describe, expect, it } from 'vitest';
import { pinyinReadings } from '../../../../server/suggestions/pinyin.ts';
import { lexiconOf } from './lexicon.ts';

const lexicon = lexiconOf({
  高质量发展: 160,
  高质量: 225,
  轨道交通: 16,
  实施: 423,
  事实: 9,
  实时: 12,
  资阳: 39,
});

describe('pinyinReadings', () => {
  it.each([
    ['gaozhiliangfazhan', ['高质量发展']],
    ['gzlfz', ['高质量发展']],
    ['shishi', ['实施', '实时', '事实']],
    ['ziyangguidaojiaotong', ['资阳 轨道交通']],
    ['gaozhiliangf', ['高质量发展']],
    ['gaoz', ['高质量', '高质量发展']],
    ['gao', []],
    ['g', []],
    ['hello', []],
    ['a'.repeat(4_000), []],
  ])('reads %s as %j', (letters, texts) => {
    expect(pinyinReadings(letters, lexicon)).toEqual(texts);
  });
});
