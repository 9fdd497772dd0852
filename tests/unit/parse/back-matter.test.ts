import { describe, expect, it } from 'vitest';
import { outlineAppendix, takeBackMatter } from '../../../indexer/parse/back-matter.ts';
import { joinLines, type Part } from '../../../indexer/parse/joins.ts';
import { isTable, takeTables } from '../../../indexer/parse/tables.ts';
import { lines } from './lines.ts';

const TEXT = [
  '一、2025年工作回顾',
  '过去一年，争取“两重”①资金，推进“两新”②工作。',
  '各位代表！让我们不懈奋斗！',
];

const partsOf = (...texts: string[]) => joinLines(takeTables(lines(...texts)).value).value;
const shown = (parts: readonly Part[]) => parts.map((part) => (isTable(part) ? '表' : part.text));
const read = (...behind: string[]) => takeBackMatter(partsOf(...TEXT, ...behind)).value;

describe('takeBackMatter', () => {
  it.each([
    ['名词解释', '1.两重：国家重大战略实施。', '2.两新：大规模设备更新。'],
    ['注：', '1.两重：国家重大战略实施。', '2.两新：大规模设备更新。'],
    ['备注：', '①两重：国家重大战略实施。', '②两新：大规模设备更新。'],
    ['附：名词解释', '两重：国家重大战略实施。', '两新：大规模设备更新。'],
    ['《政府工作报告》有关名词解释', '【1】两重：国家重大战略实施。', '【2】两新：大规模设备更新。'],
  ])('finds the glossary below %s', (heading, ...items) => {
    const back = read(heading, ...items);
    expect(shown(back.text)).toEqual(TEXT);
    expect(back.glossaryHeading?.text).toBe(heading);
    expect(back.entries).toMatchObject([
      { number: 1, term: '两重', definition: '国家重大战略实施。' },
      { number: 2, term: '两新', definition: '大规模设备更新。' },
    ]);
  });

  it('takes a table whose caption says so for an appendix', () => {
    const back = read('附表2：主要预期目标表', '|指标|目标|', '|地区生产总值|6%|');
    expect([shown(back.text), shown(back.appendix)]).toEqual([TEXT, ['表']]);
  });

  it.each([
    ['①两重：国家重大战略实施。', '②两新：大规模设备更新。'],
    ['注1：两重：国家重大战略实施。', '注2：两新：大规模设备更新。'],
    ['注：1.两重：国家重大战略实施。', '2.两新：大规模设备更新。'],
    ['[1]两重：国家重大战略实施。', '[2]两新：大规模设备更新。'],
  ])('finds notes without a heading: %s', (...items) => {
    const back = read(...items);
    expect(back.glossaryHeading).toBeNull();
    expect(back.entries.map(({ number, term }) => [number, term])).toEqual([
      [1, '两重'],
      [2, '两新'],
    ]);
  });

  it('keeps what stands between the heading and the first item', () => {
    const back = read('名词解释', '（按报告中出现先后排序）', '1.两重：国家重大战略实施。');
    expect(shown(back.preface)).toEqual(['（按报告中出现先后排序）']);
    expect(back.entries).toHaveLength(1);
  });

  it.each([
    ['a list', '①抓好春耕生产。', '②抓好安全生产。'],
    ['the notes to a table', '注：本表数据为初步核算数。', '增长速度按可比价格计算。'],
    ['a heading with nothing below', '名词解释'],
  ])('takes no glossary for %s', (_, ...items) => {
    expect(read(...items).entries).toEqual([]);
  });

  it('takes no line in a table of contents for the heading', () => {
    const parts = partsOf('名词解释', '一、2025年工作回顾：成绩', '各位代表：', ...TEXT);
    expect(takeBackMatter(parts).value.text).toHaveLength(parts.length);
  });

  it('ends the glossary where an appendix begins', () => {
    const back = read(
      '名词解释',
      '1.两重：国家重大战略实施。',
      '附件2',
      '2026年民生实事项目',
      '新建公园10个',
    );
    expect(back.entries).toHaveLength(1);
    expect(shown(back.appendix)).toEqual(['附件2', '2026年民生实事项目', '新建公园10个']);
  });

  it('puts appendices above the glossary', () => {
    const back = read('附件1：民生实事', '1.新建公园10个', '附件2：名词解释', '1.两重：国家重大战略实施。');
    expect(shown(back.aboveGlossary)).toEqual(['附件1：民生实事', '1.新建公园10个']);
    expect(back.glossaryHeading?.text).toBe('附件2：名词解释');
  });
});

describe('outlineAppendix', () => {
  const outlined = (...texts: string[]) =>
    outlineAppendix(partsOf(...texts)).map((item) => (item.type === 'heading' ? item.level : item.type));

  it('takes 附件1 and its title for headings, with those of the appendix below', () => {
    const texts = ['附件1', '2026年民生实事项目', '一、就业促进', '开展技能培训，新增就业3万人。'];
    expect(outlined(...texts)).toEqual([1, 2, 3, 'text']);
  });

  it('takes one line for both', () => {
    const texts = ['附件1：2026年民生实事项目', '开展技能培训，新增就业3万人。', '附件2', '指标表'];
    expect(outlined(...texts)).toEqual([1, 'text', 1, 2]);
  });

  it('takes no text below 附件 for its title', () => {
    expect(outlined('附件', '开展技能培训，新增就业3万人。')).toEqual([1, 'text']);
  });
});
