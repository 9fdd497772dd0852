import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  FACETS,
  type FileProblem,
  type Filters,
  type Hit,
  NO_FILTERS,
  type SearchEngine,
  type SearchResult,
} from '../../engine/engine.ts';
import { byId, byNewest, byOldest } from '../../report/order.ts';
import { provinceCode, summarise } from '../../report/summary.ts';
import type { Block, Report } from '../../report/types.ts';
import { match } from '../../text/match.ts';
import { parseQuery } from '../../text/query.ts';
import { asDocuments, COLLECTION, makeReport, requestFor } from '../fixtures/collection.ts';

/** What a test of the contract needs of an adapter. */
export interface EngineUnderTest {
  /** A fresh engine on an index of its own that nothing else uses. */
  open(): Promise<SearchEngine>;
  /** Takes away what {@link open} made. */
  cleanUp(): Promise<void>;
}

const STATE = { fingerprint: 'one', problems: [] };

const filters = (changes: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...changes });

interface Placed {
  readonly report: Report;
  readonly block: Block;
}

const ALL: readonly Placed[] = COLLECTION.flatMap((report) =>
  report.blocks.map((block) => ({ report, block })),
);

/** What must be found, told without any index. */
function expected(q: string, where: Filters = NO_FILTERS, except?: (typeof FACETS)[number]): Placed[] {
  const query = parseQuery(q);
  const admits = (name: (typeof FACETS)[number] | 'report', value: string | null) => {
    if (name === except) return true;
    if (name === 'year') {
      const year = Number(value);
      return where.year.length === 0 || where.year.some(({ from, to }) => from <= year && year <= to);
    }
    return where[name].length === 0 || (value !== null && where[name].includes(value));
  };
  return ALL.filter(
    ({ report, block }) =>
      match(block, query) !== null &&
      admits('report', report.id) &&
      FACETS.every((facet) => admits(facet, facetValueOf({ report, block }, facet))),
  );
}

function facetValueOf({ report, block }: Placed, facet: (typeof FACETS)[number]): string | null {
  const values = {
    city: report.adcode,
    province: provinceCode(report.adcode),
    year: String(report.year),
    section: block.section,
    kind: report.kind,
  };
  return values[facet];
}

/** Years before today, each a range of its own: more than are typed, but an address may say them. */
function everyOther(count: number): Filters['year'] {
  return Array.from({ length: count }, (_, i) => ({ from: 2025 - 2 * i, to: 2025 - 2 * i }));
}

function countBy(placed: readonly Placed[], facet: (typeof FACETS)[number]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of placed) {
    const value = facetValueOf(item, facet);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function countHitsByReport(placed: readonly Placed[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { report } of placed) counts.set(report.id, (counts.get(report.id) ?? 0) + 1);
  return counts;
}

const ids = (result: SearchResult) => result.hits.map((hit) => hit.block.id);
const sortedIds = (placed: readonly Placed[]) => placed.map(({ block }) => block.id).sort();

/** What every adapter of the port must do. Call it from a test file, with the adapter. */
export function describeEngine(name: string, underTest: EngineUnderTest): void {
  describe(`${name} keeps the engine contract`, () => {
    let engine: SearchEngine;

    beforeAll(async () => {
      engine = await underTest.open();
      await engine.replace(asDocuments(COLLECTION), STATE);
    });

    afterAll(async () => {
      await engine.close();
      await underTest.cleanUp();
    });

    describe('what matches', () => {
      it.each([
        // Han characters, anywhere in a word
        '质量',
        '高质量发展',
        '一老一小',
        '工程',
        '在建工程',
        '展',
        '势',
        '的',
        // equal after normalisation
        '高質量發展',
        '乾坤',
        'ＰＭ２．５',
        'gdp',
        // characters outside the basic plane
        '𠮷',
        '𠮷祥产业',
        // numbers and words as a whole
        'PM2.5',
        '2.5',
        '5.8%',
        '5.8',
        '5',
        '2025',
        '25',
        '202',
        '120',
        '1206万人',
        '2025年',
        '增长6%',
        // punctuation stands for any punctuation, never for none
        '改革、发展',
        '改革，发展',
        '改革发展',
        '“一老一小”',
        '一老一小”服务',
        '，扩大',
        // nothing matches across a sentence end or a table's bar
        '团结起来谱写',
        '团结起来。谱写',
        '深化；发展动能',
        '地区生产总值增长',
        '地区生产总值 | 增长6%',
        '"总值 增长"',
        '总值，增长',
        '6%预',
        '"6% 预期"',
        '发展。展望',
        '展展',
        // several terms, quoted terms
        '养老 服务',
        '养老 床位 1200',
        '"一老一小 服务"',
        '"改革 发展 稳定"',
        '"高质量发展"',
        '"高质量发展',
        // what is excluded
        '养老 -服务',
        '发展 -"高质量 发展"',
        '-发展',
        '-发展 -养老 -改革',
        '-2025',
        `发展 -${'高质量发展'.repeat(20)}`,
        // alternatives
        '质量 OR 养老',
        '质量|养老|碳达峰',
        '养老 OR 改革 床位 OR 稳定',
        '发展。展望 OR 120',
        '5.8 OR 碳达峰 OR 的',
        '质量 OR 养老 -服务',
        // the same sentence
        '改革 NEAR 稳定',
        '改革 NEAR 动能',
        '改革 NEAR 发展 NEAR 稳定',
        '首要任务 NEAR 高质量 OR 床位 NEAR 养老',
        '地区生产总值 NEAR 增长',
        // headings only
        '标题:质量',
        '标题:发展',
        '标题:展 养老',
        '标题:质量 OR 养老',
        '发展 -标题:发展',
        '标题:"一 推动"',
        // nothing there
        '碳达峰',
        '高质量发展 碳达峰',
        'PM',
        'M2',
      ])('%s', async (q) => {
        const result = await engine.search(requestFor(q));
        expect(ids(result).sort()).toEqual(sortedIds(expected(q)));
        expect(result.total).toBe(result.hits.length);
        expect(result.exact).toBe(true);
      });

      it('finds what is known to be there, so that the table above is not about nothing', async () => {
        const totals = async (q: string) => (await engine.search(requestFor(q))).total;
        expect(await totals('高质量发展')).toBe(4);
        expect(await totals('改革、发展')).toBe(1);
        expect(await totals('改革发展')).toBe(0);
        expect(await totals('25')).toBe(0);
        expect(await totals('𠮷祥')).toBe(1);
      });

      it('finds every block for an empty query, and none for one of nothing but punctuation', async () => {
        expect((await engine.search(requestFor(''))).total).toBe(ALL.length);
        expect((await engine.search(requestFor('  '))).total).toBe(ALL.length);
        expect((await engine.search(requestFor('。，'))).total).toBe(0);
        expect((await engine.search(requestFor('""'))).total).toBe(0);
        // What the index says for punctuation.
        expect((await engine.search(requestFor('ǂ'))).total).toBe(0);
      });

      it.each([
        '"',
        '"*',
        'a" OR "b',
        'NEAR(发展, 2)',
        'body: 发展',
        '发展*',
        '^发展',
        '-发展',
        '(((((',
        "';--",
        '\\',
        '\u0000发展',
        '\ud800',
      ])('takes %j as text, not as a language of its own', async (q) => {
        const result = await engine.search(requestFor(q));
        expect(ids(result).sort()).toEqual(sortedIds(expected(q)));
      });

      it('finds any run of characters of any block again', async () => {
        for (const { block } of ALL) {
          const han = block.text.match(/\p{Script=Han}+/gu) ?? [];
          for (const run of han) {
            const characters = [...run];
            for (const length of [1, 2, 3, 5]) {
              const q = characters.slice(0, length).join('');
              expect(ids(await engine.search(requestFor(q)))).toContain(block.id);
            }
          }
        }
      });

      it('answers long queries', async () => {
        const text = COLLECTION[0]?.blocks[2]?.text ?? '';
        expect(ids(await engine.search(requestFor(text)))).toEqual([COLLECTION[0]?.blocks[2]?.id]);
        expect((await engine.search(requestFor('发展'.repeat(2_000)))).total).toBe(0);
        const manyTerms = [...new Set([...ALL.map(({ block }) => block.text).join('')])].join(' ');
        expect((await engine.search(requestFor(manyTerms))).total).toBe(0);
      });
    });

    describe('facets', () => {
      it.each<[string, Filters]>([
        ['none', NO_FILTERS],
        ['a city', filters({ city: ['510100'] })],
        ['two cities', filters({ city: ['510100', '500110'] })],
        ['a province', filters({ province: ['510000'] })],
        ['a year', filters({ year: [{ from: 2025, to: 2025 }] })],
        ['years', filters({ year: [{ from: 2023, to: 2024 }] })],
        ['a section', filters({ section: ['tasks'] })],
        ['a kind', filters({ kind: ['计划执行情况报告'] })],
        ['a report', filters({ report: ['510100-2024-work-report'] })],
        [
          'city, year and section',
          filters({ city: ['510100'], year: [{ from: 2025, to: 2025 }], section: ['tasks', 'review'] }),
        ],
        ['what contradicts itself', filters({ city: ['510100'], province: ['500000'] })],
        ['what nobody has', filters({ city: ['999999'] })],
        ['a year that nobody has', filters({ year: [{ from: 1900, to: 1900 }] })],
        [
          'more cities than there are',
          filters({ city: Array.from({ length: 70_000 }, (_, i) => String(450_000 + i)) }),
        ],
        ['every other year', filters({ year: everyOther(1_500) })],
      ])('counts under %s', async (_name, where) => {
        for (const q of ['', '发展', '一老一小', '增长', '展']) {
          const result = await engine.search(requestFor(q, { filters: where }));
          const hits = expected(q, where);
          expect(result.total).toBe(hits.length);
          expect(ids(result).sort()).toEqual(sortedIds(hits));
          expect(new Map(result.hitsByReport)).toEqual(countHitsByReport(hits));
          for (const facet of FACETS) {
            expect(new Map(result.facets[facet]), facet).toEqual(countBy(expected(q, where, facet), facet));
          }
        }
      });
    });

    describe('order', () => {
      const texts = (result: SearchResult) => result.hits.map((hit) => hit.block.text);

      it('puts repeated hits and hits in the opening sentence first, bare headings last', async () => {
        const found = texts(await engine.search(requestFor('高质量发展')));
        expect(found[0]).toMatch(/^高质量发展取得新成效/);
        expect(found.indexOf('一、推动高质量发展')).toBeGreaterThan(1);
        const lengths = texts(await engine.search(requestFor('发展'))).map((text) => text.length);
        expect(lengths.indexOf(2)).toBeGreaterThan(lengths.findLastIndex((length) => length >= 40));
      });

      it.each([
        ['newest', byNewest],
        ['oldest', byOldest],
        ['report', byId],
      ] as const)('sorts by %s', async (sort, order) => {
        const result = await engine.search(requestFor('发展', { sort }));
        const wanted = [...expected('发展')].sort(
          (a, b) => order(a.report, b.report) || a.block.number - b.block.number,
        );
        expect(ids(result)).toEqual(wanted.map(({ block }) => block.id));
      });

      it('is the same on every page, without a gap or a repeat', async () => {
        for (const sort of ['relevance', 'newest', 'oldest', 'report'] as const) {
          for (const q of ['', '发展']) {
            const whole = await engine.search(requestFor(q, { sort }));
            const paged: string[] = [];
            for (let offset = 0; offset < whole.total; offset += 3) {
              const page = await engine.search(requestFor(q, { sort, offset, limit: 3 }));
              expect(page.total).toBe(whole.total);
              paged.push(...ids(page));
            }
            expect(paged).toEqual(ids(whole));
          }
        }
      });

      it('is the same on pages of any size, also past the hits that are put in order anew', async () => {
        const years = Array.from({ length: 130 }, (_, i) => 1900 + i);
        const reports = years.map((year) =>
          makeReport({ city: '丙川市', province: '四川省', adcode: '510300', year }, [
            ['tasks', 'paragraph', `${'推动发展。'.repeat(1 + ((year * 7) % 5))}`],
            ['tasks', 'paragraph', `${'其他方面，'.repeat((year * 3) % 11)}发展。`],
            ['tasks', 'paragraph', `一要发展，${'二要改革，'.repeat((year * 5) % 7)}三要开放。`],
          ]),
        );
        await engine.replace(asDocuments(reports), { fingerprint: 'pages', problems: [] });
        for (const onePerReport of [false, true]) {
          const all = onePerReport ? reports.length : 3 * reports.length;
          const whole = await engine.search(requestFor('发展', { onePerReport, limit: all }));
          expect(new Set(ids(whole)).size).toBe(all);
          for (const limit of [8, 20, 40, 90]) {
            const paged: string[] = [];
            for (let offset = 0; offset < all; offset += limit)
              paged.push(...ids(await engine.search(requestFor('发展', { onePerReport, offset, limit }))));
            expect(paged, `by ${limit}`).toEqual(ids(whole));
          }
        }
        await engine.replace(asDocuments(COLLECTION), STATE);
      });

      it.each(['newest', 'oldest', 'report', 'relevance'] as const)(
        'returns one hit of each report where that is asked for, by %s',
        async (sort) => {
          for (const q of ['', '发展', '质量 OR 养老']) {
            const whole = await engine.search(requestFor(q, { sort }));
            const grouped = await engine.search(requestFor(q, { sort, onePerReport: true }));
            expect(grouped.total).toBe(whole.total);
            expect(grouped.facets).toEqual(whole.facets);
            const perReport = new Map<string, Hit[]>();
            for (const hit of whole.hits)
              perReport.set(hit.report.id, [...(perReport.get(hit.report.id) ?? []), hit]);
            expect(grouped.hits.map(({ report, more }) => [report.id, more + 1]).sort()).toEqual(
              [...perReport].map(([id, hits]) => [id, hits.length]).sort(),
            );
            if (sort === 'relevance') continue;
            expect(ids(grouped)).toEqual([...perReport.values()].map(([first]) => first?.block.id));
            const second = await engine.search(
              requestFor(q, { sort, onePerReport: true, offset: 1, limit: 1 }),
            );
            expect(ids(second)).toEqual(ids(grouped).slice(1, 2));
          }
        },
      );

      it('has nothing past the end, and still the totals', async () => {
        const result = await engine.search(requestFor('发展', { offset: 1_000, limit: 10 }));
        expect(result.hits).toEqual([]);
        expect(result.total).toBe(expected('发展').length);
        expect((await engine.search(requestFor('发展', { limit: 0 }))).total).toBe(result.total);
      });
    });

    describe('reports', () => {
      it('gives each back whole, and null for one there is not', async () => {
        for (const report of COLLECTION) expect(await engine.report(report.id)).toEqual(report);
        expect(await engine.report('510100-1999-work-report')).toBeNull();
      });

      it('lists them newest first', async () => {
        expect(await engine.reports()).toEqual([...COLLECTION].sort(byNewest).map(summarise));
      });

      it('hands a hit out with its report', async () => {
        const [hit] = (await engine.search(requestFor('轨道交通'))).hits;
        expect(hit?.report).toEqual(summarise(COLLECTION[2] as Report));
        expect(hit?.block).toEqual(COLLECTION[2]?.blocks[0]);
      });
    });

    describe('vocabulary', () => {
      it('says how many blocks a search for each entry finds', async () => {
        const vocabulary = await engine.vocabulary();
        expect(vocabulary.length).toBeGreaterThan(50);
        for (const { text, count } of vocabulary) {
          expect([text, (await engine.search(requestFor(`"${text}"`))).total]).toEqual([text, count]);
        }
      });

      it('has words, policy terms and other names, the most frequent first', async () => {
        const vocabulary = await engine.vocabulary();
        const of = (text: string) => vocabulary.find((entry) => entry.text === text);
        expect(vocabulary[0]).toEqual({ text: '发展', kind: 'term', count: 8, pinyin: 'fa zhan' });
        expect(of('轨道交通')).toMatchObject({ count: 1, pinyin: 'gui dao jiao tong' });
        expect(of('一老一小')).toMatchObject({ count: 2 });
        expect(of('国内生产总值')).toMatchObject({ count: 1 });
        expect(of('GDP')).toMatchObject({ count: 1, pinyin: '' });
        expect(of('碳达峰')).toBeUndefined();
        expect(of('的')).toBeUndefined();
        const counts = vocabulary.map(({ count }) => count);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
      });

      it('has the headings, without their numbers', async () => {
        const [first, ...others] = COLLECTION as [Report, ...Report[]];
        const heading = { level: 1, text: '一、推动高质量发展', section: 'review', block: 2 } as const;
        await engine.replace(asDocuments([{ ...first, headings: [heading] }, ...others]), STATE);
        const headings = (await engine.vocabulary()).filter(({ kind }) => kind === 'heading');
        expect(headings).toEqual([
          { text: '推动高质量发展', kind: 'heading', count: 1, pinyin: 'tui dong gao zhi liang fa zhan' },
        ]);
        await engine.replace(asDocuments(COLLECTION), STATE);
      });
    });

    describe('replacing', () => {
      it('tells what it was made from', async () => {
        expect(await engine.corpusState()).toEqual(STATE);
      });

      it('is told what could not be read when the last report was', async () => {
        const problems: FileProblem[] = [];
        async function* withProblems() {
          yield* asDocuments(COLLECTION);
          problems.push({ file: 'a.txt', message: '空文件' });
        }
        await engine.replace(withProblems(), { fingerprint: 'late', problems });
        expect(await engine.corpusState()).toEqual({
          fingerprint: 'late',
          problems: [{ file: 'a.txt', message: '空文件' }],
        });
        await engine.replace(asDocuments(COLLECTION), STATE);
      });

      it('keeps the old collection where the new one breaks off', async () => {
        async function* breakingOff() {
          yield* asDocuments(COLLECTION.slice(0, 1));
          throw new Error('broken off');
        }
        await expect(engine.replace(breakingOff(), { fingerprint: 'two', problems: [] })).rejects.toThrow(
          'broken off',
        );
        expect((await engine.search(requestFor(''))).total).toBe(ALL.length);
        expect(await engine.corpusState()).toEqual(STATE);
      });

      it('replaces everything, and answers searches all the while', async () => {
        const next = makeReport({ city: '丙川市', province: '四川省', adcode: '510300', year: 2026 }, [
          ['review', 'paragraph', '只此一段。'],
        ]);
        let searches = 0;
        async function* slowly() {
          yield* asDocuments([next]);
          expect((await engine.search(requestFor(''))).total).toBe(ALL.length);
          searches += 1;
        }
        const state = { fingerprint: 'three', problems: [{ file: 'a.txt', message: '空文件' }] };
        await engine.replace(slowly(), state);
        expect(searches).toBe(1);
        expect((await engine.search(requestFor(''))).total).toBe(1);
        expect((await engine.search(requestFor('发展'))).total).toBe(0);
        expect(await engine.report(COLLECTION[0]?.id ?? '')).toBeNull();
        expect(await engine.corpusState()).toEqual(state);

        await engine.replace(asDocuments(COLLECTION), STATE);
        expect((await engine.search(requestFor(''))).total).toBe(ALL.length);
      });
    });
  });
}
