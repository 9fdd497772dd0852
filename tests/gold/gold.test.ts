import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '../../indexer/parse/decode.ts';
import { identify, parseReport } from '../../indexer/parse/parse-report.ts';
import { type Gold, score } from './score.ts';

const DATA = new URL('data/', import.meta.url);
const CORPUS = new URL('../../corpus/', import.meta.url);
const NAMES = readdirSync(DATA).map((file) => decodeURI(file).replace(/\.json$/, ''));

describe.each(NAMES)('%s', (name) => {
  const gold = JSON.parse(readFileSync(new URL(`${encodeURI(name)}.json`, DATA), 'utf8')) as Gold;
  const parsed = parseReport(decode(readFileSync(new URL(`${encodeURI(name)}.txt`, CORPUS))));
  const result = score(gold, parsed);

  it('infers the metadata from the text alone', () => {
    const { meta } = parsed;
    expect(meta).toMatchObject({
      city: gold.meta.city,
      province: gold.meta.province,
      adcode: gold.meta.adcode,
      year: gold.meta.yearDelivered,
      reviewYear: gold.meta.yearReviewed,
      kind: gold.meta.kind,
      date: gold.meta.date,
      source: gold.meta.source,
      titleInferred: gold.meta.titleInferred ?? false,
    });
    if (!meta.titleInferred) expect(meta.title).toBe(gold.meta.title);
    expect(meta.evidence).toMatchObject({ city: expect.any(String), year: expect.any(String) });
  });

  it('finds the paragraphs, whole and in order', () => {
    expect(result.bodyRecall).toBeGreaterThanOrEqual(0.995);
    expect(result.body).toBeGreaterThanOrEqual(0.995);
    expect(result.paragraphs).toBeGreaterThanOrEqual(0.98);
    expect(result.order).toBeGreaterThanOrEqual(0.99);
    expect(result.sentences).toBeGreaterThanOrEqual(0.985);
  });

  it('finds the headings and their levels', () => {
    expect(result.headings).toBeGreaterThanOrEqual(0.97);
    expect(result.headingLevels).toBeGreaterThanOrEqual(0.95);
    expect(result.headingSections).toBeGreaterThanOrEqual(0.95);
  });

  it('gives each paragraph its section', () => {
    expect(result.sectionCharacters).toBeGreaterThanOrEqual(0.95);
  });

  it('finds the tables and the glossary', () => {
    expect(result.tables).toBe(1);
    expect(result.cells).toBeGreaterThanOrEqual(0.99);
    expect(result.glossary).toBe(1);
    expect(result.definitions).toBeGreaterThanOrEqual(0.98);
  });

  it('makes every repair within one block and lets no noise through', () => {
    expect(result.brokenRepairs).toEqual([]);
    expect(result.leaks).toEqual([]);
  });

  it('accounts for every character', () => {
    const { all, kept, dropped } = parsed.characters;
    expect(kept + dropped).toBe(all);
  });

  it('gives every block its own id and one section', () => {
    const { blocks } = identify(parsed);
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
    expect(blocks.map(({ number }) => number)).toEqual(blocks.map((_, i) => i + 1));
  });
});
