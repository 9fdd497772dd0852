import { describe, expect, it } from 'vitest';
import { summarise } from '../../../report/summary.ts';
import type { ReportMeta } from '../../../report/types.ts';
import { Catalogue } from '../../../server/catalogue.ts';
import { neighbours } from '../../../server/presenters/neighbours.ts';
import { makeReport } from '../../fixtures/collection.ts';

const NOTHING = { q: '', mode: '', expand: '' } as const;
const ZIGONG = { city: '自贡市', province: '四川省', adcode: '510300' };

const report = (meta: Pick<ReportMeta, 'city' | 'province' | 'adcode' | 'year'> & Partial<ReportMeta>) =>
  summarise(makeReport(meta, []));
const zigong = (year: number, more: Partial<ReportMeta> = {}) => report({ ...ZIGONG, ...more, year });

/** A catalogue has the newest first, then by id, as engines give them. */
const catalogueOf = (...reports: ReturnType<typeof report>[]) =>
  new Catalogue(reports.sort((a, b) => b.year - a.year || (a.id < b.id ? -1 : 1)));

describe('the years before and after', () => {
  const at2022 = zigong(2022);
  const all = catalogueOf(zigong(2018), zigong(2021), at2022, zigong(2025), zigong(2026));

  it('are the nearest there are, named by how near they are', () => {
    expect(neighbours(at2022, all, NOTHING).steps).toEqual([
      { rel: 'prev', label: '上一年（2021年）', href: '/reports/510300-2021-work-report' },
      { rel: 'next', label: '下一份（2025年）', href: '/reports/510300-2025-work-report' },
    ]);
  });

  it('are missing at the ends', () => {
    const labelsOf = (year: number) => neighbours(zigong(year), all, NOTHING).steps.map(({ label }) => label);
    expect(labelsOf(2018)).toEqual(['下一份（2021年）']);
    expect(labelsOf(2026)).toEqual(['上一年（2025年）']);
  });

  it('are of the same place', () => {
    const others = catalogueOf(
      at2022,
      report({ city: '资阳市', province: '四川省', adcode: '512000', year: 2023 }),
    );
    expect(neighbours(at2022, others, NOTHING).steps).toEqual([]);
  });

  it('are of the same kind, or else of another that is named', () => {
    const others = catalogueOf(
      zigong(2020),
      zigong(2021, { kind: '工作简报' }),
      at2022,
      zigong(2023, { kind: '图解' }),
    );
    expect(neighbours(at2022, others, NOTHING).steps.map(({ label }) => label)).toEqual([
      '上一份（2020年）',
      '下一年（2023年图解）',
    ]);
  });

  it('come without a suffix first where a year has two', () => {
    const second = (year: number) => ({ ...zigong(year), id: `510300-${year}-work-report-0123456789` });
    const twice = catalogueOf(second(2021), zigong(2021), at2022, second(2023), zigong(2023));
    expect(neighbours(at2022, twice, NOTHING).steps.map(({ href }) => href)).toEqual([
      '/reports/510300-2021-work-report',
      '/reports/510300-2023-work-report',
    ]);
  });

  it('carry the query along, as it is read', () => {
    const { steps, lists } = neighbours(at2022, all, { q: '轨道 交通', mode: 'words', expand: '1' });
    const query = new URLSearchParams({ q: '轨道 交通', mode: 'words', expand: '1' });
    expect(steps[0]?.href).toBe(`/reports/510300-2021-work-report?${query}`);
    expect(lists[0]?.links[0]?.href).toBe(`/reports/510300-2026-work-report?${query}`);
    const search = new URL(lists[0]?.all.href ?? '', 'http://site');
    expect(Object.fromEntries(search.searchParams)).toEqual({
      q: '轨道 交通',
      city: '510300',
      mode: 'words',
      group: 'report',
      expand: '1',
    });
  });
});

describe('other reports', () => {
  const here = zigong(2022);

  it('are those of the place, newest first, and those of the year elsewhere, the same province first', () => {
    const all = catalogueOf(
      here,
      zigong(2024),
      zigong(2022, { kind: '计划执行情况报告' }),
      report({ city: '张掖市', province: '甘肃省', adcode: '620700', year: 2022 }),
      report({ city: '北京市', province: '北京市', adcode: '110000', year: 2022 }),
      report({ city: '资阳市', province: '四川省', adcode: '512000', year: 2022, kind: '图解' }),
      report({ city: '四川省', province: '四川省', adcode: '510000', year: 2022 }),
      report({ city: '全国', province: null, adcode: '100000', year: 2022 }),
    );
    const [place, year] = neighbours(here, all, NOTHING).lists;
    expect(place?.heading).toBe('自贡市的其他报告');
    expect(place?.links.map(({ label }) => label)).toEqual(['2024年政府工作报告', '2022年计划执行情况报告']);
    expect(place?.all.label).toBe('自贡市的全部 3 份报告');
    expect(year?.heading).toBe('2022年其他地方的报告');
    expect(year?.links.map(({ label }) => label)).toEqual([
      '四川省政府工作报告',
      '四川省资阳市图解',
      '全国政府工作报告',
      '北京市政府工作报告',
      '甘肃省张掖市政府工作报告',
    ]);
    expect(year?.all).toEqual({ label: '2022年的全部 7 份报告', href: '/search?year=2022&group=report' });
  });

  it('are a few, and no list where there is none', () => {
    expect(neighbours(here, catalogueOf(here), NOTHING).lists).toEqual([]);
    const many = Array.from({ length: 40 }, (_, i) => zigong(1980 + i));
    const [place] = neighbours(here, catalogueOf(here, ...many), NOTHING).lists;
    expect(place?.links).toHaveLength(12);
    expect(place?.links[0]?.label).toBe('2019年政府工作报告');
    expect(place?.all.label).toBe('自贡市的全部 41 份报告');
  });
});
