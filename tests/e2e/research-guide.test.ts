import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { PROJECT } from '../fixtures/programs.ts';

const GUIDE = readFileSync(join(PROJECT, 'docs/research.md'), 'utf8');
const ADDRESS = 'http://127.0.0.1:3000';
const run = promisify(execFile);

/** The commands of the guide, each with what it says they print. */
const examples = [...GUIDE.matchAll(/^```console\n\$ (.+)\n([\s\S]*?)^```$/gm)].map(
  ([, command, printed]) => ({
    command: command as string,
    printed: printed as string,
  }),
);

describe('the guide for researchers', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(4);
  });

  it.each(examples)('tells what is so: $command', async ({ command, printed }) => {
    const { stdout } = await run('bash', ['-c', command.replaceAll(ADDRESS, inject('projectSite'))], {
      cwd: PROJECT,
      env: { ...process.env, ENGINE: 'sqlite', DATABASE_FILE: inject('projectIndex') },
    });
    expect(stdout.replace(/^\uFEFF/, '')).toBe(printed);
  });
});
