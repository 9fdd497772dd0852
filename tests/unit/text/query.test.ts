import { describe, expect, it } from 'vitest';
import { isEmpty, parseQuery, soughtTerms } from '../../../text/query.ts';

/** A query as it was read: one string a clause, `~` for NEAR, `|` for OR, `-` for an exclusion, `T:` for headings. */
const clauses = (text: string) =>
  parseQuery(text).clauses.map(
    ({ excluded, alternatives }) =>
      (excluded ? '-' : '') +
      alternatives
        .map(({ kind, terms }) => (kind === 'heading' ? 'T:' : '') + terms.map((term) => term.text).join('~'))
        .join('|'),
  );
const filters = (text: string) =>
  parseQuery(text).filters.map(({ field, values, excluded }) => `${excluded ? '-' : ''}${field}=${values}`);

describe('parseQuery', () => {
  it.each([
    ['养老 服务', ['养老', '服务']],
    ['养老　服务\n床位', ['养老', '服务', '床位']],
    ['"养老 服务" 床位', ['养老 服务', '床位']],
    ['甲"乙 丙"丁', ['甲', '乙 丙', '丁']],
    ['＂全角 引号＂', ['全角 引号']],
    ['深化"放管服"改革', ['深化"放管服"改革']],
    ['（一）甲', ['（一）甲']],
    ['改革 ， 。', ['改革']],
    ['""', []],
    ['', []],
  ])('takes %j as terms', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  it.each([
    ['“一老一小”', ['一老一小']],
    ['「智慧 城市」 『数字 政府』', ['智慧 城市', '数字 政府']],
    ['“改革 开放” 创新', ['改革 开放', '创新']],
    ['”两重”', ['两重']],
    ['推进“十五五”规划', ['推进“十五五”规划']],
    ['“十四五”时期 推进“双碳”', ['“十四五”时期', '推进“双碳”']],
    ['“没有收尾 的', ['“没有收尾', '的']],
    ['“两重”|“两新”', ['两重|两新']],
  ])('takes Chinese quotation marks around whole words as operators: %j', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  it.each([
    ['养老 -托育', ['养老', '-托育']],
    ['养老 －托育 −床位', ['养老', '-托育', '-床位']],
    ['-"养老 服务"', ['-养老 服务']],
    ['-标题:养老', ['-T:养老']],
    ['5-6月', ['5-6月']],
    ['- 改革', ['改革']],
    ['——坚持', ['——坚持']],
  ])('excludes by a minus in front of a word: %j', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  it.each([
    ['甲 OR 乙 丙', ['甲|乙', '丙']],
    ['甲|乙｜丙', ['甲|乙|丙']],
    ['甲 ＯＲ 乙', ['甲|乙']],
    ['甲 NEAR 乙 NEAR 丙', ['甲~乙~丙']],
    ['甲 NEAR 乙 OR 丙', ['甲~乙|丙']],
    ['标题:甲 OR 标题:乙 OR 丙', ['T:甲|T:乙|丙']],
    ['标题：数字 title:政务', ['T:数字', 'T:政务']],
    ['标题： 数字', ['T:数字']],
    ['标题:"数字 政府"', ['T:数字 政府']],
    ['ORACLE 甲or乙', ['ORACLE', '甲or乙']],
  ])('reads operators: %j', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
    expect(parseQuery(text).notes).toEqual([]);
  });

  it.each([
    ['城市:资阳 养老', ['city=资阳']],
    ['城市：资阳，自贡', ['city=资阳,自贡']],
    ['城市:资阳|城市:自贡', ['city=资阳,自贡']],
    ['-city:资阳', ['-city=资阳']],
    ['年份:2020..2025', ['year=2020..2025']],
    ['年份：２０２０－2025年 year:2024年', ['year=2020..2025', 'year=2024']],
    ['章节:重点任务 SECTION:tasks', ['section=重点任务', 'section=tasks']],
    ['类型:政府工作报告 kind:图解 省份:四川', ['kind=政府工作报告', 'kind=图解', 'province=四川']],
  ])('reads filters: %j', (text, expected) => {
    expect(filters(text)).toEqual(expected);
    expect(parseQuery(text).notes).toEqual([]);
  });

  it.each([
    ['甲 OR', ['甲', 'OR']],
    ['NEAR 甲', ['NEAR', '甲']],
    ['-甲 OR 乙', ['-甲', 'OR', '乙']],
    ['甲 or 乙', ['甲', 'or', '乙']],
    ['甲 AND 乙', ['甲', 'AND', '乙']],
    ['甲 NEAR/5 乙', ['甲', 'NEAR/5', '乙']],
    ['(甲 OR 乙) 丙', ['(甲|乙)', '丙']],
    ['标题： ', ['标题：']],
    ['-加快推进，全面落实', ['加快推进，全面落实']],
    ['甲 NEAR 标题:乙', ['甲', 'NEAR', '标题:乙']],
    ['年份:abc', ['年份:abc']],
    ['年份:2025..2020', ['年份:2025..2020']],
    ['城市:资阳 OR 养老', ['城市:资阳', 'OR', '养老']],
    ['"没有收尾 的', ['没有收尾 的']],
  ])('takes %j, which makes no sense, as plain text and says so', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
    expect(parseQuery(text).notes).toHaveLength(1);
  });

  it('takes a bar without a word beside it for a sign', () => {
    expect(clauses('| 甲 | | 乙 |')).toEqual(['甲', '乙']);
  });

  it('cuts a term at sentence ends', () => {
    const [term] = soughtTerms(parseQuery('发展。我们；'));
    expect(term?.parts.map((part) => part.map((token) => token.text).join(''))).toEqual(['发展', '我们']);
  });

  it('knows where each part was typed', () => {
    const text = ' 养老 -"甲 乙"　城市:资阳 丙 OR 丁';
    const { clauses: read, filters: typed } = parseQuery(text);
    const slices = [...read, ...typed].map(({ typed: [start, end] }) => text.slice(start, end));
    expect(slices).toEqual(['养老', '-"甲 乙"', '丙 OR 丁', '城市:资阳']);
  });
});

describe('isEmpty', () => {
  it.each([
    ['　 ', true],
    ['城市:资阳', true],
    ['，', false],
    ['-', false],
    ['养老', false],
    ['-养老', false],
  ])('%j: %s', (text, expected) => {
    expect(isEmpty(parseQuery(text))).toBe(expected);
  });
});

describe('soughtTerms', () => {
  it('names each term once and nothing that is excluded', () => {
    expect(soughtTerms(parseQuery('甲 乙 OR 甲 -丙')).map(({ text }) => text)).toEqual(['甲', '乙']);
  });
});
