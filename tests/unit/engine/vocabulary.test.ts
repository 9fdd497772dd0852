import { describe, expect, it } from 'vitest';
import { countBlocks } from '../../../engine/count-blocks.ts';
import type { ReportDocument } from '../../../engine/document.ts';
import { VocabularyTally } from '../../../engine/vocabulary.ts';
import { asDocuments, makeReport } from '../../fixtures/collection.ts';

const PLACE = { city: '甲州市', province: '四川省', adcode: '510100', year: 2025 };

async function vocabularyOf(texts: readonly string[], headings: readonly string[] = []) {
  const report = {
    ...makeReport(
      PLACE,
      texts.map((text) => ['review', 'paragraph', text]),
    ),
    headings: headings.map((text, i) => ({ level: 1, text, section: 'review' as const, block: i + 1 })),
  };
  const tally = new VocabularyTally();
  for await (const document of asDocuments([report])) tally.add(document);
  return tally.entries();
}

/** The entries of a report whose blocks jieba is said to have cut so. */
async function vocabularyOfWords(blocks: readonly (readonly string[])[]) {
  const texts = blocks.map((words) => `${words.join('')}。`);
  const tally = new VocabularyTally();
  const report = makeReport(
    PLACE,
    texts.map((text) => ['review', 'paragraph', text]),
  );
  for await (const document of asDocuments([report])) {
    const cut = document.blocks.map((block, i) => ({ ...block, words: [(blocks[i] ?? []).join(' ')] }));
    tally.add({ ...document, blocks: cut } satisfies ReportDocument);
  }
  return tally.entries();
}

const counts = (entries: readonly { text: string; count: number }[]) =>
  Object.fromEntries(entries.map(({ text, count }) => [text, count]));

describe('countBlocks', () => {
  it('counts texts, not occurrences, by the tokens that searches compare', () => {
    const texts = ['发展高质量发展。', '改革、发展', '5G基站 gdp 2025', 'boundary'];
    const terms = ['发展', '质量', '改革发展', '改革，发展', 'GDP', '5G', '25', '发展。', 'boundary', '，'];
    expect([...countBlocks(terms, texts)]).toEqual([2, 1, 0, 1, 1, 1, 0, 1, 1, 1]);
  });

  it('tells terms apart that begin alike, and takes one that is given twice', () => {
    expect([...countBlocks(['发', '发展', '发展', '发展中', ''], ['发展'])]).toEqual([1, 1, 1, 0, 0]);
  });
});

describe('VocabularyTally', () => {
  it('has words of two characters and more that say something, without figures', async () => {
    const entries = counts(await vocabularyOf(['推进产业升级的2025年工作，建设5G基站120个，GDP增长。以及']));
    expect(entries).toMatchObject({ 产业: 1, 升级: 1, '5G': 1, 基站: 1, GDP: 1 });
    for (const none of ['的', '2025', '120', '以及']) expect(entries).not.toHaveProperty(none);
  });

  it('counts a word wherever its characters stand', async () => {
    expect(counts(await vocabularyOf(['质量稳步提升。', '高质量发展。']))).toMatchObject({
      质量: 2,
      高质量发展: 1,
    });
  });

  it('takes two words that often stand together as one phrase, but not across punctuation', async () => {
    const often = Array.from({ length: 3 }, () => ['养老', '床位']);
    expect(counts(await vocabularyOfWords(often))).toMatchObject({ 养老床位: 3 });
    expect(counts(await vocabularyOfWords(often.slice(1)))).not.toHaveProperty('养老床位');
    const parted = await vocabularyOf(Array.from({ length: 3 }, () => '养老、床位'));
    expect(counts(parted)).not.toHaveProperty('养老床位');
  });

  it('leaves out what was cut wrongly once', async () => {
    const rightly = Array.from({ length: 30 }, () => ['高质量', '发展']);
    const entries = counts(await vocabularyOfWords([...rightly, ['高质', '量']]));
    expect(entries).toMatchObject({ 高质量: 31 });
    expect(entries).not.toHaveProperty('高质');
  });

  it('has policy terms and other names that jieba doesn’t cut so', async () => {
    const entries = counts(
      await vocabularyOfWords([
        ['社会', '消费品', '零售', '总额'],
        ['碳', '达峰'],
      ]),
    );
    expect(entries).toMatchObject({ 社会消费品零售总额: 1, 碳达峰: 1 });
    expect(entries).not.toHaveProperty('碳中和');
  });

  it('writes a word as it was first written, once', async () => {
    const entries = counts(await vocabularyOf(['ＯＬＥＤ屏', 'oled屏', '發展', '发展']));
    expect(entries).toMatchObject({ ＯＬＥＤ: 2, 發展: 2 });
    expect(entries).not.toHaveProperty('发展');
  });

  it('has headings without their numbers, and no sentences', async () => {
    const texts = ['（一）聚力提质增效，加快转型。', '四、致谢', '谢谢大家。'];
    const entries = await vocabularyOf(texts, [
      '（一）聚力提质增效，加快转型',
      '四、致谢',
      '谢谢。大家',
      `第一部分 ${'长'.repeat(50)}`,
    ]);
    const headings = entries.filter(({ kind }) => kind === 'heading');
    expect(counts(headings)).toEqual({ '聚力提质增效，加快转型': 1, 致谢: 1 });
    expect(headings.find(({ text }) => text === '致谢')?.pinyin).toBe('zhi xie');
  });
});
