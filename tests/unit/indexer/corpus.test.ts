import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { corpusFingerprint, listCorpus } from '../../../indexer/corpus.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  mkdirSync(join(folder, '四川'));
  for (const name of ['b.txt', '四川/a.txt', 'reports.json', '.hidden', '四川/.hidden']) {
    writeFileSync(join(folder, name), name);
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('listCorpus', () => {
  it('reads folders through, dot files and reports.json aside', () => {
    expect(listCorpus(folder)).toEqual(['b.txt', '四川/a.txt']);
  });

  it('doesn’t follow links in circles, and leaves one that leads nowhere for the reader to tell', () => {
    symlinkSync('.', join(folder, 'self'));
    symlinkSync('nowhere', join(folder, 'dangling.txt'));
    symlinkSync('b.txt', join(folder, 'link.txt'));
    expect(listCorpus(folder)).toEqual(['b.txt', 'dangling.txt', 'link.txt', '四川/a.txt']);
    expect(corpusFingerprint(folder)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('corpusFingerprint', () => {
  it('changes with names, contents and reports.json, and with nothing else', () => {
    const seen = new Set([corpusFingerprint(folder)]);
    expect(seen).toContain(corpusFingerprint(folder));
    writeFileSync(join(folder, 'b.txt'), 'changed');
    seen.add(corpusFingerprint(folder));
    writeFileSync(join(folder, 'reports.json'), '{}');
    seen.add(corpusFingerprint(folder));
    writeFileSync(join(folder, 'c.txt'), '');
    seen.add(corpusFingerprint(folder));
    expect(seen.size).toBe(4);
  });
});
