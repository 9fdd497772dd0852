import { describe, expect, it } from 'vitest';
import { summarise } from '../../../../report/summary.ts';
import { Catalogue } from '../../../../server/catalogue.ts';
import { completionsOf } from '../../../../server/suggestions/completions.ts';
import { makeReport } from '../../../fixtures/collection.ts';
import { lexiconOf } from './lexicon.ts';

const catalogue = new Catalogue(
  [
    makeReport({ city: '资阳市', province: '四川省', adcode: '512000', year: 2024 }, []),
    makeReport({ city: '自贡市', province: '四川省', adcode: '510300', year: 2025 }, []),
  ].map(summarise),
);
const lexicon = lexiconOf(
  { 高质量: 225, 高质量发展: 160, 高标准农田: 20, GDP: 4, 规定: 30, 资源: 90, OR: 1 },
  ['高质量发展取得新成效', 'AI 赋能'],
);
const complete = (q: string) => completionsOf(q, lexicon, catalogue);
const texts = (q: string) => complete(q).map(({ kind, text }) => `${kind} ${text}`);
const queryOf = (url: string | undefined) => new URL(url ?? '', 'http://a').searchParams;

describe('completionsOf', () => {
  it.each([
    ['高质', ['term 高质量', 'term 高质量发展', 'heading 高质量发展取得新成效']],
    ['高質', ['term 高质量', 'term 高质量发展', 'heading 高质量发展取得新成效']],
    ['gaozhi', ['term 高质量', 'term 高质量发展', 'heading 高质量发展取得新成效']],
    ['gao zhi', ['term 高质量', 'term 高质量发展', 'heading 高质量发展取得新成效']],
    ['gzlfz', ['term 高质量发展', 'heading 高质量发展取得新成效']],
    ['gd', ['term GDP', 'term 规定']],
    ['资', ['term 资源', 'report 2024年资阳市政府工作报告', 'place 资阳市']],
    ['ziy', ['term 资源', 'report 2024年资阳市政府工作报告', 'place 资阳市']],
    ['四川', ['place 四川省']],
    ['2025', ['report 2025年自贡市政府工作报告']],
    ['无此', []],
    ['高质 ', []],
    ['"', []],
    ['，', []],
    ['', []],
  ])('completes %j', (q, expected) => {
    expect(texts(q)).toEqual(expected);
  });

  it('counts terms and headings', () => {
    expect(complete('高质').map(({ count }) => count)).toEqual([225, 160, 1]);
    expect(complete('四川')[0]).not.toHaveProperty('count');
  });

  it('keeps the rest of the query', () => {
    expect(queryOf(complete('养老 -床位 高质')[1]?.url).get('q')).toBe('养老 -床位 高质量发展');
    expect(queryOf(complete('养老 gao zhi')[0]?.url).get('q')).toBe('养老 高质量');
    expect(queryOf(complete('标题:高质')[0]?.url).get('q')).toBe('标题:高质量');
    expect(queryOf(complete('"AI 赋')[0]?.url).get('q')).toBe('"AI 赋能"');
    expect([...queryOf(complete('养老 四川')[0]?.url)]).toEqual([
      ['q', '养老'],
      ['province', '510000'],
    ]);
    expect(complete('养老 资')[1]?.url).toBe('/reports/512000-2024-work-report');
  });

  it('lists ten, some of each kind', () => {
    const many = lexiconOf(
      Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`资${i}号`, i])),
      Array.from({ length: 5 }, (_, i) => `资产${i}`),
    );
    const found = completionsOf('资', many, catalogue);
    expect(found.map(({ kind }) => kind)).toEqual([
      ...Array(6).fill('term'),
      'heading',
      'heading',
      'report',
      'place',
    ]);
    expect(found.slice(0, 3).map(({ text }) => text)).toEqual(['资29号', '资28号', '资27号']);
  });

  it.each([
    '高'.repeat(5_000),
    '\ud800',
    '\u0000',
    '"'.repeat(100),
    '((((',
    '%',
    "'; --",
    'a '.repeat(3_000),
  ])('takes %j calmly', (q) => {
    expect(complete(q)).toEqual([]);
  });

  it('answers within 5 ms among 100,000 terms', () => {
    const syllables = [...'发展改革开放创新绿色城乡建设经济社会文化教育医疗养老就业产业投资消费'];
    const pick = (i: number) => syllables[i % syllables.length];
    const terms = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, i) => [
        `${pick(i)}${pick(i >> 3)}${pick(i >> 6)}${String.fromCodePoint(0x4e00 + (i % 20_000))}`,
        i % 997,
      ]),
    );
    const large = lexiconOf(terms);
    for (const q of ['发', '发展', 'f', 'fa', 'fazhan', 'fz', '养老 开']) {
      const times = Array.from({ length: 5 }, () => {
        const started = performance.now();
        completionsOf(q, large, catalogue);
        return performance.now() - started;
      });
      expect([q, Math.min(...times) < 5]).toEqual([q, true]);
    }
  });
});
