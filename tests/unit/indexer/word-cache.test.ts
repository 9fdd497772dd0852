import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WordCache } from '../../../indexer/word-cache.ts';
import type { Report } from '../../../report/types.ts';
import { segmentSentences } from '../../../text/segment.ts';
import { COLLECTION } from '../../fixtures/collection.ts';

const [first, second] = COLLECTION as [Report, Report];
const wordsOf = (report: Report) => report.blocks.map((block) => segmentSentences(block.text));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'words-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('WordCache', () => {
  it('gives the words of a report, the first time and later', () => {
    for (const _ of [1, 2]) expect(new WordCache(folder).wordsOf(first)).toEqual(wordsOf(first));
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('reads what it has kept', () => {
    new WordCache(folder).wordsOf(first);
    writeFileSync(join(folder, readdirSync(folder)[0] as string), '[["kept"]]');
    expect(new WordCache(folder).wordsOf(first)).toEqual([['kept']]);
  });

  it('doesn’t mind a file that is broken', () => {
    new WordCache(folder).wordsOf(first);
    writeFileSync(join(folder, readdirSync(folder)[0] as string), '[["kep');
    expect(new WordCache(folder).wordsOf(first)).toEqual(wordsOf(first));
  });

  it('forgets reports that are gone', () => {
    const cache = new WordCache(folder);
    cache.wordsOf(first);
    cache.wordsOf(second);
    const next = new WordCache(folder);
    next.wordsOf(second);
    next.prune();
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('leaves alone what isn’t its own', () => {
    writeFileSync(join(folder, 'novel.txt'), 'precious');
    new WordCache(folder).prune();
    expect(readdirSync(folder)).toEqual(['novel.txt']);
  });
});
