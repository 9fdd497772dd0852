import { describe, expect, it } from 'vitest';
import type { FrontRole } from '../../../indexer/parse/front-lines.ts';
import { NO_HINTS } from '../../../indexer/parse/hints.ts';
import { readMetadata } from '../../../indexer/parse/metadata.ts';
import { lines } from './lines.ts';

const BODY = [
  '现在，我代表县人民政府，向大会报告工作。',
  '一、2025年工作回顾',
  '一年来，经济稳步增长。',
  '二、2026年工作安排',
];

/** Reads a report whose front lines have these roles; lines of the page stand above (1) or below (99) it. */
function read(
  front: readonly (readonly [FrontRole, string])[],
  { body = BODY, page = [] as readonly (readonly [number, string])[], overrides = {}, hints = {} } = {},
) {
  const all = lines('', ...front.map(([, text]) => text), ...body);
  return readMetadata(
    {
      front: front.map(([role], i) => ({ role, line: all[i] as (typeof all)[number] })),
      lines: all.slice(front.length),
      dropped: page.map(([line, text]) => ({ line, text, reason: '来源' })),
    },
    overrides,
    { ...NO_HINTS, ...hints },
  );
}

const TITLE = ['title', '政府工作报告'] as const;

describe('readMetadata', () => {
  it('reads a report in traditional characters and keeps them', () => {
    const meta = read([
      ['title', '政府工作報告'],
      ['meeting', '——二〇二六年一月十五日在平江縣第十八屆人民代表大會第五次會議上'],
      ['speaker', '平江縣人民政府縣長　黃偉雄'],
    ]);
    expect(meta).toMatchObject({
      title: '政府工作報告',
      adcode: '430626',
      year: 2026,
      date: '2026-01-15',
      meeting: '平江縣第十八屆人民代表大會第五次會議',
      speaker: '黃偉雄',
    });
  });

  it('reads day and speaker from a bracket in the title or in a line of its own, and leaves it out of the title', () => {
    const told = {
      title: '平江县政府工作报告',
      year: 2026,
      date: '2026-01-15',
      meeting: null,
      speaker: '王明',
    };
    expect(read([['title', '平江县政府工作报告（2026年1月15日 王明）']])).toMatchObject(told);
    expect(
      read([
        ['title', '平江县政府工作报告'],
        ['meeting', '（2026年1月15日 王明）'],
      ]),
    ).toMatchObject(told);
  });

  it('believes the line of the meeting and of the speaker more than the bracket', () => {
    const meta = read([
      ['title', '平江县政府工作报告（2026年1月14日 王明）'],
      ['meeting', '——2026年1月15日在平江县第十八届人民代表大会第五次会议上'],
      ['speaker', '平江县代县长 李明'],
    ]);
    expect(meta).toMatchObject({ date: '2026-01-15', speaker: '李明' });
  });

  it.each([
    ['——2026年1月15日在平江县第十八届人民代表大会第五次会议上', '平江县第十八届人民代表大会第五次会议'],
    ['——平江县第十八届人民代表大会第五次会议', '平江县第十八届人民代表大会第五次会议'],
    ['2026年1月15日平江县第十八届人民代表大会第五次会议', '平江县第十八届人民代表大会第五次会议'],
    ['——在2026年1月15日平江县第十八届人民代表大会第五次会议上', '平江县第十八届人民代表大会第五次会议'],
    [
      '（二〇二六年一月十五日平江县第十八届人民代表大会第五次会议通过）',
      '平江县第十八届人民代表大会第五次会议',
    ],
    ['——2026年1月15日至16日在平江县十八届人大五次会议上', '平江县十八届人大五次会议'],
    ['2026年1月15日', null],
  ])('reads the meeting in %s', (line, meeting) => {
    expect(read([TITLE, ['meeting', line], ['speaker', '平江县县长 王明']]).meeting).toBe(meeting);
  });

  it('reads meeting and speaker from the title where no other line tells', () => {
    expect(read([['title', '王明县长在平江县第十八届人民代表大会第五次会议上的政府工作报告']])).toMatchObject(
      {
        meeting: '平江县第十八届人民代表大会第五次会议',
        speaker: '王明',
      },
    );
  });

  it('reads who issued a briefing and when', () => {
    const meta = read(
      [
        ['title', '资阳市工作简报'],
        ['issue', '2025年第3期'],
        ['issuer', '资阳市人民政府办公室　　2025年2月10日'],
      ],
      { body: ['2024年，资阳市抓好同城化。'] },
    );
    expect(meta).toMatchObject({
      kind: '工作简报',
      issuer: '资阳市人民政府办公室',
      date: '2025-02-10',
      year: 2025,
      reviewYear: 2024,
    });
  });

  it.each([
    ['the site’s name above', { page: [[1, '平江县人民政府']] as const }],
    ['the source', { page: [[1, '来源：平江县人民政府网']] as const }],
    [
      'the nearest of several governments',
      {
        page: [
          [1, '湖南省人民政府'],
          [1, '平江县政府网'],
        ] as const,
      },
    ],
    ['the owner below', { page: [[99, '主办：平江县人民政府办公室']] as const }],
    ['the code of the site', { page: [[99, '网站标识码：4306260001']] as const }],
    ['the site of a file', { hints: { site: '平江县人民政府门户网站' } }],
    ['the title of a file', { hints: { title: '平江县2026年政府工作报告' } }],
  ])('takes the place from %s where title and text don’t tell', (_, given) => {
    expect(read([TITLE], given).adcode).toBe('430626');
  });

  it.each([
    ['another level’s site', { page: [[1, '来源：湖南省人民政府网']] as const }],
    ['a newspaper', { page: [[1, '来源：湖南日报']] as const }],
    ['a link below', { page: [[99, '平江县人民政府']] as const }],
    [
      'two governments',
      {
        page: [
          [1, '平江县政府网'],
          [1, '湘阴县政府网'],
        ] as const,
      },
    ],
    ['a place in passing', { body: [...BODY, '学习德清县的经验。'] }],
  ])('doesn’t take it from %s', (_, given) => {
    expect(() => read([TITLE], given)).toThrow(expect.objectContaining({ code: 'no_place' }));
  });

  it.each([
    ['鼓楼区2026年政府工作报告', /“鼓楼区”不止一处：.*江苏省南京市鼓楼区（320106）.*reports\.json/],
    ['成都高新区2026年工作报告', /没有“成都高新区”.*reports\.json/],
  ])('says why it can’t place %s', (title, message) => {
    const body = BODY.map((line) => line.replace('县', '区'));
    expect(() => read([['title', title]], { body })).toThrow(message);
    expect(read([['title', title]], { body, overrides: { adcode: '320106' } }).city).toBe('鼓楼区');
  });

  it.each([
    ['where nothing gives the day', [], '2026-02-03', '2026-02-03'],
    ['but not one of another year', [], '2025-12-30', null],
    ['but the day of delivery wins', ['（2026年1月15日）'], '2026-02-03', '2026-01-15'],
  ])('takes the day a page was published %s', (_, meetings, published, expected) => {
    const front = meetings.map((line) => ['meeting', line] as const);
    const { date, evidence } = read([['title', '平江县2026年政府工作报告'], ...front], {
      hints: { date: published },
    });
    expect(date).toBe(expected);
    expect(evidence.date ?? '').toMatch(expected === published ? /^网页的发布日期，不一定/u : /^(?!网页)/u);
  });
});
