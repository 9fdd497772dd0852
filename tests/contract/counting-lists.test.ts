import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../engine/engine.ts';
import { SqliteEngine } from '../../engine/sqlite/sqlite-engine.ts';
import { readCorpus } from '../../indexer/read-corpus.ts';
import type { Block, Report } from '../../report/types.ts';
import { Catalogue } from '../../server/catalogue.ts';
import { compareReports } from '../../server/comparing/compare.ts';
import { countReports } from '../../server/counting/report-counts.ts';
import { corpusFields } from '../../server/exports/provenance.ts';
import { countPanel } from '../../server/panel/count-panel.ts';
import { type PanelRow, panelRows } from '../../server/panel/panel-rows.ts';
import { readTermList } from '../../server/panel/term-list.ts';
import { SearchState } from '../../server/search-state.ts';
import { normalise } from '../../text/normalise.ts';
import { POLICY_TERMS } from '../../text/policy-terms.ts';
import { parseQuery } from '../../text/query.ts';
import { asDocuments } from '../fixtures/collection.ts';

const folder = mkdtempSync(join(tmpdir(), 'counting-lists-'));
const engine = new SqliteEngine(join(folder, 'index.sqlite'));
let reports: readonly Report[];

beforeAll(async () => {
  const read = await readCorpus(fileURLToPath(new URL('../../corpus', import.meta.url)));
  reports = read.map(({ report }) => report);
  await engine.replace(asDocuments(reports), { fingerprint: 'of the corpus', problems: [] });
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

/** How often a run of Han characters is in each block of a report, without tokens, terms or an engine. */
function timesIn(report: Report, run: string, section = ''): number[] {
  return report.blocks
    .filter((block) => section === '' || block.section === section)
    .map((block) => comparable(block).split(run).length - 1);
}

const NORMALISED = new Map<Block, string>();

/** A block's text as it is compared, made once. */
function comparable(block: Block): string {
  const text = NORMALISED.get(block) ?? normalise(block.text);
  NORMALISED.set(block, text);
  return text;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const charactersIn = (report: Report, section = '') =>
  sum(
    report.blocks
      .filter((block) => section === '' || block.section === section)
      .map(({ text }) => [...text.replaceAll(/\s/g, '')].length),
  );

async function rowsOf(text: string, section: readonly string[] = []): Promise<PanelRow[]> {
  const scope = new SearchState().withFilter('section', section);
  const { terms } = readTermList(text, scope, await Catalogue.of(engine));
  const { counted, collection } = await countPanel(engine, terms, scope.engineFilters);
  const rows: PanelRow[] = [];
  const from = { stamp: corpusFields(collection, '2026-01-28'), origin: '' };
  for await (const report of counted) rows.push(...panelRows(report, terms, from));
  return rows;
}

describe('a list of terms', () => {
  const TERMS = POLICY_TERMS.filter((term) => /^\p{Script=Han}+$/u.test(term)).slice(0, 200);

  it.each(['', 'targets', 'tasks'])(
    'has in each report the numbers that its text has (section %j)',
    async (section) => {
      const rows = await rowsOf(TERMS.join('\n'), section ? [section] : []);
      const expected = reports.flatMap((report) =>
        TERMS.map((term) => {
          const times = timesIn(report, term, section);
          return {
            report: report.id,
            term,
            count: sum(times),
            paragraphs: times.filter((count) => count > 0).length,
            characters: charactersIn(report, section),
            blocks: times.length,
          };
        }),
      );
      const key = (row: { report: string; term: string }) => `${row.report} ${row.term}`;
      const byKey = new Map(
        rows.map(({ report, term, count, paragraphs, characters, blocks }) => [
          key({ report, term }),
          { report, term, count, paragraphs, characters, blocks },
        ]),
      );
      expect(rows).toHaveLength(expected.length);
      for (const row of expected) expect(byKey.get(key(row))).toEqual(row);
      expect(expected.some(({ count, paragraphs }) => count > paragraphs)).toBe(section !== 'targets');
    },
  );

  it('has the numbers of a search for each term, in the whole query language', async () => {
    const catalogue = await Catalogue.of(engine);
    const terms = [
      '养老 OR 托育',
      '"改革 发展"',
      '发展 -改革',
      '标题:产业',
      '产业 NEAR 创新',
      'GDP',
      '5.8%',
      '-发展',
    ];
    const rows = await rowsOf(terms.join('\n'));
    for (const q of terms) {
      for (const { report, hits, occurrences } of await countReports(engine, {
        query: parseQuery(q),
        filters: NO_FILTERS,
      })) {
        const row = rows.find((row) => row.report === report.id && row.term === q);
        expect([q, row?.paragraphs, row?.count]).toEqual([q, hits, occurrences]);
      }
    }
    expect(catalogue.reports).toHaveLength(reports.length);
  });

  it('counts a term with filters of its own nowhere else', async () => {
    const rows = await rowsOf('发展 城市:自贡市 章节:重点任务\n发展');
    const [zigong] = reports.filter(({ city }) => city === '自贡市');
    for (const row of rows.filter(({ term }) => term !== '发展')) {
      const isThere = row.report === zigong?.id;
      expect(row.count).toBe(isThere ? sum(timesIn(zigong as Report, '发展', 'tasks')) : null);
    }
    expect(rows.filter(({ term, count }) => term === '发展' && Number(count) > 0)).toHaveLength(
      reports.length,
    );
  });
});

describe('a comparison', () => {
  it('has of each term the numbers that both texts have', async () => {
    for (const a of reports) {
      for (const b of reports.filter(({ id }) => id !== a.id)) {
        const { changes, characters } = await compareReports(engine, [a.id, b.id]);
        expect(characters).toEqual([charactersIn(a), charactersIn(b)]);
        const terms = Object.values(changes).flat();
        expect(terms.map(({ term, before, after }) => [term, before, after])).toEqual(
          terms.map(({ term }) => [term, sum(timesIn(a, term)), sum(timesIn(b, term))]),
        );
        expect(changes.appeared.every(({ before, after }) => before === 0 && after > 1)).toBe(true);
        expect(changes.gone.every(({ before, after }) => before > 1 && after === 0)).toBe(true);
        expect(changes.appeared.length).toBeGreaterThan(10);
      }
    }
  });

  it('has words in their own right, not the parts of others', async () => {
    const { changes } = await compareReports(engine, ['512000-2024-work-report', '510300-2025-work-report']);
    const terms = new Set(
      Object.values(changes)
        .flat()
        .map(({ term }) => term),
    );
    for (const whole of ['人工智能', '同城化', '中国牙谷', '细分领域', '低空', '低空经济']) {
      expect(terms.has(whole), whole).toBe(true);
    }
    for (const part of ['人工', '同城', '牙谷', '细分', '以上', '长制', '率达']) {
      expect(terms.has(part), part).toBe(false);
    }
  });

  it('has all blocks of both reports in its sections, each once', async () => {
    const [a, b] = [reports[0] as Report, reports[1] as Report];
    const { sections } = await compareReports(engine, [a.id, b.id]);
    for (const [side, report] of [
      ['a', a],
      ['b', b],
    ] as const) {
      const ids = sections.flatMap((section) => section[side].blocks.map(({ id }) => id));
      expect(ids.sort()).toEqual(report.blocks.map(({ id }) => id).sort());
      const headings = sections.flatMap((section) => section[side].headings.map(({ text }) => text));
      expect(headings.sort()).toEqual(report.headings.map(({ text }) => text).sort());
    }
  });
});
