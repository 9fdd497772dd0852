import { describe, expect, it } from 'vitest';
import { joinLines } from '../../../indexer/parse/joins.ts';
import { dropPageFurniture } from '../../../indexer/parse/page-furniture.ts';
import { isTable } from '../../../indexer/parse/tables.ts';
import { lines, texts } from './lines.ts';

function droppedFrom(...source: string[]): string[] {
  return texts(dropPageFurniture(lines(...source)).dropped);
}

const TITLE = '云溪县2024年政府工作报告';
const FULL = '　　全市地区生产总值增长百分之六，规模以上工业增加值';
const ON = '稳步增长，固定资产投资结构持续优化，民生福祉得到新';
const LAST = '改善。';
let written = 0;

/** A line of text like no other. */
function line(text: string): string {
  written += 1;
  return text.replace('增长', `增长${written}倍`);
}

function page(): string[] {
  return [...Array.from({ length: 4 }, () => [line(FULL), line(`${ON}增长`), LAST]).flat(), line(FULL)];
}

describe('dropPageFurniture', () => {
  it('leaves out numbers that count the pages, not a number that stands alone', () => {
    const { value, dropped } = dropPageFurniture(lines('甲', '1', '乙', '2', '丙', '18', '丁', '3'));
    expect(value.map((item) => (isTable(item) ? '' : item.text))).toEqual(['甲', '乙', '丙', '18', '丁']);
    expect(dropped.map(({ line, reason }) => [line, reason])).toEqual([
      [2, '页码'],
      [4, '页码'],
      [8, '页码'],
    ]);
  });

  it.each(['— 12 —', '第 3 页 共 20 页', '3/20', '第12页'])('leaves out %s', (number) => {
    expect(droppedFrom('甲', number, '乙')).toEqual([number]);
  });

  it('leaves out what stands beside the page numbers, not the title', () => {
    const source = [TITLE, ...[1, 2, 3].flatMap((number) => [...page(), '', `— ${number} —`, '', TITLE, ''])];
    expect(droppedFrom(...source, ON, LAST)).toEqual([1, 2, 3].flatMap((number) => [`— ${number} —`, TITLE]));
  });

  it('leaves out what stands in the middle of sentences, and at the end of a page', () => {
    const split = () => [...page(), TITLE, line(`${ON}增长`), LAST];
    const whole = [...page(), LAST, TITLE];
    const source = [TITLE, ...split(), ...split(), ...whole, ...split()];
    expect(droppedFrom(...source)).toEqual([TITLE, TITLE, TITLE, TITLE]);
  });

  it('keeps a refrain between paragraphs, and what comes twice only', () => {
    const part = () => ['主要任务', line(FULL), LAST];
    expect(droppedFrom(...part(), ...part(), ...part(), ...part())).toEqual([]);
    expect(droppedFrom(...page(), TITLE, line(`${ON}增长`), LAST, ...page(), TITLE, LAST)).toEqual([]);
  });

  it('lets a paragraph go on over the page, though blank lines stand around what is left out', () => {
    const paragraphs = Array.from({ length: 12 }, () => [
      line(`${ON}增长`),
      line(`${ON}增长`),
      line(`${ON}增长`),
      LAST,
    ]);
    const [first = [], ...others] = paragraphs;
    const cut = [...first.slice(0, 2), '', '— 1 —', '', ...first.slice(2)];
    const { value } = dropPageFurniture(
      lines(
        ...[...others, cut, ...others.map((other) => other.map(line))].flatMap((lines) => [...lines, '']),
      ),
    );
    const joined = joinLines(value).value.map((part) => (isTable(part) ? '' : part.text));
    expect(joined).toHaveLength(23);
    expect(joined).toContain(first.join(''));
  });
});
