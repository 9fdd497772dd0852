import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEngine } from '../../engine/sqlite/sqlite-engine.ts';
import { describeEngine } from './engine-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'sqlite-contract-'));

describeEngine('SQLite', {
  open: async () => new SqliteEngine(join(folder, 'new', 'index.sqlite')),
  cleanUp: async () => rmSync(folder, { recursive: true, force: true }),
});
