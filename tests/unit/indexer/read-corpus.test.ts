import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CorpusReader, readCorpus } from '../../../indexer/read-corpus.ts';

let folder: string;

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const reportOf = (what: string) =>
  `2025年资阳市政府工作报告\n\n各位代表：\n\n现在，我代表市人民政府，向大会报告工作。\n\n一、2025年重点工作\n\n今年要${what}。\n`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corpus-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('CorpusReader', () => {
  it('reads one file after the other, and none before it is asked for', async () => {
    write('a.txt', reportOf('修路'));
    write('b.txt', reportOf('架桥'));
    const reports = new CorpusReader(folder).reports();
    expect((await reports.next()).value).toMatchObject({ file: 'a.txt', report: { city: '资阳市' } });
    write('b.txt', reportOf('通航'));
    const { value } = await reports.next();
    expect(value?.report.blocks.at(-1)?.text).toBe('今年要通航。');
    expect((await reports.next()).done).toBe(true);
  });

  it('names a file when it could not be read, and goes on', async () => {
    write('a.txt', reportOf('修路'));
    write('b.txt', '');
    write('c.txt', reportOf('修路'));
    write('d.txt', reportOf('架桥'));
    const reader = new CorpusReader(folder);
    const tried: string[] = [];
    const read: string[] = [];
    for await (const { file } of reader.reports((name) => tried.push(name))) read.push(file);
    expect(read).toEqual(['a.txt', 'd.txt']);
    expect(tried).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt']);
    expect(reader.size).toBe(4);
    expect(reader.problems).toEqual([
      { file: 'b.txt', message: expect.stringContaining('空') },
      { file: 'c.txt', message: expect.stringContaining('与 a.txt 的正文相同') },
    ]);
  });

  it('gives two reports of the same place and year ids of their own', async () => {
    write('a.txt', reportOf('修路'));
    write('b.txt', reportOf('架桥'));
    const ids = (await readCorpus(folder)).map(({ report }) => report.id);
    expect(new Set(ids).size).toBe(2);
  });

  it('ends at once where reports.json can’t be used', () => {
    write('reports.json', '{');
    expect(() => new CorpusReader(folder)).toThrow(/reports\.json/);
  });
});
