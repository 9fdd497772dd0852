import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqliteEngine } from '../../../engine/sqlite/sqlite-engine.ts';
import { Catalogue } from '../../../server/catalogue.ts';
import { runSearch } from '../../../server/search.ts';
import { SearchState } from '../../../server/search-state.ts';
import { asDocuments, makeReport } from '../../fixtures/collection.ts';

const texts = [
  '粮食产量增长。',
  '招商引资成效明显。',
  '高新技术企业数量增长。',
  '企业数量增长，其中有高新技术企业。',
  '规上企业数量翻番。',
  '养老推进有力。',
  '推进改革。',
  ...Array.from({ length: 12 }, (_, i) => `第${i}项：推进养老事业。`),
];
const REPORT = makeReport(
  { city: '自贡市', province: '四川省', adcode: '510300', year: 2025 },
  texts.map((text) => ['review', 'paragraph', text] as const),
);
const folder = mkdtempSync(join(tmpdir(), 'search-'));
const engine = new SqliteEngine(join(folder, 'index.sqlite'));

beforeAll(() => engine.replace(asDocuments([REPORT]), { fingerprint: '', problems: [] }));

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

async function search(settings: ConstructorParameters<typeof SearchState>[0]) {
  const found = await runSearch(engine, new SearchState(settings), await Catalogue.of(engine));
  return {
    mode: found.mode,
    total: found.result.total,
    related: found.related.map(({ mode, total, hits }) => [mode, total, hits.map((hit) => hit.block.text)]),
  };
}

describe('runSearch', () => {
  it('finds what a question asks for, one word as well as several', async () => {
    expect(await search({ q: '粮食产量是多少' })).toEqual({ mode: 'words', total: 1, related: [] });
  });

  it('lets those that have all words follow a few hits, then those that have some', async () => {
    const { mode, total, related } = await search({ q: '高新技术企业数量' });
    expect([mode, total]).toEqual(['exact', 1]);
    expect(related).toEqual([
      ['words', 1, [texts[3]]],
      ['any', 1, [texts[4]]],
    ]);
  });

  it('lets nothing more follow where those that have all words aren’t few', async () => {
    const { total, related } = await search({ q: '养老推进' });
    expect(total).toBe(1);
    expect(related.map(([mode, more]) => [mode, more])).toEqual([['words', 12]]);
  });

  it('lets those that have some of the words follow where none has all', async () => {
    const { mode, total, related } = await search({ q: '粮食 招商引资' });
    expect([mode, total]).toEqual(['exact', 0]);
    expect(related).toEqual([['any', 2, [texts[0], texts[1]]]]);
  });

  it('lets nothing follow many hits, one word, the hits of a mode that was asked for, or a quotation', async () => {
    for (const settings of [
      { q: '推进养老' },
      { q: '粮食' },
      { q: '高新技术企业数量', mode: 'exact' as const },
      { q: '“高新技术企业数量”' },
      { q: '粮食 招商引资 -产量' },
    ]) {
      expect((await search(settings)).related, settings.q).toEqual([]);
    }
  });

  it('lets it follow the last page only, without what earlier pages had', async () => {
    const q = '企业 数量 增长';
    expect((await search({ q, per: 1 })).related).toEqual([]);
    const { total, related } = await search({ q, per: 1, page: 2 });
    expect(total).toBe(2);
    expect(related).toEqual([['any', 2, [texts[4], texts[0]]]]);
  });
});
