import { describe, expect, it } from 'vitest';
import type { BackMatter } from '../../../indexer/parse/back-matter.ts';
import { type Composition, compose } from '../../../indexer/parse/blocks.ts';
import { joinLines } from '../../../indexer/parse/joins.ts';
import { outline } from '../../../indexer/parse/outline.ts';
import { takeTables } from '../../../indexer/parse/tables.ts';
import { lines } from './lines.ts';

const TEXT = '坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，推动经济实现质的有效提升和量的合理增长。';
const NOTHING: BackMatter = {
  text: [],
  aboveGlossary: [],
  glossaryHeading: null,
  preface: [],
  entries: [],
  appendix: [],
};

function outlined(...source: string[]) {
  return outline(joinLines(takeTables(lines(...source)).value).value);
}

function composed(source: readonly string[], more: Partial<Composition> = {}) {
  const text = outlined(...source);
  const sections = text.map(() => 'tasks' as const);
  return compose({
    front: [],
    outlined: text,
    sections,
    back: NOTHING,
    aboveGlossary: [],
    appendix: [],
    ...more,
  });
}

describe('compose', () => {
  it('numbers blocks in reading order and says under which headings they stand', () => {
    const { blocks, headings } = composed(['一、稳增长', '（一）扩大投资', TEXT, '二、促改革', TEXT]);
    expect(blocks.map(({ number, type, headings: path }) => [number, type, ...path])).toEqual([
      [1, 'heading'],
      [2, 'heading', '一、稳增长'],
      [3, 'paragraph', '一、稳增长', '（一）扩大投资'],
      [4, 'heading'],
      [5, 'paragraph', '二、促改革'],
    ]);
    expect(headings.map(({ block, level }) => [block, level])).toEqual([
      [1, 1],
      [2, 2],
      [4, 1],
    ]);
  });

  it('leaves a run-in heading in its paragraph and lists it without its full stop', () => {
    const { blocks, headings } = composed([`（一）扩大投资。${TEXT}`, `（二）促进消费。${TEXT}`]);
    expect(blocks[0]).toMatchObject({ type: 'paragraph', lead: [0, 8], headings: ['（一）扩大投资'] });
    expect(headings.map(({ text, block }) => [text, block])).toEqual([
      ['（一）扩大投资', 1],
      ['（二）促进消费', 2],
    ]);
  });

  it('puts the lines above the text first, under no heading', () => {
    const [line] = lines('资阳市 2024 年政府工作报告');
    const front = [{ role: 'title' as const, line: line as NonNullable<typeof line> }];
    expect(composed([TEXT], { front }).blocks).toMatchObject([
      { type: 'heading', level: 0, section: 'preamble', text: '资阳市2024年政府工作报告' },
      { type: 'paragraph', headings: [] },
    ]);
  });

  it('makes a block of each part of a table, of cells that the source has', () => {
    const { blocks, tables } = composed([
      '表1 主要指标',
      '单位：%',
      ...['| 类别 | 指标 | 目标 | < |', '| 经济 | GDP | 6 | 6.5 |', '| ^ | 投资 | ∅ | 7 |'],
    ]);
    expect(blocks.map(({ type, text }) => `${type} ${text}`)).toEqual([
      'caption 表1 主要指标 单位：%',
      'columns 类别 | 指标 | 目标',
      'row 经济 | GDP | 6 | 6.5',
      'row 投资 | 7',
    ]);
    expect(tables).toMatchObject([
      {
        caption: '表1 主要指标 单位：%',
        columns: ['类别', '指标', '目标', '目标'],
        rows: [
          { block: 3, cells: ['经济', 'GDP', '6', '6.5'] },
          { block: 4, cells: ['经济', '投资', '', '7'], own: [false, true, false, true] },
        ],
      },
    ]);
  });

  it('takes footnote marks out of the text and remembers where they stood', () => {
    const { blocks, repairs } = composed([`推进“两重”[3]建设。${TEXT}`]);
    expect(blocks[0]?.text.startsWith('推进“两重”建设。')).toBe(true);
    expect(blocks[0]?.notes).toEqual([{ offset: 6, number: 3 }]);
    expect(repairs).toMatchObject([{ line: 1, reason: '去掉脚注标记' }]);
  });

  it('puts glossary and appendices behind the text, outside its headings', () => {
    const entry = {
      number: 1,
      term: '双碳',
      definition: '碳达峰与碳中和。',
      text: '1.双碳：碳达峰与碳中和。',
    };
    const { blocks, glossary } = composed(['一、稳增长', TEXT], {
      back: { ...NOTHING, entries: [entry] },
      appendix: outlined('附表说明的文字。'),
    });
    expect(blocks.slice(2)).toMatchObject([
      { number: 3, type: 'gloss', section: 'glossary', text: entry.text, headings: [] },
      { number: 4, type: 'paragraph', section: 'appendix', headings: [] },
    ]);
    expect(glossary).toMatchObject([{ number: 1, term: '双碳', block: 3 }]);
  });
});
