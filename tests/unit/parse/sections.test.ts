import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../indexer/parse/parse-report.ts';

const SENTENCE =
  '坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，推动经济实现质的有效提升和量的合理增长。';
const DONE = ['（一）产业强县迈出新步伐', `工业稳定增长。${SENTENCE}`];
const TO_DO = ['（一）聚力产业发展', `实施工业倍增。${SENTENCE}`];
const END = '各位代表！让我们更加紧密地团结起来，为谱写中国式现代化平江篇章而努力奋斗！';

/** The section of each paragraph of a report that was given on a day. */
function sectionsOf(day: string, lines: readonly string[]): Record<string, string> {
  const front = ['政府工作报告', `——${day}在平江县第十八届人民代表大会第五次会议上`, '各位代表：'];
  const { blocks } = parseReport([...front, '现在，我代表县人民政府，向大会报告工作。', ...lines].join('\n'));
  return Object.fromEntries(blocks.slice(front.length + 1).map(({ text, section }) => [text, section]));
}

describe('sections of a modern report', () => {
  it.each([
    ['一、2025年主要工作', '二、2026年主要工作'],
    ['一、2025年的工作', '二、2026年的工作'],
    ['一、关于2025年政府工作情况', '二、关于2026年政府工作安排'],
    ['一、回顾2025年，我们砥砺前行', '二、展望2026年，我们信心满怀'],
    ['一、二○二五年工作回顾', '二、二零二六年工作安排'],
    ['一、２０２５年工作回顾', '二、２０２６年工作安排'],
    ['一、坚定信心，发展迈上新台阶', '二、重整行装，再创新业绩'],
    ['第一部分 2025年工作回顾', '第二部分 2026年重点任务'],
    ['过去一年，我们主要做了以下工作：', '2026年，我们将重点抓好以下工作：'],
  ])('%s / %s', (past, ahead) => {
    const sections = sectionsOf('2026年1月15日', [past, ...DONE, ahead, ...TO_DO, END]);
    expect(sections).toMatchObject({ [past]: 'review', [DONE[1] ?? '']: 'review' });
    expect(sections).toMatchObject({ [ahead]: 'tasks', [TO_DO[1] ?? '']: 'tasks', [END]: 'closing' });
  });

  it('finds the targets of a part that is called 2026年发展目标, and tasks below it', () => {
    const lines = ['一、2025年工作回顾', ...DONE, '二、2026年发展目标', SENTENCE, '三、全力稳增长', END];
    expect(sectionsOf('2026年1月15日', lines)).toMatchObject({
      [SENTENCE]: 'targets',
      '三、全力稳增长': 'tasks',
    });
  });

  it('takes the plan of a new government for its tasks where there are no others', () => {
    const lines = ['一、过去五年工作回顾', ...DONE, '二、今后五年的目标任务', SENTENCE, ...TO_DO, END];
    const sections = {
      [DONE[1] ?? '']: 'review_period',
      [SENTENCE]: 'plan_period',
      [TO_DO[1] ?? '']: 'tasks',
    };
    expect(sectionsOf('2026年1月15日', lines)).toMatchObject(sections);
    const withTasks = [...lines.slice(0, -1), '三、2026年重点工作', '推进重点项目建设。', END];
    expect(sectionsOf('2026年1月15日', withTasks)).toMatchObject({ [TO_DO[1] ?? '']: 'plan_period' });
  });

  it('reads a report of December as one of the January after', () => {
    const lines = [
      '一、今年工作回顾',
      ...DONE,
      '二、明年工作安排',
      '明年经济增长的预期目标是5%。',
      ...TO_DO,
      END,
    ];
    expect(sectionsOf('2025年12月28日', lines)).toMatchObject({
      '一、今年工作回顾': 'review',
      [DONE[1] ?? '']: 'review',
      '二、明年工作安排': 'tasks',
      '明年经济增长的预期目标是5%。': 'targets',
    });
  });

  it.each([
    ['several paragraphs', ['各位代表！', '千年古县，正青春。', '让我们团结一心，努力奋斗！']],
    ['no call', ['各位代表，新征程呼唤新作为，我们将恪尽职守，不负重托。']],
    ['thanks below', [END, '谢谢大家！']],
  ])('closes with %s', (_, closing) => {
    const lines = ['一、2025年工作回顾', ...DONE, '二、2026年工作安排', ...TO_DO, ...closing];
    expect(Object.entries(sectionsOf('2026年1月15日', lines)).slice(-closing.length - 1)).toEqual([
      [TO_DO[1], 'tasks'],
      ...closing.map((text) => [text, 'closing']),
    ]);
  });
});

describe('titles of parts', () => {
  it.each([
    ['2011年1月15日', '一、“十一五”时期的政府工作', 'review_period'],
    ['2010年1月15日', '一、“十一五”时期的政府工作', 'plan_period'],
    ['2016年1月15日', '一、四年来的主要工作', 'review_period'],
    ['2025年1月15日', '一、同心协力，较好完成2024年目标任务', 'review'],
    ['2025年1月15日', '一、抢抓机遇、跨越赶超的奋进历程', 'review'],
  ])('%s: %s is %s', (day, title, section) => {
    expect(sectionsOf(day, [title, SENTENCE, '二、2030年工作安排', END])).toMatchObject({ [title]: section });
  });

  it.each([
    ['二、抢抓机遇，2025年各项工作务求新成效', 'tasks'],
    ['二、争先跨越，实现“十四五”规划圆满收官', 'tasks'],
    ['二、2025年工作要求和重点', 'tasks'],
    ['二、优化发展环境，抓住扩大内需的机遇', 'tasks'],
    ['二、2025年面临的形势和机遇', 'situation'],
    ['二、建设人民满意的实干型政府', 'self_gov'],
    ['二、未来5年的总体设想和奋斗目标', 'plan_period'],
  ])('behind the review %s is %s', (title, section) => {
    const lines = ['一、2024年工作回顾', ...DONE, title, `今年，${SENTENCE}`, END];
    expect(sectionsOf('2025年1月15日', lines)).toMatchObject({ [title]: section });
  });

  it.each(['二、2025年主要目标任务', '二、2025年工作总体安排', '二、2025年总体要求和主要目标'])(
    '%s goes on to tasks where a paragraph announces them',
    (title) => {
      const announcement = '围绕上述目标，重点抓好以下工作。';
      const more = ['（二）推进乡村全面振兴', `夯实粮食安全根基。${SENTENCE}`];
      const lines = ['一、2024年工作回顾', ...DONE, title, SENTENCE, announcement, ...TO_DO, ...more, END];
      const sections = sectionsOf('2025年1月15日', lines);
      expect(sections[SENTENCE]).not.toBe('tasks');
      expect(sections).toMatchObject({ [TO_DO[1] ?? '']: 'tasks', [more[1] ?? '']: 'tasks' });
    },
  );

  it('takes the headings below targets for tasks in a report without other ones', () => {
    const lines = ['一、2024年工作回顾', ...DONE, '二、2025年发展目标', SENTENCE, ...TO_DO, END];
    expect(sectionsOf('2025年1月15日', lines)).toMatchObject({
      [SENTENCE]: 'targets',
      [TO_DO[1] ?? '']: 'tasks',
    });
  });

  it('speaks of merits to come without being about the past', () => {
    const title = '三、实干担当，以优异成绩向建县百年献礼';
    const lines = [
      '一、2024年工作回顾',
      ...DONE,
      '二、2025年工作总体要求',
      SENTENCE,
      title,
      `发展产业。${SENTENCE}`,
    ];
    expect(sectionsOf('2025年1月15日', [...lines, END])).toMatchObject({ [title]: 'tasks' });
  });
});

describe('what stands behind the last words', () => {
  const lines = ['一、2025年工作回顾', ...DONE, '二、2026年工作安排', ...TO_DO, END];

  it('is an appendix if it is a remark on figures', () => {
    const remark = '注：本报告中2025年数据为初步核算数。';
    expect(sectionsOf('2026年1月15日', [...lines, remark])).toMatchObject({
      [END]: 'closing',
      [remark]: 'appendix',
    });
  });

  it('is an appendix if it has a title of its own, long as it may be', () => {
    const list = [
      '平江县2026年为民实事',
      '一、做好就业服务',
      '新增城镇就业3000人。',
      '二、改善出行',
      '新建停车位500个。',
    ];
    const sections = sectionsOf('2026年1月15日', [...lines, ...list]);
    expect(sections[END]).toBe('closing');
    expect(list.map((text) => sections[text])).toEqual(list.map(() => 'appendix'));
  });
});

describe('sections of an old report', () => {
  it.each([
    ['当前的形势和任务', 'thematic'],
    ['三年调整国民经济的主要任务', 'thematic'],
    ['社会主义建设的伟大成就', 'thematic'],
    ['今后五年的主要任务', 'thematic'],
    ['五年来的工作', 'review_period'],
    ['一九七八年的工作', 'review'],
    ['一九七九年的任务', 'tasks'],
  ])('a part called %s is %s', (title, section) => {
    const lines = [`一、${title}`, SENTENCE, '二、国际形势和外交工作', SENTENCE];
    expect(sectionsOf('1979年6月18日', lines)[`一、${title}`]).toBe(section);
  });
});
