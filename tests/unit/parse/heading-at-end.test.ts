import { describe, expect, it } from 'vitest';
import { partHeadingsAtEnd } from '../../../indexer/parse/heading-at-end.ts';
import { lines, texts } from './lines.ts';

const PARAGRAPH = '农业发展有效提升，粮食产量连年增长，农村土地确权登记颁证工作全面推进，'
  .repeat(2)
  .concat('成功承办“国际”会议。');

describe('partHeadingsAtEnd', () => {
  it.each(['（二）着力强化城乡建设，城市功能日趋完善', '二、2026年工作安排', '2025年工作回顾'])(
    'sets apart %s',
    (heading) => {
      const { value, repairs } = partHeadingsAtEnd(lines(`${PARAGRAPH} ${heading}`, '下一段。'));
      expect(texts(value)).toEqual([PARAGRAPH, heading, '下一段。']);
      expect(repairs).toMatchObject([{ line: 1, reason: '分开段末的标题' }]);
    },
  );

  it('needs a blank before it in a short line, which may be half of one', () => {
    const text = '现在，我代表县人民政府，向大会报告工作，请予审议。';
    expect(texts(partHeadingsAtEnd(lines(`${text} 2025年工作回顾`)).value)).toEqual([text, '2025年工作回顾']);
    expect(partHeadingsAtEnd(lines(`${text}2025年工作回顾`)).value).toHaveLength(1);
  });

  it.each([
    ['a sentence', `${PARAGRAPH}（二）着力强化城乡建设。`],
    ['an item in running text', `${PARAGRAPH}1.着力强化城乡建设`],
    ['half a line of a printed page', '粮食产量连年增长。（二）着力强化城乡建设，城市功能日趋'],
    ['words without a numeral', `${PARAGRAPH}我们着力强化城乡建设`],
  ])('leaves %s', (_, text) => {
    expect(texts(partHeadingsAtEnd(lines(text)).value)).toEqual([text]);
  });
});
