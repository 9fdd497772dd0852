import type { Contestant } from './contestants.ts';
import type { JudgedQuery } from './judgements.ts';
import { ndcg, successAt1 } from './measures.ts';

/** How well a contestant did on a query. */
export interface Outcome {
  readonly query: JudgedQuery;
  readonly ndcg: number;
  readonly success: number;
}

export async function outcomesOf(
  contestant: Contestant,
  queries: readonly JudgedQuery[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    const ranking = await contestant.rank(query.q);
    outcomes.push({
      query,
      ndcg: ndcg(ranking, query.grades),
      success: successAt1(ranking, query.grades),
    });
  }
  return outcomes;
}
