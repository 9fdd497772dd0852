import { describe, expect, it } from 'vitest';
import { joinLines } from '../../../indexer/parse/joins.ts';
import { outline } from '../../../indexer/parse/outline.ts';
import { lines } from './lines.ts';

const TEXT = '坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，推动经济实现质的有效提升和量的合理增长。';

/** The headings of a text as `level text`, run-in ones too. */
function headings(...source: string[]): string[] {
  return outline(joinLines(lines(...source)).value).flatMap((item) => {
    if (item.type === 'heading') return `${item.level} ${item.passage.text}`;
    if (item.type === 'text' && item.runIn)
      return `${item.runIn.level} ${item.passage.text.slice(0, item.runIn.length)}`;
    return [];
  });
}

describe('outline', () => {
  it('puts numbered headings below unnumbered parts', () => {
    expect(
      headings(
        '2023年工作回顾',
        '一、经济稳定增长',
        TEXT,
        '2024年工作安排',
        '一、提升发展能级',
        `（一）扩大投资。${TEXT}`,
      ),
    ).toEqual([
      '1 2023年工作回顾',
      '2 一、经济稳定增长',
      '1 2024年工作安排',
      '2 一、提升发展能级',
      '3 （一）扩大投资。',
    ]);
  });

  it('knows parts by a numbering that starts again below them', () => {
    expect(
      headings('砥砺奋进谱新篇', `一、稳增长。${TEXT}`, '乘势而上开新局', `一、扩内需。${TEXT}`),
    ).toEqual(['1 砥砺奋进谱新篇', '2 一、稳增长。', '1 乘势而上开新局', '2 一、扩内需。']);
  });

  it('knows parts by the time they name where the first of them has no number', () => {
    expect(
      headings(
        '齐心协力抗击洪灾',
        TEXT,
        '2024年经济平稳健康发展',
        `1、突出项目建设。${TEXT}`,
        `2、突出改革开放。${TEXT}`,
        '2025年全力打造区域中心城市',
        '一、坚持稳增长',
        TEXT,
        '二、全面深化改革',
        TEXT,
      ),
    ).toEqual([
      '1 齐心协力抗击洪灾',
      '1 2024年经济平稳健康发展',
      '2 1、突出项目建设。',
      '2 2、突出改革开放。',
      '1 2025年全力打造区域中心城市',
      '2 一、坚持稳增长',
      '2 二、全面深化改革',
    ]);
  });

  it('puts a list with a title of its own behind the parts of a report', () => {
    const list = ['平江县2026年为民实事', '一、做好就业服务', TEXT, '二、改善出行', TEXT];
    expect(headings('一、2025年工作回顾', TEXT, '二、2026年工作安排', TEXT, ...list)).toEqual([
      '1 一、2025年工作回顾',
      '1 二、2026年工作安排',
      '1 平江县2026年为民实事',
      '2 一、做好就业服务',
      '2 二、改善出行',
    ]);
  });

  it('takes lines that open alike and stand alone for headings, whatever their length', () => {
    const series = [
      '一年来，我们始终坚持把项目建设作为推动转型跨越的主攻方向，发展的质量和效益稳步提升',
      '一年来，我们始终坚持生态立市战略，人居环境进一步改善',
      '一年来，我们始终坚持推进改革开放，经济社会发展活力不断增强',
    ];
    expect(headings('一、2025年工作回顾', ...series.flatMap((line) => [line, TEXT]))).toEqual([
      '1 一、2025年工作回顾',
      ...series.map((line) => `2 ${line}`),
    ]);
    const figures = ['地区生产总值增长6%；', '地区就业增加2万人；', '地区物价上涨2%；'];
    expect(headings('一、2025年工作回顾', ...figures.flatMap((line) => [line, TEXT]))).toHaveLength(1);
  });

  it.each(['2025年的工作', '扎实做好2025年政府工作', '２０２５年的政府工作'])(
    'knows a part called %s',
    (title) => {
      expect(headings('2024年工作回顾', '一、改革', TEXT, title, '一、开放', TEXT)).toContain(`1 ${title}`);
    },
  );

  it('finds a heading that has lost its numeral', () => {
    expect(headings('三、重点措施', '加快推动战略落地见效', TEXT, '（二）扩大投资', TEXT)).toEqual([
      '1 三、重点措施',
      '2 加快推动战略落地见效',
      '2 （二）扩大投资',
    ]);
  });

  it('gives each numbering the depth it has where it stands', () => {
    expect(headings('一、回顾', '（一）改革', TEXT, '二、政风建设', '第一，转变职能。', TEXT)).toEqual([
      '1 一、回顾',
      '2 （一）改革',
      '1 二、政风建设',
      '2 第一，转变职能。',
    ]);
  });

  it('takes neither the items of a list nor figures for headings', () => {
    expect(headings('1.通组公路全覆盖工程', '2.学前教育惠民工程', '3.城市老旧小区提升项目')).toEqual([]);
    expect(
      headings(
        '全市地区生产总值增长5.8%',
        '',
        '规模以上工业增加值增速高于全省平均水平',
        '',
        '城乡居民收入分别增长4.2%、5.6%',
      ),
    ).toEqual([]);
    expect(headings('数据来源：市统计局', TEXT, '备注：按可比价计算', TEXT)).toEqual([]);
    const long =
      '这一段的第一句很长，长到不可能是一个标题，因为它把几件事情一口气都说完了，而且还有许多别的内容要讲，讲来讲去讲个没完没了。';
    expect(headings(`（一）${long}${TEXT}`, `（二）改造农田。${TEXT}`, `（三）${long}${TEXT}`)).toEqual([]);
  });

  it('takes short sentences above longer paragraphs for headings where they come in a series', () => {
    const captions = ['生态底色更加亮丽。', '经济运行持续向好。', '发展动力日益强劲。'];
    expect(headings('一、工作回顾', ...captions.flatMap((caption) => [caption, TEXT]))).toEqual([
      '1 一、工作回顾',
      ...captions.map((caption) => `2 ${caption}`),
    ]);
  });
});
