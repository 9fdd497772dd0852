/** How many results are looked at: few readers turn the page. */
export const DEPTH = 10;

/** From this grade on a block answers the query. */
const ANSWERS = 2;

/**
 * Normalised discounted cumulative gain: 1 where the first {@link DEPTH} are the best there are, in the
 * best order. A block of grade g gains 2^g − 1, less the further down it stands.
 */
export function ndcg(ranking: readonly string[], grades: ReadonlyMap<string, number>): number {
  const found = ranking.map((block) => grades.get(block) ?? 0);
  const ideal = [...grades.values()].sort((a, b) => b - a);
  return gain(found) / gain(ideal);
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, DEPTH).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
}

/** 1 where the first result answers the query, else 0. */
export function successAt1(ranking: readonly string[], grades: ReadonlyMap<string, number>): number {
  return (grades.get(ranking[0] ?? '') ?? 0) >= ANSWERS ? 1 : 0;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
