import { expect, it } from 'vitest';
import { storedVocabulary } from '../../../engine/stored-documents.ts';
import type { VocabularyEntry } from '../../../engine/vocabulary.ts';

it('keeps a vocabulary in documents of a size that a server takes, in order', () => {
  const entries = Array.from(
    { length: 45_000 },
    (_, i): VocabularyEntry => ({ text: `词${i}`, kind: 'term', count: 1, pinyin: 'ci' }),
  );
  const documents = storedVocabulary(entries);
  expect(documents.map(({ id, part }) => [id, part])).toEqual([
    ['vocabulary-0', 0],
    ['vocabulary-1', 1],
    ['vocabulary-2', 2],
  ]);
  expect(documents.flatMap((document) => document.entries)).toEqual(entries);
  expect(storedVocabulary([])).toEqual([]);
});
