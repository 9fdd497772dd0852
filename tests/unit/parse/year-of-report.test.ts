import { describe, expect, it } from 'vitest';
import {
  dateDelivered,
  type YearClues,
  yearDelivered,
  yearReviewed,
} from '../../../indexer/parse/year-of-report.ts';

function clues(given: Partial<YearClues>): YearClues {
  return { kind: '政府工作报告', titles: [], meetings: [], lines: [], ...given };
}

const meetingOn = (day: string) => [`——${day}在平江县第十八届人民代表大会第五次会议上`];

describe('yearDelivered', () => {
  it('believes the meeting more than the title, and both more than the text', () => {
    const titles = ['平江县2023年政府工作报告'];
    const lines = ['二、2022年工作安排'];
    expect(yearDelivered(clues({ titles, lines, meetings: meetingOn('2024年1月5日') }))?.value).toBe(2024);
    expect(yearDelivered(clues({ titles, lines }))?.value).toBe(2023);
    expect(yearDelivered(clues({ lines }))).toEqual({ value: 2022, evidence: '2022年工作安排' });
  });

  it.each(['二〇二六年', '二○二六年', '二零二六年', '二Ｏ二六年', '２０２６年', '2026 年'])(
    'reads %s',
    (year) => {
      expect(yearDelivered(clues({ meetings: meetingOn(`${year}一月五日`) }))?.value).toBe(2026);
      expect(yearDelivered(clues({ lines: [`二、${year}工作安排`] }))?.value).toBe(2026);
    },
  );

  it('asks the sentences of a paragraph that holds a whole report', () => {
    const line = `各位代表：${'过去的一年，我们攻坚克难，各项工作取得新的成绩。'.repeat(4)}2026年工作安排是稳中求进。`;
    expect(yearDelivered(clues({ lines: [line] }))).toEqual({ value: 2026, evidence: '2026年工作安排' });
  });

  it('knows none where nothing tells', () => {
    expect(yearDelivered(clues({ lines: ['到2030年，人口达到50万。'] }))).toBeNull();
  });
});

describe('yearReviewed', () => {
  const reviewed = (day: string, ...lines: string[]) => {
    const given = clues({ meetings: meetingOn(day), lines });
    return yearReviewed(given, yearDelivered(given)?.value ?? 0)?.value;
  };

  it.each([
    ['an ordinary report', '2026年1月5日', 2025, ['一、2025年工作回顾', '二、2026年工作安排']],
    ['several years', '2026年1月5日', 2025, ['一、2021年至2025年工作回顾', '二、2026年工作安排']],
    ['one of December', '2023年12月28日', 2023, ['一、2023年工作回顾', '二、2024年工作安排']],
    ['one of December without years', '2023年12月28日', 2023, ['一、今年工作回顾', '二、明年工作安排']],
    ['one of December that compares', '2023年12月28日', 2023, ['一、工作回顾', '2022年末的难题已经解决。']],
    ['a government’s last one', '2021年11月28日', 2021, ['一、过去五年工作回顾', '二、今后五年目标任务']],
    ['a last one in January', '2022年1月8日', 2021, ['一、过去五年工作回顾', '二、今后五年目标任务']],
    ['one in January that says nothing', '2022年1月8日', 2021, ['一、工作回顾']],
  ])('%s', (_, day, year, lines) => expect(reviewed(day, ...lines)).toBe(year));

  it('takes a report without a date for one of December if its headings say so', () => {
    const lines = ['一、2023年工作回顾', '二、2024年工作安排'];
    expect(yearReviewed(clues({ lines }), 2023)?.value).toBe(2023);
    expect(yearReviewed(clues({ lines }), 2024)?.value).toBe(2023);
  });

  it('doesn’t guess for an old report', () => {
    expect(reviewed('1954年9月23日', '一、经济建设')).toBeUndefined();
  });
});

describe('dateDelivered', () => {
  it('reads the day in any digits', () => {
    expect(dateDelivered(clues({ meetings: meetingOn('二○二六年一月十五日') }))?.value).toBe('2026-01-15');
  });
});
