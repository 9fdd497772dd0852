import { describe, expect, it } from 'vitest';
import { removedBy } from '../../../indexer/parse/line.ts';
import { parseReport } from '../../../indexer/parse/parse-report.ts';
import { BODY, MEETING, reportText, TITLE } from './report.ts';

/** Lines of which each step takes something out, puts something in, or leaves all. */
const PIECES = [
  '**着力**推进[向新](https://example.cn/a)发展，增长5%^[1]，建设4大片区［2］。',
  '## 三、重点 工作',
  '- 累计达**203**张',
  '译',
  '抓住机遇，译加快发展。',
  '---',
  '[首页](https://example.cn)',
  '— 12 —',
  '1',
  '2',
  '3',
  '推进“双向',
  '揭榜',
  '挂帅”行动，PM',
  '2.5',
  '年平均浓度下降。&nbsp;“两重”①建设①',
  '|指标|目标|',
  '|:--|--:|',
  '|地区生产总值|6%|',
  '专栏1：主要指标',
  '\t地区生产总值\n\n\t6%左右',
  '指标\t单位\t目标\n地区生产总值\t亿元\t6%\n\t财政收入\t5%',
  '（2）“一老一小” 建设 工程',
  '一 、2026年 工作安排',
  '表1 主要指标（单位：亿元）',
  '索引号',
  '008760325/2026-00012',
  '来源：四川日报',
  '名词解释',
  '（按报告中出现先后排序）',
  '（1）两重',
  '国家重大战略实施。',
  '（2）两新：大规模设备',
  '更新。',
  '附件1',
  '2026年民生实事项目',
  '责任编辑：张三',
  '1 9 9 7 年\u200b，全 市 生产总值 | 增长。',
  '各位代表！让我们不懈奋斗！',
];

/** Numbers that look like chance and are the same each time. */
function* chances(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

function shuffled(seed: number): string[] {
  const chance = chances(seed);
  const next = () => chance.next().value as number;
  return Array.from({ length: 40 }, () => PIECES[Math.floor(next() * PIECES.length)] as string);
}

const check = (text: string) => {
  const { all, kept, dropped } = parseReport(text, { city: '资阳市', year: 2026 }).characters;
  expect(kept + dropped).toBe(all);
};

describe('the account of characters', () => {
  it('adds up for a report with something for every step', () => {
    check(reportText(['首页', '>', '政务公开', TITLE, MEETING, ...BODY, ...PIECES]));
  });

  it('adds up for one long paragraph', () => {
    check(reportText([TITLE, MEETING, ...BODY, '坚持稳中求进。'.repeat(3000)]));
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed))('adds up whatever stands where (%i)', (seed) => {
    const lines = shuffled(seed + 1);
    check([TITLE, ...lines.slice(0, 5), ...BODY, ...lines.slice(5)].join('\n'));
    check([...lines, ...BODY].join('\n'));
    check([...BODY.slice(2), ...lines].join('\n\n'));
  });
});

describe('removedBy', () => {
  it('counts what a repair took out or put in, not the sign of a break', () => {
    const repair = { line: 1, reason: '' };
    expect(removedBy({ ...repair, before: '**203**张', after: '203张' })).toBe(4);
    expect(removedBy({ ...repair, before: '双向⏎揭榜', after: '双向揭榜' })).toBe(0);
    expect(removedBy({ ...repair, before: '两重⏎国家战略', after: '两重：国家战略' })).toBe(-1);
    expect(removedBy({ ...repair, before: '…[1]…', after: '……', removed: 6 })).toBe(6);
  });
});
