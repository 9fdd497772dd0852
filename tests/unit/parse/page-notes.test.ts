import { describe, expect, it } from 'vitest';
import { dropPageFurniture } from '../../../indexer/parse/page-furniture.ts';
import { takePageNotes } from '../../../indexer/parse/page-notes.ts';
import { parseReport } from '../../../indexer/parse/parse-report.ts';
import { isTable } from '../../../indexer/parse/tables.ts';
import { lines } from './lines.ts';
import { BODY, MEETING, reportText, TITLE } from './report.ts';

const read = (...texts: string[]) => {
  const { body, notes } = takePageNotes(lines(...texts)).value;
  return {
    body: body.map((item) => (isTable(item) ? '表' : item.text)),
    notes: notes.map(({ number, term, definition }) => [number, term, definition]),
  };
};

describe('takePageNotes', () => {
  it('takes notes that the page above refers to, over a line or more', () => {
    expect(
      read(
        '争取“两重”①资金，推进“两新”②工作，全面扩大',
        '①“两重”：国家重大战略实施和重点领域',
        '安全能力建设。',
        '②“两新”：大规模设备更新和消费品以旧换新。',
        '有效需求。',
      ),
    ).toEqual({
      body: ['争取“两重”①资金，推进“两新”②工作，全面扩大', '有效需求。'],
      notes: [
        [1, '“两重”', '国家重大战略实施和重点领域安全能力建设。'],
        [2, '“两新”', '大规模设备更新和消费品以旧换新。'],
      ],
    });
  });

  it('lets numbers that begin anew on each page run on', () => {
    expect(
      read(
        '争取“两重”①资金。',
        '①“两重”：国家重大战略实施。',
        '推进“两新”①工作，落实“双减”②政策。',
        '①“两新”：大规模设备更新。',
        '②“双减”：减轻学生负担。',
      ),
    ).toEqual({
      body: ['争取“两重”①资金。', '推进“两新”[2]工作，落实“双减”[3]政策。'],
      notes: [
        [1, '“两重”', '国家重大战略实施。'],
        [2, '“两新”', '大规模设备更新。'],
        [3, '“双减”', '减轻学生负担。'],
      ],
    });
  });

  it('reads notes of wrapped pages, whose words and marks the line break parts', () => {
    const { body, notes } = read(
      '争取“两重”①资金，推进“两新”',
      '②工作。',
      '①“两重”：国家重大战略实施和重点领域，至20',
      '26年已覆盖三个县区。',
      '②“两新”：大规模设备更新。',
      '落实“双减”①政策，开展“双拥”',
      '②工作，',
      '①“双减”：减轻学生负担。',
      '②“双拥”：拥军优属。',
      '各项事业全面进步。',
    );
    expect(body.slice(2)).toEqual(['落实“双减”[3]政策，开展“双拥”', '[4]工作，', '各项事业全面进步。']);
    expect(notes).toMatchObject([
      [1, '“两重”', '国家重大战略实施和重点领域，至2026年已覆盖三个县区。'],
      [2, '“两新”', '大规模设备更新。'],
      [3, '“双减”', '减轻学生负担。'],
      [4, '“双拥”', '拥军优属。'],
    ]);
  });

  it('lets a note of several sentences go on to the end of its page', () => {
    const page = (number: number) => [
      `争取“两重”${number === 1 ? '①资金' : '资金'}，推进“两新”${number === 1 ? '②工作' : '工作'}，`,
      ...(number === 1
        ? ['①“两重”：国家重大战略实施。', '②“两新”：大规模设备更新。', '消费品以旧换新。']
        : []),
      `— ${number} —`,
    ];
    const { value } = dropPageFurniture(lines(...page(1), ...page(2)));
    expect(takePageNotes(value).value.notes.map(({ definition }) => definition)).toEqual([
      '国家重大战略实施。',
      '大规模设备更新。消费品以旧换新。',
    ]);
  });

  it('leaves numbers that run on as they are', () => {
    const { body, notes } = read(
      '争取“两重”[1]资金。',
      '[1]“两重”：国家重大战略实施。',
      '推进“两新”[2]工作。',
      '[2]“两新”：大规模设备更新。',
    );
    expect(body).toEqual(['争取“两重”[1]资金。', '推进“两新”[2]工作。']);
    expect(notes.map(([number]) => number)).toEqual([1, 2]);
  });

  it.each([
    ['a list', ['重点抓好三件事：', '①春耕：抓早抓实。', '②防汛：守牢底线。']],
    ['a list in one line', ['重点是①春耕②防汛。', '①春耕：抓早抓实。', '②防汛：守牢底线。']],
    ['one note', ['争取“两重”①资金。', '①“两重”：国家重大战略实施。']],
    ['numbered paragraphs', ['增长5%[1]。', '1.工业：平稳增长。', '2.农业：丰收在望。']],
    [
      'a report with a glossary',
      [
        ...[
          '争取“两重”①资金。',
          '①“两重”：国家重大战略实施。',
          '推进“两新”②工作。',
          '②“两新”：大规模设备更新。',
        ],
        ...['名词解释', '1.双减：减轻学生负担。'],
      ],
    ],
  ])('leaves %s', (_, texts) => {
    expect(read(...texts)).toEqual({ body: texts, notes: [] });
  });

  it('heals the paragraph that the notes cut through', () => {
    const { blocks, glossary, characters } = parseReport(
      reportText([
        TITLE,
        MEETING,
        ...BODY.slice(0, 3),
        '过去一年，面对复杂严峻的外部环境和艰巨繁重的改革发展稳定任务，我们争取“两重”①资金，推进“两新”②工作，全年实现生产总值',
        '①“两重”：国家重大战略实施和重点领域安全能力建设。',
        '②“两新”：大规模设备更新和消费品以旧换新。',
        '增长5%，圆满完成全年目标任务。',
        ...BODY.slice(4),
      ]),
    );
    const paragraph = blocks.find(({ text }) => text.startsWith('过去一年'));
    expect(paragraph?.text).toMatch(/争取“两重”资金，推进“两新”工作，全年实现生产总值增长5%，圆满完成/u);
    expect(paragraph?.notes?.map(({ number }) => number)).toEqual([1, 2]);
    expect(glossary.map(({ term }) => term)).toEqual(['“两重”', '“两新”']);
    expect(blocks.at(-1)).toMatchObject({ type: 'gloss', section: 'glossary' });
    expect(characters.kept + characters.dropped).toBe(characters.all);
  });
});
