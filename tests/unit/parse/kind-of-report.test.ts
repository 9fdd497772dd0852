import { describe, expect, it } from 'vitest';
import { kindOfReport } from '../../../indexer/parse/kind-of-report.ts';

describe('kindOfReport', () => {
  it.each([
    ['平江县2026年政府工作报告', '政府工作报告'],
    ['政府工作報告', '政府工作报告'],
    ['二零二五年施政報告', '政府工作报告'],
    ['关于平江县2025年国民经济和社会发展计划执行情况与2026年计划草案的报告', '计划执行情况报告'],
    ['一图读懂｜自贡市2026年政府工作报告', '图解'],
    ['工 作 简 报', '工作简报'],
  ])('%s', (title, kind) => expect(kindOfReport([title], '')?.value).toBe(kind));

  it('asks the text where there is no title, and quotes it', () => {
    expect(kindOfReport([], '现在，我代表县人民政府，向大会报告工作。')).toEqual({
      value: '政府工作报告',
      evidence: '代表县人民政府，向大会报告',
    });
    expect(kindOfReport([], '【编者按】资阳市抓好同城化。')?.value).toBe('工作简报');
  });

  it('knows none where nothing tells', () => {
    expect(kindOfReport([], '各位代表的意见很好。')).toBeNull();
  });
});
