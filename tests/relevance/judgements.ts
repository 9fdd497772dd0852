import { readFileSync } from 'node:fs';

/** A query, and how well blocks answer it: see README.md. */
export interface JudgedQuery {
  readonly q: string;
  readonly kind: string;
  /** By block id, 0 to 3. A block that isn't named wasn't found by any method, and counts 0. */
  readonly grades: ReadonlyMap<string, number>;
}

const ROW = /^(?:"((?:[^"]|"")*)"|([^",]*)),(\w+),(\S+),([0-3])$/u;

/** Reads `judgements.csv`. */
export function readJudgements(): JudgedQuery[] {
  const [, ...rows] = readFileSync(new URL('judgements.csv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const queries = new Map<string, { kind: string; grades: Map<string, number> }>();
  for (const row of rows) {
    const [, quoted, plain = '', kind, block, grade] = ROW.exec(row) ?? [];
    if (kind === undefined || block === undefined) throw new Error(`judgements.csv: ${row}`);
    const q = quoted?.replaceAll('""', '"') ?? plain;
    const query = queries.get(q) ?? { kind, grades: new Map<string, number>() };
    if (query.grades.has(block)) throw new Error(`judgements.csv judges twice: ${row}`);
    queries.set(q, query);
    query.grades.set(block, Number(grade));
  }
  return [...queries].map(([q, query]) => ({ q, ...query }));
}
