/**
 * `npm run relevance`: how well each engine and each baseline ranks, by the judged queries of README.md.
 * Meilisearch takes part where MEILI_URL and MEILI_ADMIN_KEY are set, OpenSearch where OPENSEARCH_URL is.
 */
import Table from 'cli-table3';
import { readJudgements } from './judgements.ts';
import { DEPTH, mean } from './measures.ts';
import { openContestants } from './open-contestants.ts';
import { type Outcome, outcomesOf } from './outcomes.ts';

const queries = readJudgements();
const kinds = [...new Set(queries.map(({ kind }) => kind))];
const { engines, baselines, close } = await openContestants();
const contestants = [...engines, ...baselines];
try {
  const columns: Outcome[][] = [];
  for (const contestant of contestants) columns.push(await outcomesOf(contestant, queries));
  print(columns);
} finally {
  await close();
}

function print(columns: readonly Outcome[][]): void {
  const head = contestants.map(({ name }) => name);
  const table = new Table({ head: ['kind', 'queries', ...head], style: { head: [], border: [] } });
  const addRow = (label: string, isMeant: (outcome: Outcome) => boolean) => {
    const meant = columns.map((outcomes) => outcomes.filter(isMeant));
    table.push([label, meant[0]?.length ?? 0, ...meant.map(figures)]);
  };
  for (const kind of kinds) addRow(kind, (outcome) => outcome.query.kind === kind);
  addRow('all', () => true);
  console.log(`nDCG@${DEPTH} / success@1`);
  console.log(table.toString());
}

function figures(outcomes: readonly Outcome[]): string {
  const ndcg = mean(outcomes.map((outcome) => outcome.ndcg));
  const success = mean(outcomes.map((outcome) => outcome.success));
  return `${ndcg.toFixed(3)} / ${success.toFixed(2)}`;
}
