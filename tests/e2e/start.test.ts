import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  PROJECT,
  type Program,
  run as runProgram,
  stop,
  totalOf,
  untilListening,
} from '../fixtures/programs.ts';

const CORPUS = join(PROJECT, 'corpus');

let folder: string;
let corpus: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  corpus = mkdtempSync(join(folder, 'corpus-'));
  for (const name of readdirSync(CORPUS)) {
    if (name.endsWith('.txt')) copyFileSync(join(CORPUS, name), join(corpus, name));
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program on this test's own corpus and index. */
function run(program: string, environment: Record<string, string> = {}): Program {
  return runProgram(program, {
    CORPUS_DIR: corpus,
    ENGINE: 'sqlite',
    DATABASE_FILE: join(folder, 'data', 'index.sqlite'),
    PORT: '0',
    ...environment,
  });
}

describe('npm start', () => {
  it('indexes, serves, and indexes again only what has changed', async () => {
    const first = run('server/start.ts');
    const address = await untilListening(first);
    expect(first.output()).toContain('读取入库');
    expect(await totalOf(address, '轨道交通')).toBeGreaterThan(0);
    expect(await totalOf(address, '独此一份的新词')).toBe(0);

    // A running server changes over when somebody else indexes.
    const added = join(corpus, 'added.txt');
    writeFileSync(
      added,
      '2023年自贡市政府工作报告\n\n各位代表：\n\n现在，我代表市人民政府，向大会报告工作。\n\n一、2022年工作回顾\n\n独此一份的新词出现了。\n',
    );
    expect(await run('indexer/main.ts').ended).toBe(0);
    expect(await totalOf(address, '独此一份的新词')).toBe(1);
    expect(await stop(first)).toBe(0);

    const second = run('server/start.ts');
    expect(await totalOf(await untilListening(second), '独此一份的新词')).toBe(1);
    expect(second.output()).toContain('索引已是最新');
    expect(second.output()).not.toContain('读取入库');
    await stop(second);

    rmSync(added);
    const third = run('server/start.ts');
    expect(await totalOf(await untilListening(third), '独此一份的新词')).toBe(0);
    await stop(third);
  });

  it('serves the others where a file can’t be read, and names it every time', async () => {
    const empty = join(corpus, 'empty.txt');
    writeFileSync(empty, '');
    for (const _ of [1, 2]) {
      const indexer = run('indexer/main.ts');
      expect(await indexer.ended).toBe(1);
      expect(indexer.output()).toMatch(/错误　empty\.txt：/);
    }
    const server = run('server/start.ts');
    expect(await totalOf(await untilListening(server), '轨道交通')).toBeGreaterThan(0);
    await stop(server);
    rmSync(empty);
  });

  it('says so where the port is taken', async () => {
    const first = run('server/start.ts');
    const { port } = new URL(await untilListening(first));
    const second = run('server/start.ts', { PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('端口已被占用');
    await stop(first);
  });

  it('says so where a setting makes no sense', async () => {
    const badPort = run('server/start.ts', { PORT: 'http' });
    expect(await badPort.ended).toBe(1);
    expect(badPort.output()).toContain('PORT');
    const badEngine = run('indexer/main.ts', { ENGINE: 'lucene' });
    expect(await badEngine.ended).not.toBe(0);
    expect(badEngine.output()).toContain('ENGINE');
    const noCorpus = run('indexer/main.ts', { CORPUS_DIR: join(folder, 'none') });
    expect(await noCorpus.ended).not.toBe(0);
    expect(noCorpus.output()).toContain('CORPUS_DIR');
  });
});
