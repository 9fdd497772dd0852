import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../indexer/parse/parse-report.ts';
import { unglue } from '../../../indexer/parse/unglue.ts';
import { lines, texts } from './lines.ts';
import { BODY, MEETING, reportText } from './report.ts';

const SENTENCE =
  '坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，推动经济实现质的有效提升和量的合理增长。';
const PARAGRAPH = SENTENCE.repeat(50);

function parted(text: string): string[] {
  return texts(unglue(lines(text)).value);
}

describe('unglue', () => {
  it('parts the title, the meeting, the speaker and the salutation above the text', () => {
    const front = [
      '资阳市人民政府工作报告',
      '——2024年1月15日在资阳市第五届人民代表大会第四次会议上',
      '资阳市人民政府市长 王善平',
      '各位代表：',
      '现在，我代表市人民政府，向大会报告工作，请予审议。',
    ];
    const body = [`一、稳增长。${PARAGRAPH}`, `二、促改革。${PARAGRAPH}`, `三、惠民生。${PARAGRAPH}`];
    expect(parted([...front, ...body].join(''))).toEqual([...front, ...body]);
  });

  it('parts them also where nothing tells how the text goes on', () => {
    const pieces = ['2026年资阳市政府工作报告', '各位代表：', `现在，我向大会报告工作。${PARAGRAPH}`];
    expect(parted(pieces.join(' '))).toEqual(pieces);
  });

  it('parts headings from the headings and paragraphs below', () => {
    const pieces = [
      `各位代表：`,
      '现在，我代表市人民政府，向大会报告工作。',
      '一、2023年工作回顾',
      `2023年，面对复杂形势，我们攻坚克难。${PARAGRAPH}`,
      `（一）经济稳中有进。${SENTENCE}`,
      `（二）改革不断深化。${SENTENCE}`,
      '二、2024年重点工作',
      `（一）扩大有效投资。${SENTENCE}`,
      `各位代表！让我们团结起来，为建设现代化资阳而努力奋斗！`,
    ];
    expect(parted(pieces.join(''))).toEqual(pieces);
  });

  it('parts a text whose line breaks have become spaces at these', () => {
    const pieces = [
      '一、聚焦同城融圈 主动融入国省战略',
      `${SENTENCE}${PARAGRAPH}`,
      `${SENTENCE}${SENTENCE}`,
      '二、加快转型升级，推动 2024 年目标实现',
      `${SENTENCE}${PARAGRAPH}`,
      `三、扩大开放。${SENTENCE}`,
    ];
    expect(parted(pieces.join(' '))).toEqual(pieces);
  });

  it('leaves long paragraphs alone, and short ones with numerals', () => {
    const long = `${PARAGRAPH}${PARAGRAPH}${PARAGRAPH}一、稳增长。${SENTENCE}`;
    const short = `做好三件事。一、稳增长。二、促改革。三、惠民生。`;
    const figures = `${PARAGRAPH}${PARAGRAPH}3.5亿元投资到位。8.2万人就业。`.repeat(3);
    expect([parted(long), parted(short), parted(figures)]).toEqual([[long], [short], [figures]]);
  });

  it('says where', () => {
    const { repairs } = unglue(lines(`一、稳增长。${PARAGRAPH}二、促改革。${PARAGRAPH}三、惠民生。`));
    expect(repairs).toHaveLength(2);
    expect(repairs[1]).toMatchObject({ line: 1, after: expect.stringContaining('。⏎三、惠民生。') });
  });

  it('takes time in proportion to the length', () => {
    const text = `一、稳增长。${PARAGRAPH}（一）扩大投资 促进消费。${PARAGRAPH}`.repeat(500);
    const start = performance.now();
    expect(unglue(lines(text)).value.length).toBeGreaterThan(900);
    for (const filler of [' ', '　', '。', '（', '一、', '。一、', '1.'])
      parted(filler.repeat(500_000) + text);
    expect(performance.now() - start).toBeLessThan(6000);
  });
});

it('reads a report on one line like one in lines', () => {
  const long = BODY.map((line) => (line.includes('着力') ? line : line.replaceAll(SENTENCE, PARAGRAPH)));
  const inLines = ['福建省人民政府工作报告', MEETING, '福建省人民政府省长 赵龙', ...long];
  const glued = parseReport(inLines.join(''));
  const { meta, blocks } = parseReport(reportText(inLines));
  expect(glued.meta).toMatchObject({ ...meta, evidence: expect.anything() });
  expect(new Set(glued.blocks.map(({ section }) => section))).toEqual(
    new Set(blocks.map(({ section }) => section)),
  );
});
