import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { reportText } from './report.ts';

const folder = mkdtempSync(join(tmpdir(), 'inspect-'));
const file = join(folder, '福建.txt');
writeFileSync(file, reportText());
writeFileSync(join(folder, 'reports.json'), JSON.stringify({ '福建.txt': { source: '福建日报' } }));
afterAll(() => rmSync(folder, { recursive: true }));

const COMMAND = ['--import', 'tsx', 'indexer/inspect.ts'];

it('prints how a file is read', () => {
  const output = execFileSync('node', [...COMMAND, file], { encoding: 'utf8' });
  expect(output).toContain('编号：350000-2026-work-report');
  expect(output).toContain('来源：福建日报');
  expect(output).toContain('一、2025年工作回顾［过去一年工作］');
});

it('prints it as JSON', () => {
  const output = JSON.parse(execFileSync('node', [...COMMAND, file, '--json'], { encoding: 'utf8' }));
  expect(Object.keys(output)).toEqual([
    ...['meta', 'evidence', 'headings', 'blocks', 'tables', 'glossary'],
    ...['repairs', 'dropped', 'warnings', 'characters'],
  ]);
  expect(output.meta).toMatchObject({ id: '350000-2026-work-report', source: '福建日报' });
  expect(output.headings[0]).toEqual({ level: 1, text: '一、2025年工作回顾', section: 'review' });
});

it('says on the error output what is wrong, and exits with 1', () => {
  const { status, stderr } = spawnSync('node', [...COMMAND, join(folder, '没有.txt')], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('没有这个文件');
});
