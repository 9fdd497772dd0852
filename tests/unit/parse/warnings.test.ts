import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../indexer/parse/parse-report.ts';
import { BODY, MEETING, reportText, TITLE } from './report.ts';

const messages = (text: string, overrides = {}) =>
  parseReport(text, overrides).warnings.map(({ message }) => message);

describe('warningsFor', () => {
  it('has nothing to say of a report that tells everything', () => {
    expect(messages(reportText())).toEqual([]);
  });

  it('says what it made up and where to correct it', () => {
    const body = BODY.map((line) => line.replace('我们攻坚克难', '福建省攻坚克难，福建发展'));
    expect(messages(reportText(body))).toEqual([
      expect.stringMatching(/没有标题.*"title"/),
      expect.stringMatching(/“福建”出现 \d+ 次.*“福建省”.*"city"/),
    ]);
  });

  it('asks for the kind only if nobody gave it', () => {
    const text = '福建省情况\n2026年工作安排\n福建省人民政府推动经济发展，福建省各地落实。福建省向好。';
    const kind = /种类.*"kind"/;
    expect(messages(text).join()).toMatch(kind);
    expect(messages(text, { kind: '政府工作报告' }).join()).not.toMatch(kind);
  });

  it('names the parts of a modern report that it doesn’t find', () => {
    const found = messages(reportText([TITLE, MEETING, ...BODY.slice(0, 4)]));
    expect(found).toEqual([expect.stringContaining('“重点任务”'), expect.stringContaining('“结语”')]);
  });

  it('asks which year a title means that the text closes, unless it is given', () => {
    const text = reportText([TITLE, ...BODY])
      .replaceAll('2026', '2027')
      .replaceAll('2025', '2026')
      .replace('2027年福建', '2026年福建');
    expect(messages(text)).toEqual([expect.stringMatching(/2026 年.*2027 年.*"year"/)]);
    expect(messages(text, { year: 2027 })).toEqual([]);
  });

  it('names the line of a paragraph that breaks off, but not the lines of an infographic', () => {
    const lines = [TITLE, MEETING, ...BODY];
    lines.splice(6, 0, '全省经济发展稳中向好，今年一季度的增长速度达到5.6%，居民收入增加');
    expect(parseReport(lines.join('\n')).warnings).toMatchObject([{ line: 7 }]);
    expect(messages('图解2026年自贡市政府工作报告\n地区生产总值增长6%\n新增城镇就业2万人')).toEqual([]);
  });
});
