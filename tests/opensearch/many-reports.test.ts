import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { SearchRequest } from '../../engine/engine.ts';
import { OpenSearchEngine } from '../../engine/opensearch/opensearch-engine.ts';
import type { Report } from '../../report/types.ts';
import { asDocuments, makeReport, requestFor } from '../fixtures/collection.ts';
import { type Cluster, optionsFor, removeIndexes } from '../fixtures/opensearch-cluster.ts';

const cluster = inject('openSearch');

if (cluster) describe('OpenSearch with more reports than one answer counts', () => describeMany(cluster));
else describe.skip('OpenSearch with more reports than one answer counts (no Java)');

/** Above 60,000 the counts of reports come in three answers; above 65,535 OpenSearch refuses to give them in one. */
const PLACES = 6_100;
const YEARS = 11;

/** Every report says 发展 once, every seventh twice more. */
const REPORTS: readonly Report[] = Array.from({ length: PLACES * YEARS }, (_, i) => {
  const place = i % PLACES;
  const meta = {
    city: `第${place}县`,
    province: '四川省',
    adcode: String(510_000 + place),
    year: 2000 + Math.floor(i / PLACES),
  };
  const more = i % 7 === 0 ? (['发展再说一次。', '发展说第三次。'] as const) : [];
  return makeReport(meta, [
    ['review', 'paragraph', '发展说一次。'],
    ...more.map((text) => ['tasks', 'paragraph', text] as const),
  ]);
});

function countsBy(key: (report: Report) => string, reports = REPORTS): Map<string, number> {
  const counts = new Map<string, number>();
  for (const report of reports) {
    counts.set(key(report), (counts.get(key(report)) ?? 0) + report.blocks.length);
  }
  return counts;
}

function describeMany(cluster: Cluster): void {
  const options = optionsFor(cluster, 'many-reports');
  const engine = new OpenSearchEngine(options);
  const search = (q: string, changes: Partial<SearchRequest> = {}) =>
    engine.search({ ...requestFor(q), ...changes });

  beforeAll(() => engine.replace(asDocuments(REPORTS), { fingerprint: 'many', problems: [] }), 300_000);

  afterAll(async () => {
    await engine.close();
    await removeIndexes(cluster, options.prefix);
  });

  it('lists them all', async () => {
    expect((await engine.reports()).length).toBe(REPORTS.length);
  });

  it('counts the hits of each report, and all facets', async () => {
    const { total, exact, hitsByReport, facets } = await search('发展');
    const byReport = countsBy(({ id }) => id);
    expect(exact).toBe(true);
    expect(total).toBe([...byReport.values()].reduce((sum, hits) => sum + hits, 0));
    expect(hitsByReport).toEqual(byReport);
    expect(facets.city).toEqual(countsBy(({ adcode }) => adcode));
    expect(facets.year).toEqual(countsBy(({ year }) => String(year)));
  });

  it('counts those that the filters admit, facets without their own', async () => {
    const { filters } = requestFor('');
    const year = [{ from: 2003, to: 2004 }];
    const { hitsByReport, facets } = await search('发展', { filters: { ...filters, year } });
    const admitted = REPORTS.filter((report) => report.year === 2003 || report.year === 2004);
    expect(hitsByReport).toEqual(countsBy(({ id }) => id, admitted));
    expect(facets.city).toEqual(countsBy(({ adcode }) => adcode, admitted));
    expect(facets.year).toEqual(countsBy(({ year }) => String(year)));
  });

  it('gives one hit of each, with how many more there are', async () => {
    const { hits } = await search('发展', { onePerReport: true, sort: 'newest', offset: 0, limit: 200 });
    expect(new Set(hits.map(({ report }) => report.id)).size).toBe(200);
    const byId = new Map(REPORTS.map(({ id, blocks }) => [id, blocks.length]));
    for (const { report, more } of hits) expect(more).toBe((byId.get(report.id) ?? 0) - 1);
  });
}
