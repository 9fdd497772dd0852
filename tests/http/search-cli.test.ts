import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqliteEngine } from '../../engine/sqlite/sqlite-engine.ts';
import { asDocuments, COLLECTION } from '../fixtures/collection.ts';
import { recordsOf } from '../fixtures/csv.ts';
import { PROJECT } from '../fixtures/programs.ts';
import { type Site, serve } from '../fixtures/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'search-cli-'));
const file = join(folder, 'index.sqlite');
let site: Site;

beforeAll(async () => {
  const engine = new SqliteEngine(file);
  await engine.replace(asDocuments(COLLECTION), { fingerprint: 'abc123', problems: [] });
  site = await serve(engine);
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command as package.json says, but for npm itself. */
function search(given: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { search: script = '' } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')).scripts;
  const { npm_lifecycle_event: _, npm_config_loglevel: __, ...inherited } = process.env;
  const env = { ...inherited, ENGINE: 'sqlite', DATABASE_FILE: file, ...environment };
  return new Promise<{ status: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      [...script.split(' ').slice(1), ...given],
      { cwd: PROJECT, env },
      (error, out, err) => resolve({ status: error ? Number(error.code) : 0, out, err }),
    );
  });
}

describe('npm run search', () => {
  it('prints the hits, and how many there are beside them', async () => {
    const { status, out, err } = await search([
      '一老一小',
      '--city',
      '甲州市',
      '--site',
      'https://example.org/x',
    ]);
    expect(out).toBe(
      [
        '2025年甲州市政府工作报告',
        '甲州市 · 2025年 · 政府工作报告 · 第 6 段',
        '关爱“一老一小”，新增养老服务床位1200张',
        `https://example.org/p/${COLLECTION[0]?.blocks[5]?.id}?n=6`,
        '',
      ].join('\n'),
    );
    expect(err).toBe('在 1 份报告的 1 段中找到 “一老一小”\n');
    expect(status).toBe(0);
  });

  it('says where more is', async () => {
    const { out, err } = await search(['发展', '--per', '2', '--page', '2']);
    expect(out.match(/第 \d+ 段/g)).toHaveLength(2);
    expect(err).toContain('这里列出 2 段');
  });

  it.each(['csv', 'wide', 'jsonl', 'atom'])('writes what the site sends: --%s', async (format) => {
    const given = ['发展', '--year', '2024..2025', '--section', '重点任务', '--section', 'review'];
    const { status, out } = await search([...given, `--${format}`, '--site', site.address]);
    expect(status).toBe(0);
    const query = `q=发展&year=2024..2025&section=重点任务&section=review&format=${format}`;
    const sent = await (await fetch(`${site.address}/search?${query}`)).arrayBuffer();
    expect(out).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(sent));
  });

  it('writes into a file', async () => {
    const output = join(folder, '发展.csv');
    expect(await search(['发展', '--csv', '-o', output])).toEqual({ status: 0, out: '', err: '' });
    const text = readFileSync(output, 'utf8');
    expect(text.lastIndexOf('\ufeff')).toBe(0);
    expect(recordsOf(text.slice(1))).toHaveLength(8);
  });

  it('warns of the lines that npm adds, where they would come into a file', async () => {
    const byNpm = { npm_lifecycle_event: 'search' };
    expect((await search(['发展', '--csv'], byNpm)).err).toContain('npm run -s search');
    expect((await search(['发展', '--csv'], { ...byNpm, npm_config_loglevel: 'silent' })).err).toBe('');
  });

  it.each([
    [[], '用法：'],
    [['发展', '--cvs'], '没有这个选项：--cvs'],
    [['发展', '-改革'], '请放在引号里'],
    [['发展', '--year'], '选项的写法不对：--year'],
    [['发展', '--year', '20'], '参数 year 应为年份'],
    [['发展', '--format', 'xls'], '参数 format 应为 csv、wide、jsonl、atom 之一'],
    [['发展', '--csv', '--wide'], '格式只能选一种'],
    [['发展', '--site', 'example'], '选项 --site 应为网站的地址'],
    [['展'.repeat(4_001)], '检索词最长'],
  ])('says what is wrong with %j', async (given, message) => {
    const { status, out, err } = await search(given);
    expect(err).toContain(message);
    expect(err).not.toContain('    at ');
    expect(out).toBe('');
    expect(status).toBe(1);
  });

  it('says what to do where there is no index', async () => {
    const { status, err } = await search(['发展'], { DATABASE_FILE: join(folder, 'none.sqlite') });
    expect(err).toContain('npm run index');
    expect(status).toBe(1);
  });

  it('explains itself', async () => {
    const { status, out } = await search(['--help']);
    expect(status).toBe(0);
    for (const option of ['--city', '--mode', '--csv', '--wide', '--jsonl', '--atom', '--output']) {
      expect(out).toContain(option);
    }
  });
});
