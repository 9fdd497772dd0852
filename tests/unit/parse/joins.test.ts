import { describe, expect, it } from 'vitest';
import { joinLines } from '../../../indexer/parse/joins.ts';
import { isTable } from '../../../indexer/parse/tables.ts';
import { lines } from './lines.ts';

function joined(...source: string[]): string[] {
  return joinLines(lines(...source)).value.map((part) => (isTable(part) ? '' : part.text));
}

describe('joinLines', () => {
  it.each([
    ['a break in mid-sentence', ['创新活力不断增强。西部科学城自贡科创', '', '园加快建设。']],
    ['a comma at the end', ['坚持稳中求进，', '推动高质量发展。']],
    ['a title in a link', ['提出了《', '公司法', '》修订草案。']],
    ['a number in a tag', ['细颗粒物（PM', '2.5', '）浓度继续下降。']],
    ['a broken numeral', ['（', '三）改革开放持续深化、互促共进。']],
    ['a number above 指标', ['全年完成', '12', '指标任务，各项工作走在前列。']],
    ['a quotation in tags', ['“双向', '揭榜', '挂帅”机制不断完善。']],
    ['what stands around one', ['深化', '“双向', '揭榜', '挂帅”', '机制，激发创新活力。']],
    [
      'a number and its sign in tags',
      ['城镇调查失业率', '5.5', '%', '左右，居民消费价格涨幅', '3%', '以内。'],
    ],
    ['a heading that goes on with 和', ['二、2024年经济社会发展总体要求', '和主要目标']],
    ['a title in two lines', ['2020年工作', '', '和“十三五”成就回顾']],
    ['a bold lead behind an indent', ['　　', '国防现代化建设迈出新的步伐。', '各级政府支持人民军队。']],
  ])('joins %s', (_, source) => {
    expect(joined(...source)).toEqual([source.join('').trim()]);
  });

  it.each([
    ['a heading and its paragraph', ['（五）加快推动城市品质提升', '聚焦城市发展主轴，全面提升城市宜居度。']],
    ['two paragraphs', ['群众获得感不断增强。', '在总结成绩的同时，我们也清醒认识到存在的困难。']],
    [
      'two paragraphs with applause between them',
      ['建设社会主义的任务已经提前完成了。（长时间的热烈鼓掌）', '第二个五年计划的建设已经开始。'],
    ],
    [
      'paragraphs behind slips of the pen',
      ['项目建成投用。投资增长6%。、', '工业增长5%。事业不断发展.', '各项工作稳步推进。'],
    ],
    [
      'paragraphs that plainly begin, above them one without a stop',
      [
        '问题一定要解决。必须用发展的办法加以解决',
        '2026年工作安排',
        '各位代表！我们要努力。差距仍然不小',
        '——经济稳步增长。',
      ],
    ],
    [
      'a heading longer than others and the lead of its paragraph',
      [
        '（一）以办好全省运动会为抓手，统筹各项筹备工作，举全县之力把全省运动会办成“精彩难忘、安全和谐、隆重节俭、群众满意”的体育盛会',
        '强化组织领导。各乡镇要增强认识。',
      ],
    ],
    ['a salutation', ['各位代表：', '现在，我代表市人民政府，向大会报告工作。']],
    ['a heading and one below it', ['二、2024年重点工作', '和谐社会建设']],
    ['a heading and a quotation', ['（一）打好“三大会战”', '“双向揭榜挂帅”机制不断完善。']],
    ['a term of figures and its definition', ['1.3815', '指三年上台阶、八年大跨越的战略。']],
    ['a term that ends with a sign and its definition', ['互联网＋', '是指互联网与各行业的融合。']],
    ['the heading of a glossary and its first term', ['名词解释', '“双碳”：碳达峰与碳中和。']],
    [
      'a paragraph without its full stop above a title',
      ['成绩来之不易。这些问题必须加以解决', '2009年的工作'],
    ],
    [
      'the cells of a table, one a line',
      [
        ...['主要预期目标', '指标', '2025年', '2026年', '地区生产总值（亿元）', '7802.66', '8300'],
        ...['城镇新增就业', '万人', '17.7', '15'],
      ],
    ],
    ['a paragraph without its full stop above a heading', ['并请全国政协委员提出意见', '一、2011年工作回顾']],
  ])('keeps apart %s', (_, source) => {
    expect(joined(...source)).toEqual(source);
  });

  it('takes lines without a blank one between for one paragraph where all paragraphs are set apart', () => {
    const paragraph =
      '坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，推动经济实现质的有效提升和量的合理增长，各项事业全面进步，人民生活持续改善。';
    const apart = Array.from({ length: 12 }, () => [paragraph, '']).flat();
    const cut = ['国防现代化建设迈出新的步伐。', '我国第一部', '国防法', '开始实施。'];
    const source = [...apart, ...cut, '', '一、加强农业', paragraph, '', paragraph];
    expect(joined(...source).slice(12)).toEqual([cut.join(''), '一、加强农业', paragraph, paragraph]);
  });

  it('lets nothing go on with the heading of a glossary', () => {
    const paragraph =
      '坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，推动经济实现质的有效提升和量的合理增长，各项事业全面进步，人民生活持续改善。';
    const apart = Array.from({ length: 12 }, () => [paragraph, '']).flat();
    const glossary = ['资料：名词解释（按首字拼音排列。首字为数字的随后）', '“八个有”有收入、有房住。'];
    expect(joined(...apart, ...glossary).slice(12)).toEqual(glossary);
  });

  it('says where and why', () => {
    const { repairs } = joinLines(lines('坚持稳中求进，', '推动高质量发展。'));
    expect(repairs).toEqual([
      {
        line: 1,
        before: '坚持稳中求进，⏎推动高质量发展。',
        after: '坚持稳中求进，推动高质量发展。',
        reason: '接上句子里的断行',
      },
    ]);
  });

  it('joins the wrapped lines of a page, and ends a paragraph at its short last line', () => {
    const paragraph = [
      '全市地区生产总值增长百分之六，规模以上工业增加值',
      '稳步增长，固定资产投资结构持续优化，民生福祉得到',
    ];
    const source = Array.from({ length: 8 }, () => [...paragraph, ...paragraph, '新改善。']).flat();
    expect(joined(...source)).toEqual(Array(8).fill([...paragraph, ...paragraph, '新改善。'].join('')));
  });

  it('lets blank lines decide where they stand between the paragraphs of a page', () => {
    const full = '全市地区生产总值增长百分之六，规模以上工业增加值';
    // A sentence that ends with its line doesn't end the paragraph, a full line does.
    const ended = '稳步增长，固定资产投资结构持续优化，民生得改善。';
    const heading = '着力推动创新驱动发展战略走深走实开创全新局面';
    const paragraph = [full, ended, full, ended];
    const source = [
      ...Array.from({ length: 12 }, () => [...paragraph, '']).flat(),
      heading,
      '',
      ...paragraph,
    ];
    const whole = paragraph.join('');
    expect(joined(...source)).toEqual([...Array(12).fill(whole), heading, whole]);
  });

  it('goes on over a line at the margin that begins like a number, where paragraphs are set in', () => {
    const first = '　　全市地区生产总值增长百分之六，规模以上工业增加值';
    const full = '稳步增长，固定资产投资结构持续优化，民生福祉得到新';
    const before = '稳步增长，固定资产投资结构持续优化，民生得到改善。';
    const others = Array.from({ length: 8 }, () => [
      '　　（一）产业提质',
      first,
      full,
      full,
      full,
      '改善。',
    ]).flat();
    const begun = [
      '第二、创近十年新高，就业形势稳定。',
      '2002年地区生产总值达到二百亿元，实现翻番。',
      '（8）实施幼儿园改扩建项目。',
    ];
    for (const line of begun) {
      const source = [...others, first, before, line, '　　（二）改革攻坚', first, full, '改善。'];
      expect(joined(...source)).toContain([first.trim(), before, line].join(''));
    }
    expect(joined(...others, first, before, '（二）改革攻坚')).toContain(
      `${first.trim()}${before}（二）改革攻坚`,
    );
    // Below a line that has room left, it opens a paragraph.
    expect(joined(...others, first, full, '改善。', '（二）改革攻坚')).toContain('（二）改革攻坚');
  });

  it('begins a paragraph at an ideographic indent, though no blank line stands above it', () => {
    const paragraph = `${'坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，'.repeat(3)}各项事业全面进步。`;
    const spaced = Array.from({ length: 10 }, () => [paragraph, '']).flat();
    expect(joined(...spaced, '过去的一年极不平凡。', '　　我们坚定信心、真抓实干。').slice(-2)).toEqual([
      '过去的一年极不平凡。',
      '我们坚定信心、真抓实干。',
    ]);
  });

  it('goes on below a line that a long number ends early, where a numbered heading opens the paragraph', () => {
    const full = '全市地区生产总值增长百分之六，规模以上工业增加值';
    const source = Array.from({ length: 8 }, () => [
      '（一）产业提质增效。全市地区生产总值增长百分之六，',
      '固定资产投资结构持续优化，全年完成工业投资',
      '12345.67亿元，民生福祉得到新改善，规模以上工业增',
      full,
      '改善。',
    ]).flat();
    expect(joined(...source)).toEqual(Array(8).fill(source.slice(0, 5).join('')));
  });

  it('joins the lines of a short page', () => {
    const paragraph = [
      '全市地区生产总值增长百分之六，规模以上工业增加值',
      '稳步增长，固定资产投资结构持续优化，民生福祉得到',
    ];
    const source = [...paragraph, '改善。', ...paragraph, ...paragraph, '提高。'];
    expect(joined(...source)).toEqual([
      [...paragraph, '改善。'].join(''),
      [...paragraph, ...paragraph, '提高。'].join(''),
    ]);
  });
});
