import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJudgements } from './judgements.ts';
import { mean, ndcg, successAt1 } from './measures.ts';
import { openContestants } from './open-contestants.ts';
import { outcomesOf } from './outcomes.ts';

/** What was measured (ADR 7) less a small margin. Raise them with what is measured; never lower them. */
const NDCG = 0.87;
const SUCCESS = 0.95;

/** Differences below this are noise. */
const NOISE = 0.02;

const queries = readJudgements();
let contest: Awaited<ReturnType<typeof openContestants>>;

beforeAll(async () => {
  contest = await openContestants();
});

afterAll(() => contest.close());

describe('the judgements', () => {
  it('are of sixty queries and more, each with a block that answers it', () => {
    expect(queries.length).toBeGreaterThanOrEqual(60);
    const unanswered = queries.filter(({ grades }) => Math.max(...grades.values()) < 3);
    expect(unanswered.map(({ q }) => q)).toEqual([]);
  });

  it('are of blocks that the reports have', () => {
    const judged = queries.flatMap(({ grades }) => [...grades.keys()]);
    expect(judged.filter((block) => !contest.blocks.has(block))).toEqual([]);
  });
});

describe('every engine', () => {
  it('puts what answers a query first, better than each baseline', async () => {
    const baselines = await Promise.all(contest.baselines.map((baseline) => outcomesOf(baseline, queries)));
    const best = Math.max(...baselines.map((outcomes) => mean(outcomes.map((outcome) => outcome.ndcg))));
    expect(best).toBeGreaterThan(0.5);
    for (const engine of contest.engines) {
      const outcomes = await outcomesOf(engine, queries);
      const measured = mean(outcomes.map((outcome) => outcome.ndcg));
      expect(measured, `nDCG of ${engine.name}`).toBeGreaterThanOrEqual(NDCG);
      expect(measured, `${engine.name} over the best baseline`).toBeGreaterThan(best + NOISE);
      const success = mean(outcomes.map((outcome) => outcome.success));
      expect(success, `success of ${engine.name}`).toBeGreaterThanOrEqual(SUCCESS);
    }
  });
});

describe('measures', () => {
  const grades = new Map([
    ['a', 3],
    ['b', 1],
    ['c', 0],
  ]);

  it('gives 1 to the best order, less to others, 0 to what finds nothing', () => {
    expect(ndcg(['a', 'b'], grades)).toBe(1);
    expect(ndcg(['b', 'a'], grades)).toBeCloseTo((1 + 7 / Math.log2(3)) / (7 + 1 / Math.log2(3)));
    expect(ndcg(['c', 'unknown'], grades)).toBe(0);
    expect(ndcg([], grades)).toBe(0);
  });

  it('looks at the first ten', () => {
    const late = [...Array.from({ length: 10 }, (_, i) => `other${i}`), 'a'];
    expect(ndcg(late, grades)).toBe(0);
    expect(ndcg(late.slice(1), grades)).toBeGreaterThan(0);
  });

  it('counts a first result that answers', () => {
    expect(successAt1(['a', 'c'], grades)).toBe(1);
    expect(successAt1(['b', 'a'], grades)).toBe(0);
    expect(successAt1([], grades)).toBe(0);
  });
});
