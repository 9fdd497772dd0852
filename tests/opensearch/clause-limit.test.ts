import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { OpenSearchEngine } from '../../engine/opensearch/opensearch-engine.ts';
import { match } from '../../text/match.ts';
import { asDocuments, makeReport, requestFor } from '../fixtures/collection.ts';
import { type Cluster, optionsFor, removeIndexes } from '../fixtures/opensearch-cluster.ts';

const cluster = inject('openSearch');

if (cluster) describe('queries of more clauses than OpenSearch takes', () => describeLimit(cluster));
else describe.skip('queries of more clauses than OpenSearch takes (no Java)');

/** Few enough that chance finds something. */
const LETTERS = [...'推动高质量发展加快建设'];
const SENTENCE = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 12 })
  .map((all) => all.join(''));
const PASSAGE = fc.array(SENTENCE, { minLength: 1, maxLength: 3 }).map((all) => `${all.join('。')}。`);

/** As many parts as make a query too large, each as a reader may write it. */
const MANY = { minLength: 250, maxLength: 600 };
const WORD = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
const EXCLUDABLE = fc.oneof(
  WORD,
  fc.tuple(WORD, WORD).map(([a, b]) => `"${a}。${b}"`),
);
const OPERAND = fc.oneof(
  EXCLUDABLE,
  fc.array(WORD, { minLength: 2, maxLength: 4 }).map((words) => words.join(' NEAR ')),
  WORD.map((word) => `标题:${word}`),
);
const ALTERNATIVES = fc.array(OPERAND, MANY).map((operands) => operands.join(' | '));
const EXCLUDED = fc
  .array(
    fc.oneof(
      EXCLUDABLE,
      EXCLUDABLE.map((one) => `标题:${one}`),
    ),
    MANY,
  )
  .map((operands) => operands.map((one) => `-${one}`).join(' '));

function describeLimit(cluster: Cluster): void {
  const options = optionsFor(cluster, 'clauses');
  const engine = new OpenSearchEngine({ ...options });
  const made = (year: number, passages: readonly string[]) =>
    makeReport(
      { city: '丙川市', province: '四川省', adcode: '510300', year },
      passages.map((text, i) => ['tasks', i % 3 === 0 ? 'heading' : 'paragraph', text] as const),
    );
  const everything = Array.from({ length: 1_300 }, (_, i) => String.fromCodePoint(0x6800 + i));
  const nears = everything
    .slice(0, 40)
    .map((_, i) =>
      [everything.slice(0, 30 + i), everything.slice(80, 110 + i)].map((all) => all.join('')).join(' NEAR '),
    );
  const reports = [
    made(2020, fc.sample(PASSAGE, { numRuns: 600, seed: 7 })),
    made(2021, [
      `推动高质量发展。${everything.join('')}。`,
      `${everything.join('。')}。`,
      `${everything.slice(1).join('。')}。`,
      `推动，${everything.slice(0, 700).join('，')}。`,
    ]),
  ];

  beforeAll(() => engine.replace(asDocuments(reports), { fingerprint: 'one', problems: [] }));

  afterAll(async () => {
    await engine.close();
    await removeIndexes(cluster, options.prefix);
  });

  /** Holds what the engine finds against every text. @returns how much that is. */
  async function check(q: string): Promise<number> {
    const request = { ...requestFor(q), limit: 1_000 };
    const matching = reports.flatMap(({ id, blocks }) =>
      blocks.filter((block) => match(block, request.query)).map(({ number }) => `${id} ${number}`),
    );
    const { hits, total, exact, facets } = await engine.search(request);
    expect(hits.map(({ report, block }) => `${report.id} ${block.number}`).sort()).toEqual(matching.sort());
    const inSections = [...facets.section.values()].reduce((sum, count) => sum + count, 0);
    expect([exact, total, inSections]).toEqual([true, matching.length, matching.length]);
    return total;
  }

  it.each<readonly [what: string, q: string]>([
    ['headings', everything.map((one, i) => `标题:${one}${everything[i + 1] ?? '丁'}`).join(' | ')],
    ['headings of one word', everything.map((one) => `标题:${one}`).join(' | ')],
    ['words of three', everything.map((_, i) => everything.slice(i, i + 3).join('')).join('|')],
    ['sentences, quoted', `"${everything.join('。')}"`],
    ['words that must all be there', everything.map((one) => `${one}`).join(' ')],
    ['words of one sentence, one way of many', nears.join(' | ')],
    ['words of one sentence, in all of many ways', nears.join(' ')],
    ['a sentence of 700 words', everything.slice(0, 700).join(' NEAR ')],
    ['sentences that must not be there', `${everything[5]} -"${everything.join('。')}"`],
  ])('%s', { timeout: 60_000 }, async (_, q) => {
    expect(await check(q)).toBeGreaterThan(0);
  });

  it('finds what matches, whatever is asked', { timeout: 600_000 }, async () => {
    let found = 0;
    const queries = fc.oneof(
      ALTERNATIVES,
      fc.tuple(ALTERNATIVES, ALTERNATIVES).map((both) => both.join(' ')),
      fc.tuple(WORD, EXCLUDED).map((both) => both.join(' ')),
      EXCLUDED,
      fc
        .tuple(fc.array(OPERAND, { minLength: 1, maxLength: 3 }), ALTERNATIVES)
        .map(([few, many]) => `${few.join(' ')} ${many}`),
    );
    await fc.assert(
      fc.asyncProperty(queries, async (q) => {
        found += await check(q);
      }),
      { numRuns: Number(process.env.CLAUSE_RUNS ?? 25), endOnFailure: true },
    );
    expect(found).toBeGreaterThan(0);
  });
}
