import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../fixtures/meilisearch-server.ts';
import { PROJECT, run, stop, totalOf, untilListening } from '../fixtures/programs.ts';

/** How often the indexer is killed. */
const KILLS = 10;

/** An engine to rebuild, and what a finished rebuild leaves of it. */
interface Subject {
  readonly name: string;
  environment(folder: string): Record<string, string>;
  leftovers(folder: string): Promise<string[]>;
  cleanUp(): Promise<void>;
}

const sqlite: Subject = {
  name: 'SQLite',
  environment: (folder) => ({ ENGINE: 'sqlite', DATABASE_FILE: join(folder, 'data', 'index.sqlite') }),
  leftovers: async (folder) =>
    readdirSync(join(folder, 'data')).filter(
      (name) => name !== 'index.sqlite' && name !== 'index.sqlite.words',
    ),
  cleanUp: async () => {},
};

function meilisearch({ prefix, indexes, cleanUp }: TestServer): Subject {
  return {
    name: 'Meilisearch',
    environment: (folder) => ({
      ENGINE: 'meilisearch',
      MEILI_INDEX_PREFIX: prefix,
      MEILI_SEARCH_KEY: '',
      MEILI_SEARCH_KEY_FILE: join(folder, 'reader-key'),
    }),
    leftovers: async () => (await indexes()).filter((uid) => uid.endsWith('_next')),
    cleanUp,
  };
}

const server = testServer('rebuild');
const subjects = [sqlite, ...(server ? [meilisearch(server)] : [])];

describe.each(subjects)('rebuilding on $name', (subject) => {
  it('is not noticed by readers, whenever the indexer is killed, and is made good by the next run', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rebuild-'));
    const corpus = mkdtempSync(join(folder, 'corpus-'));
    for (const name of readdirSync(join(PROJECT, 'corpus'))) {
      if (name.endsWith('.txt')) copyFileSync(join(PROJECT, 'corpus', name), join(corpus, name));
    }
    const environment = { CORPUS_DIR: corpus, PORT: '0', ...subject.environment(folder) };
    const server = run('server/start.ts', environment);
    try {
      const address = await untilListening(server);
      const total = await totalOf(address, '轨道交通');
      expect(total).toBeGreaterThan(0);

      // A client that never stops asking, and notes every answer.
      const answers: unknown[] = [];
      let asking = true;
      const client = (async () => {
        while (asking) answers.push(await totalOf(address, '轨道交通').catch((error: unknown) => error));
      })();

      withAnother(corpus, '初稿');
      const whole = run('indexer/main.ts', environment);
      const started = performance.now();
      expect(await whole.ended).toBe(0);
      const duration = performance.now() - started;

      for (let kill = 0; kill < KILLS; kill += 1) {
        withAnother(corpus, `第${kill}稿`);
        const indexer = run('indexer/main.ts', environment);
        await new Promise((resolve) => setTimeout(resolve, (duration * (kill + Math.random())) / KILLS));
        indexer.child.kill('SIGKILL');
        await indexer.ended;
      }
      expect(await run('indexer/main.ts', environment).ended).toBe(0);
      asking = false;
      await client;

      expect(answers.length).toBeGreaterThan(KILLS);
      expect([...new Set(answers)]).toEqual([total]);
      expect(await totalOf(address, `第${KILLS - 1}稿`)).toBe(1);
      expect(await totalOf(address, '初稿')).toBe(0);
      expect(await subject.leftovers(folder)).toEqual([]);
    } finally {
      await stop(server);
      await subject.cleanUp();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 300_000);
});

/** Adds to a corpus, or changes in it, a report that tells one state from the next. */
function withAnother(corpus: string, draft: string): void {
  writeFileSync(
    join(corpus, 'another.txt'),
    `2023年自贡市政府工作报告\n\n各位代表：\n\n现在，我代表市人民政府，向大会报告工作。\n\n一、2022年工作回顾\n\n这是${draft}。\n`,
  );
}
