import { describe, expect, it } from 'vitest';
import { opensGlossary, readEntries } from '../../../indexer/parse/glossary.ts';
import { isGlossaryHeading } from '../../../indexer/parse/glossary-heading.ts';

describe('isGlossaryHeading', () => {
  it.each([
    ...['名词解释', '名 词 解 释', '名词解释：', '【名词解释】', '（名词解释）', '名词注释', '名词浅释'],
    ...['附：名词解释', '附件：名词解释', '附件1：名词解释', '附件2 名词解释', '附录：有关用语说明'],
    ...['政府工作报告名词解释', '《政府工作报告》名词解释', '《政府工作报告》有关名词解释'],
    ...['2026年《政府工作报告》名词解释', '政府工作报告有关名词和术语解释', '《政府工作报告》中的用语解释'],
    ...['有关名词的解释', '名词解释及说明', '名词解释（按报告中出现先后排序）', '名詞解釋', '缩略语解释'],
    ...['资料：《政府工作报告》名词解释', '附：名词解释（按首字汉语拼音排列。首字为数字的，随后依次排列）'],
    ...['注释', '注释：', '【注释】', '《政府工作报告》注释', '政府工作报告注解', '脚注', '三、名词解释'],
  ])('%s', (text) => {
    expect(isGlossaryHeading(text)).toBe(true);
  });

  it.each([
    ...['加强政策解释说明工作', '名词解释见附件', '（报告中名词解释附后）', '政府工作报告名词解释.pdf'],
    ...['点击查看名词解释', '规范地名名称，完善用语解释', '注释工作取得新进展', '古籍注释出版工程'],
    ...['做好名词解释工作。', '注：本表按当年价格计算。', '备注：数据为初步核算数'],
  ])('not %s', (text) => {
    expect(isGlossaryHeading(text)).toBe(false);
  });
});

describe('opensGlossary', () => {
  it.each([
    ['名词解释', ['1.两重：国家重大战略实施。']],
    ['名词解释', ['（按报告中出现先后排序）', '1.两重：国家重大战略实施。']],
    ['名词解释', ['“两重”：国家重大战略实施。']],
    ['名词解释', ['两重', '指国家重大战略实施。']],
    ['名词解释', ['潮汐交通组织形式 指在不同时段变化某些车道行车方向的交通组织方式。']],
    ['名词解释', ['“八个有”有收入、有房住、有书读、有医疗。']],
    ['注：', ['1.两重：国家重大战略实施。']],
    ['备注：', ['“两重”：国家重大战略实施。']],
    ['注释', ['①两重：国家重大战略实施。']],
  ])('%s above %j', (text, below) => {
    expect(opensGlossary(text, below)).toBe(true);
  });

  it.each([
    ['名词解释', ['政策解读', '新闻发布会']],
    ['名词解释', []],
    ['注：', ['本表数据为初步核算数。']],
    ['备注：', ['增长速度按可比价格计算。']],
  ])('not %s above %j', (text, below) => {
    expect(opensGlossary(text, below)).toBe(false);
  });
});

const read = (...texts: string[]) => readEntries(texts.map((text, i) => ({ number: i + 1, text }))).value;

describe('readEntries', () => {
  it.each([
    ['1.“两重”：国家重大战略实施。', 1, '“两重”', '国家重大战略实施。'],
    ['1、“两重”是指国家重大战略实施。', 1, '“两重”', '是指国家重大战略实施。'],
    ['［1］两重——国家重大战略实施。', 1, '两重', '国家重大战略实施。'],
    ['【1】两重：国家重大战略实施。', 1, '两重', '国家重大战略实施。'],
    ['〔1〕两重：国家重大战略实施。', 1, '两重', '国家重大战略实施。'],
    ['[注1]两重：国家重大战略实施。', 1, '两重', '国家重大战略实施。'],
    ['注1：两重：国家重大战略实施。', 1, '两重', '国家重大战略实施。'],
    ['注：1.两重：国家重大战略实施。', 1, '两重', '国家重大战略实施。'],
    ['^[1]两重：国家重大战略实施。', 1, '两重', '国家重大战略实施。'],
    ['（1）两重：国家重大战略实施。', 1, '两重', '国家重大战略实施。'],
    ['①两重：国家重大战略实施。', 1, '两重', '国家重大战略实施。'],
    ['“两重”：国家重大战略实施。', 1, '“两重”', '国家重大战略实施。'],
    ['“两重”即国家重大战略实施。', 1, '“两重”', '即国家重大战略实施。'],
    ['“两重”，即国家重大战略实施。', 1, '“两重”', '即国家重大战略实施。'],
    ['【两重】国家重大战略实施。', 1, '两重', '国家重大战略实施。'],
    ['两重】“两重”即国家重大战略实施。', 1, '两重', '“两重”即国家重大战略实施。'],
    ['1．小巨人。指“专精特新”企业：主业突出。', 1, '小巨人', '指“专精特新”企业：主业突出。'],
    [
      '1.我们坚持稳中求进，不断推动高质量发展。指今年。',
      1,
      '我们坚持稳中求进，不断推动高质量发展。指今年。',
      '',
    ],
  ])('reads %s', (text, number, term, definition) => {
    expect(read(text)).toEqual([{ number, term, definition, text }]);
  });

  it.each([
    ['（1）', '（2）', '（3）'],
    ['①', '②', '③'],
    ['1.', '2.', '3.'],
    ['一是', '二是', '三是'],
  ])('keeps an item with a list of its own whole: %s', (...marks) => {
    const list = marks.map((mark, i) => `${mark}${['坚持党的领导', '坚持人民至上', '坚持依法行政'][i]}；`);
    const entries = read(
      '1.“两重”：国家重大战略实施。',
      '2.“三个坚持”：',
      ...list,
      '3.“两新”：大规模设备更新。',
      '4.“双减”：减轻学生负担。',
    );
    expect(entries.map(({ number, term }) => [number, term])).toEqual([
      [1, '“两重”'],
      [2, '“三个坚持”'],
      [3, '“两新”'],
      [4, '“双减”'],
    ]);
    expect(entries[1]?.definition).toBe(list.join(''));
  });

  it('parts items without numbers at the space behind their terms, or at the quoted terms they open with', () => {
    const entries = read(
      '潮汐交通组织形式 指在不同时段变化某些车道行车方向的方式。',
      '“八个有”有收入、有房住、有书读、有医疗。',
      '“三换”改革 指农村人口进城，以宅基地和土地承包经营权换房：逐步推开。',
      '地铁2号线 总长约18公里。',
    );
    expect(entries.map(({ term, definition }) => [term, definition.slice(0, 4)])).toEqual([
      ['潮汐交通组织形式', '指在不同'],
      ['“八个有”', '有收入、'],
      ['“三换”改革', '指农村人'],
      ['地铁2号线', '总长约1'],
    ]);
  });

  it('goes on behind a number that is missing', () => {
    const entries = read('1.两重：国家重大战略实施。', '3.两新：大规模设备更新。', '4.双减：减轻学生负担。');
    expect(entries.map(({ number }) => number)).toEqual([1, 3, 4]);
  });

  it('counts in circles beyond 20', () => {
    const marks = [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒'];
    const entries = read(...marks.map((mark, i) => `${mark}名词${i + 1}：解释。`));
    expect(entries.at(-1)).toMatchObject({ number: 22, term: '名词22' });
  });

  it('does not take a number that opens a line of an item for the next item', () => {
    const entries = read('1.两新：大规模设备更新。', '2.15分钟生活圈：步行', '15分钟可达的生活圈。');
    expect(entries.map(({ term }) => term)).toEqual(['两新', '15分钟生活圈']);
    expect(entries[1]?.definition).toBe('步行15分钟可达的生活圈。');
  });

  it('puts a colon between a term on a line of its own and its definition, and says so', () => {
    const { value, repairs } = readEntries([
      { number: 7, text: '两重' },
      { number: 8, text: '国家重大战略实施。' },
      { number: 9, text: '两新' },
      { number: 10, text: '大规模设备更新。' },
    ]);
    expect(value.map(({ text }) => text)).toEqual(['两重：国家重大战略实施。', '两新：大规模设备更新。']);
    expect(repairs[0]).toEqual({
      line: 8,
      before: '两重⏎国家重大战略实施。',
      after: '两重：国家重大战略实施。',
      reason: '接上名词与解释',
    });
  });
});
