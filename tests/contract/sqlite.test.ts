import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEngine } from '../../engine/sqlite/sqlite-engine.ts';
import { describeEngine, type EngineUnderTest } from './engine-contract.ts';
import { describeRandomRuns } from './random-runs.ts';

function underTest(): EngineUnderTest {
  const folder = mkdtempSync(join(tmpdir(), 'sqlite-contract-'));
  return {
    open: async () => new SqliteEngine(join(folder, 'new', 'index.sqlite')),
    cleanUp: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

describeEngine('SQLite', underTest());
describeRandomRuns('SQLite', underTest());
