/**
 * `npm run bench`: the same searches on every engine there is, side by side, and on a plain scan of all
 * texts, which is what an index has to beat. BENCH_BLOCKS (10,000) sets the size, CORPUS_DIR the texts.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { type Filters, NO_FILTERS, type SearchEngine } from '../engine/engine.ts';
import { openEngine } from '../engine/open.ts';
import type { Report } from '../report/types.ts';
import { match } from '../text/match.ts';
import { parseQuery, type Query } from '../text/query.ts';
import { collectionOf, documentsOf } from './collection.ts';

const ROUNDS = 7;

const SEARCHES: readonly (readonly [q: string, filters?: Partial<Filters>])[] = [
  [''],
  ['发展'],
  ['展'],
  ['高质量发展'],
  ['一老一小'],
  ['轨道交通 都市圈'],
  ['改革、'],
  ['增长5.8%'],
  ['“一老一小”服务'],
  ['坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻党的二十大和二十届历次全会精神'],
  ['碳达峰碳中和工作领导小组'],
  ['发展', { year: [{ from: 2020, to: 2026 }], section: ['tasks'] }],
];

/** Servers take part where it is said how to reach them. */
const SERVERS = [
  { name: 'Meilisearch', engine: 'meilisearch', needs: ['MEILI_URL', 'MEILI_ADMIN_KEY'] },
  { name: 'OpenSearch', engine: 'opensearch', needs: ['OPENSEARCH_URL'] },
] as const;

interface Contestant {
  readonly name: string;
  search(query: Query, filters: Filters): Promise<number>;
}

function engineContestant(name: string, engine: SearchEngine): Contestant {
  return {
    name,
    async search(query, filters) {
      const { total } = await engine.search({ query, filters, sort: 'relevance', offset: 0, limit: 20 });
      return total;
    },
  };
}

function scanContestant(reports: readonly Report[]): Contestant {
  return {
    name: '逐段扫描',
    async search(query) {
      let total = 0;
      for (const report of reports) {
        for (const block of report.blocks) if (match(block, query)) total += 1;
      }
      return total;
    },
  };
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
  const started = performance.now();
  const result = await work();
  return { result, ms: performance.now() - started };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

async function compare(contestants: readonly Contestant[], scan: Contestant): Promise<void> {
  const [first] = contestants as [Contestant];
  const table = new Table({
    head: [
      '检索',
      '段',
      ...contestants.map(({ name }) => `${name} ms`),
      ...contestants.slice(1).map(({ name }) => `${name} / ${first.name}`),
      `${scan.name} / ${first.name}`,
    ],
    style: { head: [], border: [] },
  });
  for (const [q, changes] of SEARCHES) {
    const query = parseQuery(q);
    const filters = { ...NO_FILTERS, ...changes };
    const times = contestants.map(() => [] as number[]);
    let total = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [i, contestant] of contestants.entries()) {
        const { result, ms } = await timed(() => contestant.search(query, filters));
        (times[i] as number[]).push(ms);
        total = result;
      }
    }
    const scanned = await timed(() => scan.search(query, filters));
    const [base = 0, ...others] = times.map(median);
    const shown = q.length > 16 ? `${q.slice(0, 16)}…` : q || '（空）';
    table.push([
      changes ? `${shown}（有筛选）` : shown,
      total,
      base.toFixed(1),
      ...others.map((ms) => ms.toFixed(1)),
      ...others.map((ms) => (ms / base).toFixed(1)),
      (scanned.ms / base).toFixed(0),
    ]);
  }
  console.log(table.toString());
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const engines: SearchEngine[] = [];
  try {
    const reports = await collectionOf(
      process.env.CORPUS_DIR || 'corpus',
      Number(process.env.BENCH_BLOCKS || 10_000),
    );
    const blocks = reports.reduce((sum, report) => sum + report.blocks.length, 0);
    console.log(`${reports.length} 份报告，${blocks} 段`);

    const contestants: Contestant[] = [];
    const enter = async (name: string, engine: SearchEngine) => {
      engines.push(engine);
      const state = { fingerprint: `bench ${blocks} ${Date.now()}`, problems: [] };
      const { ms } = await timed(() => engine.replace(documentsOf(reports), state));
      console.log(`${name}：建索引 ${(ms / 1000).toFixed(1)} s，每秒 ${Math.round((blocks / ms) * 1000)} 段`);
      contestants.push(engineContestant(name, engine));
    };
    const file = join(folder, 'index.sqlite');
    await enter('SQLite', openEngine({ ENGINE: 'sqlite', DATABASE_FILE: file }, 'write'));
    console.log(`SQLite：索引 ${(statSync(file).size / 1e6).toFixed(0)} MB`);
    for (const { name, engine, needs } of SERVERS) {
      if (needs.every((variable) => process.env[variable])) {
        await enter(name, openEngine({ ...process.env, ENGINE: engine }, 'write'));
      } else {
        console.log(`没有 ${name} 可比：需要环境变量 ${needs.join(' 和 ')}`);
      }
    }
    await compare(contestants, scanContestant(reports));
  } finally {
    for (const engine of engines) await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
