import { describe, expect, it } from 'vitest';
import type { SearchEngine } from '../../../../engine/engine.ts';
import { EngineError } from '../../../../engine/errors.ts';
import { summarise } from '../../../../report/summary.ts';
import { Catalogue } from '../../../../server/catalogue.ts';
import { PanelJobs } from '../../../../server/panel/jobs.ts';
import { readTermList } from '../../../../server/panel/term-list.ts';
import { Turns } from '../../../../server/panel/turns.ts';
import { SearchState } from '../../../../server/search-state.ts';
import { COLLECTION } from '../../../fixtures/collection.ts';

const REPORTS = COLLECTION.map(summarise);
const STATE = new SearchState();
const LIST = readTermList('发展\n养老', STATE, new Catalogue(REPORTS));

/** An engine that gives its reports when it is let. */
function heldEngine() {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let fingerprint = 'first';
  const engine = {
    reports: async () => REPORTS,
    report: async (id: string) => {
      await held;
      return COLLECTION.find((report) => report.id === id) ?? null;
    },
    corpusState: async () => ({ fingerprint, problems: [] }),
  } as unknown as SearchEngine;
  return {
    engine,
    release,
    replace: () => {
      fingerprint = 'second';
    },
  };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('jobs', () => {
  it('are counted one after the other, and refused where too many wait', async () => {
    const { engine, release } = heldEngine();
    const jobs = new PanelJobs(engine);
    const started = Array.from({ length: 11 }, () => jobs.start(LIST, STATE));
    await until(() => started[0]?.status === 'counting');
    expect(started.slice(1).every(({ status }) => status === 'waiting')).toBe(true);
    expect(() => jobs.start(LIST, STATE)).toThrow('暂时排不上');
    release();
    await until(() => started.every(({ status }) => status === 'done'));
    expect(started.every(({ counted }) => counted.length === REPORTS.length)).toBe(true);
    expect(new Set(started.map(({ id }) => id)).size).toBe(11);
  });

  it('are forgotten after an hour, and the oldest where there are many, but none that is under way', async () => {
    const { engine, release } = heldEngine();
    let now = 0;
    const jobs = new PanelJobs(engine, () => now);
    const first = jobs.start(LIST, STATE);
    now += 61 * 60 * 1000;
    expect(jobs.get(first.id)).toBe(first);
    release();
    await until(() => first.status === 'done');
    expect(jobs.get(first.id)).toBeUndefined();

    const later = [];
    for (let i = 0; i < 25; i += 1) {
      const job = jobs.start(LIST, STATE);
      await until(() => job.status === 'done');
      later.push(job);
    }
    expect(later.map(({ id }) => jobs.get(id) !== undefined)).toEqual([
      ...Array(5).fill(false),
      ...Array(20).fill(true),
    ]);
  });

  it('fail where the collection is replaced in between, and say so', async () => {
    const { engine, release, replace } = heldEngine();
    const job = new PanelJobs(engine).start(LIST, STATE);
    await until(() => job.status === 'counting');
    replace();
    release();
    await until(() => job.status !== 'counting');
    expect(job.status).toBe('failed');
    expect(job.problem?.message).toContain('请稍后再试');
  });

  it('fail where the engine is away, and the next one is counted all the same', async () => {
    const { engine, release } = heldEngine();
    release();
    const report = engine.report;
    engine.report = async () => {
      throw new EngineError('unavailable', '不在');
    };
    const jobs = new PanelJobs(engine);
    const failing = jobs.start(LIST, STATE);
    await until(() => failing.status === 'failed');
    expect(failing.problem?.code).toBe('unavailable');
    engine.report = report;
    const next = jobs.start(LIST, STATE);
    await until(() => next.status === 'done');
  });
});

describe('turns', () => {
  it('let as many run as they may, and hand on the turn of one that fails', async () => {
    const turns = new Turns({ running: 2, waiting: 5 });
    let [running, most] = [0, 0];
    const task = (i: number) => async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      if (i % 2 === 0) throw new Error('no');
      return i;
    };
    const results = await Promise.allSettled(Array.from({ length: 7 }, (_, i) => turns.run(task(i))));
    expect(results.map(({ status }) => status)).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((i) => (i % 2 === 0 ? 'rejected' : 'fulfilled')),
    );
    expect(most).toBe(2);
    await expect(turns.run(async () => 'free')).resolves.toBe('free');
  });
});
