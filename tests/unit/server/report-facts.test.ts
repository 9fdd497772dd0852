import { describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../../report/evidence.ts';
import { reportFacts } from '../../../server/presenters/report-facts.ts';
import { makeReport } from '../../fixtures/collection.ts';

describe('the day a page was published', () => {
  it('is shown as inferred, and supports no year', () => {
    const evidence = { date: `${PUBLISHED}：2025-02-03`, year: '二、2025年工作安排' };
    const place = { city: '甲州市', province: '四川省', adcode: '510100', year: 2025 };
    const meta = { ...place, title: '甲州市政府工作报告', date: '2025-02-03', evidence };
    const facts = reportFacts(makeReport(meta, []));
    expect(facts.find(({ label }) => label === '日期')).toMatchObject({
      value: '2025年2月3日',
      inferred: true,
      evidence: '网页的发布日期，不一定是作报告的日期：2025-02-03',
    });
    expect(facts.find(({ label }) => label === '年份')?.inferred).toBe(true);
  });
});
