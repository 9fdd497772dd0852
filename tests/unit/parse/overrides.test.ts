import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { entryFor, parseOverrides, readOverrides } from '../../../indexer/overrides.ts';

const folder = mkdtempSync(join(tmpdir(), 'overrides-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('readOverrides', () => {
  it('has none where there is no file', () => {
    expect(readOverrides(folder).entries.size).toBe(0);
  });

  it('reads the entries by file name', () => {
    const entry = { city: '资阳市', year: 2024, kind: '政府工作报告', date: '2024-01-10' };
    writeFileSync(join(folder, 'reports.json'), JSON.stringify({ '四川/资阳.txt': entry }));
    expect(entryFor(readOverrides(folder), '四川/资阳.txt')).toEqual(entry);
  });
});

describe('parseOverrides', () => {
  it.each([
    ['not JSON', '{', /不是合法的 JSON/],
    [
      'a comma too many',
      '{\n  "a.txt": { "year": 2024, }\n}',
      /^reports\.json 不是合法的 JSON：第 2 行第 2[789] 列附近有错。/,
    ],
    ['a Chinese quotation mark', '{\n"a.txt": {“year”: 2024}\n}', /第 2 行第 11 列附近有错/],
    ['what follows the end', '{}\n{}', /第 2 行第 1 列附近有错/],
    ['a file that breaks off', '{"a.txt": {"year": 2024', /不是合法的 JSON：文件没有写完/],
    ['a list', '[]', /reports\.json 要写成/],
    ['an unknown field', '{"a.txt":{"yaer":2024}}', /“a\.txt”有不认识的字段 yaer.*可以写的字段：city/],
    ['an unknown place', '{"a.txt":{"city":"桃花源市"}}', /“a\.txt”的 city 不对：行政区划表里没有这个地名/],
    ['an unknown code', '{"a.txt":{"adcode":"999999"}}', /adcode 不对/],
    ['a year in words', '{"a.txt":{"year":"2024"}}', /year 不对：要写成年份/],
    ['an unknown kind', '{"a.txt":{"kind":"讲话"}}', /kind 不对：要写成 政府工作报告/],
    ['a wrong date', '{"a.txt":{"date":"2024-13-01"}}', /date 不对：要写成 "2026-01-28"/],
    ['a wrong address', '{"a.txt":{"url":"ftp://a"}}', /url 不对/],
    [
      'a place that isn’t the code’s',
      '{"a.txt":{"city":"自贡市","adcode":"512000"}}',
      /city 不对：与 adcode 不是同一/,
    ],
    ['a name of several places', '{"a.txt":{"city":"朝阳区"}}', /city 不对：这个地名不止一处.*"adcode"/],
    [
      'a date far from the year',
      '{"a.txt":{"year":2019,"date":"2023-01-04"}}',
      /date 不对：与 year 差了一年以上/,
    ],
    [
      'a review of a later year',
      '{"a.txt":{"year":2019,"reviewYear":2020}}',
      /reviewYear 不对：不能晚于 year/,
    ],
    ['an entry that isn’t one', '{"a.txt":2024}', /“a\.txt”不对：要写成一组字段/],
  ])('refuses %s and says what to write', (_, json, message) => {
    const read = () => entryFor(parseOverrides(json), 'a.txt');
    expect(read).toThrow(message);
    expect(read).toThrow(expect.objectContaining({ code: 'bad_overrides' }));
  });

  it('takes a name of several places with the code of one', () => {
    const entry = { city: '朝阳区', adcode: '220104' };
    expect(entryFor(parseOverrides(JSON.stringify({ 'a.txt': entry })), 'a.txt')).toEqual(entry);
  });

  it('takes the date of a report held at the end of the year before', () => {
    const entry = { year: 2024, reviewYear: 2023, date: '2023-12-28' };
    expect(entryFor(parseOverrides(JSON.stringify({ 'a.txt': entry })), 'a.txt')).toEqual(entry);
  });

  it('lets a wrong entry not spoil the others', () => {
    const overrides = parseOverrides('{"a.txt":{"yaer":2024},"b.txt":{"year":2024}}');
    expect(entryFor(overrides, 'b.txt')).toEqual({ year: 2024 });
    expect(entryFor(overrides, 'c.txt')).toBeUndefined();
  });
});
