import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../indexer/parse/layout.ts';
import type { Line } from '../../../indexer/parse/line.ts';
import { lines } from './lines.ts';

const FULL = '全市地区生产总值增长百分之六，规模以上工业增加值';
const LAST = '稳步增长。';
const PARAGRAPH =
  '坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，推动经济实现质的有效提升和量的合理增长，各项事业全面进步，人民生活持续改善。';

function repeated(times: number, ...source: string[]): string[] {
  return Array.from({ length: times }, () => source).flat();
}

function layoutIn(...source: string[]) {
  return layoutOf(lines(...source));
}

describe('layoutOf', () => {
  it('knows a printed page by the width of its lines', () => {
    expect(layoutIn(...repeated(6, FULL, FULL, FULL, LAST)).wrapped).toBe(true);
    expect(layoutIn(...repeated(20, PARAGRAPH)).wrapped).toBe(false);
    expect(layoutIn(...repeated(6, FULL, LAST, LAST, LAST)).wrapped).toBe(false);
  });

  it('knows a short one if its lines break off inside sentences', () => {
    expect(layoutIn(FULL, FULL, LAST, FULL, FULL, FULL, LAST).wrapped).toBe(true);
    // Four lines may be anything.
    expect(layoutIn(FULL, FULL, FULL, LAST).wrapped).toBe(false);
  });

  it.each([
    ['short paragraphs', repeated(4, `${FULL}稳步增长。`, `${FULL}继续提高。`)],
    [
      'items of a list',
      repeated(4, '推进城市生活垃圾焚烧发电厂二期工程项目建设', '完成城区老旧小区供水管网更新改造提升工程'),
    ],
    ['narrow lines', repeated(4, '经济稳中有进，', '改革不断深化、', '开放持续扩大')],
    ['figures', repeated(4, '地区生产总值：增长6.5%', '固定资产投资：增长7.1%')],
  ])('takes %s for no page', (_, source) => {
    expect(layoutIn(...source).wrapped).toBe(false);
  });

  it('sees that blank lines part the paragraphs of a page', () => {
    expect(layoutIn(...repeated(6, FULL, FULL, FULL, LAST, '')).parted).toBe(true);
    expect(layoutIn(...repeated(6, FULL, FULL, FULL, LAST)).parted).toBe(false);
    // Blank lines at the breaks of pages, and below every line.
    expect(layoutIn(...repeated(6, FULL, FULL, '', FULL, LAST)).parted).toBe(false);
    expect(layoutIn(...repeated(6, FULL, '', FULL, '', FULL, '', LAST, '')).parted).toBe(false);
  });

  it('sees indents and marked ends', () => {
    expect(layoutIn(...repeated(6, `　　${FULL}`, FULL, FULL, LAST)).indented).toBe(true);
    expect(layoutIn(...repeated(6, FULL, FULL, FULL, LAST)).indented).toBe(false);
    // Long paragraphs have few indents; what is set in inside of sentences is none.
    const long = [...repeated(30, FULL), LAST];
    expect(layoutIn(...repeated(9, `　　${FULL}`, ...long)).indented).toBe(true);
    expect(layoutIn(...repeated(9, ...long, FULL, `　　${FULL}`)).indented).toBe(false);
    expect(layoutIn(...repeated(2, `　　${FULL}`, ...long)).indented).toBe(false);
    expect(layoutIn(...repeated(6, FULL, FULL, FULL, `${LAST} `)).marksParagraphEnds).toBe(true);
    expect(layoutIn(...repeated(6, FULL, FULL, FULL, LAST)).marksParagraphEnds).toBe(false);
  });

  it('sees blank lines below most lines, and below every paragraph', () => {
    expect(layoutIn(...repeated(12, PARAGRAPH, ''))).toMatchObject({ spaced: true, separated: true });
    expect(layoutIn(...repeated(12, PARAGRAPH))).toMatchObject({ spaced: false, separated: false });
    expect(layoutIn(...repeated(12, PARAGRAPH, '', '标签', ''))).toMatchObject({ separated: true });
  });

  it('tells how far a line is from the right margin', () => {
    const page = lines(...repeated(6, FULL, FULL, `${FULL.slice(0, -3)}。`, LAST));
    const layout = layoutOf(page);
    const [full, , nearly, short] = page as [Line, Line, Line, Line];
    expect([full, nearly, short].map(layout.isFull)).toEqual([true, true, false]);
    expect([full, nearly, short].map(layout.isShort)).toEqual([false, false, true]);
    // A number isn't divided: it had no room where a single character would have had some.
    const [number, word] = lines('60199.45亿元', '人民') as [Line, Line];
    expect([layout.isPacked(nearly, number), layout.isPacked(nearly, word)]).toEqual([true, false]);
  });
});
