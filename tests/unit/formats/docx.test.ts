import { describe, expect, it } from 'vitest';
import { readSource } from '../../../indexer/formats/read-file.ts';
import { blocksIn, fixture, problemOf, reportIn, sourceOf } from './files.ts';

describe('a Word document', () => {
  it('gives headings, paragraphs, lists and a table with merged cells', async () => {
    const blocks = blocksIn(await reportIn('report.docx'));
    expect(blocks.map((block) => block.split(' ')[0])).toEqual([
      ...['heading', 'heading', 'heading', 'paragraph', 'paragraph'],
      ...['heading', 'paragraph', 'paragraph', 'bullet', 'bullet'],
      ...['caption', 'columns', 'row', 'row', 'row'],
      ...['heading', 'paragraph', 'paragraph', 'heading', 'gloss'],
    ]);
    expect(blocks).toContain('heading 一、2025年工作回顾');
    expect(blocks).toContain('row 社会消费品零售总额增速（%） | 7 | 6.5');
    expect(blocks.join('\n')).toContain('PM2.5平均浓度下降3.1%，推行“双向揭榜”机制');
  });

  it('makes its footnotes a glossary, and their marks references', async () => {
    const { glossary, blocks } = await reportIn('report.docx');
    expect(glossary).toMatchObject([
      { number: 1, term: '高效办成一件事', definition: '指把关联性强的多个事项集成为一件事办理。' },
    ]);
    const marked = blocks.find((block) => block.text.includes('高效办成一件事'));
    expect(marked?.text).toContain('推进“高效办成一件事”，营商环境');
    expect((await sourceOf('report.docx')).text).toContain('推进“高效办成一件事”[1]，营商环境');
  });
});

describe('a Word document whose paragraphs Word numbers', () => {
  it('has the numbers in its headings; bullets stay bullets', async () => {
    const { headings, blocks } = await reportIn('numbered.docx');
    expect(headings.map(({ level, text }) => `${level} ${text}`)).toEqual([
      '1 一、2025年工作回顾',
      '2 （一）产业转型取得新进展',
      '2 （二）民生福祉得到新改善',
      '1 二、2026年工作安排',
      '2 （一）扩大有效投资',
      '2 （二）深化改革开放',
      '1 注释',
    ]);
    expect(blocks.filter(({ type }) => type === 'bullet')).toHaveLength(2);
  });

  it('keeps footnotes apart whose terms open with a figure', async () => {
    const { glossary } = await reportIn('numbered.docx');
    expect(glossary.map(({ number, term }) => `${number} ${term}`)).toEqual([
      '1 三江汇流',
      '2 2025东江消费季',
    ]);
  });
});

describe('a Word document that can’t be read', () => {
  it('says that it needs a password', async () => {
    const problem = await problemOf(sourceOf('password.docx'));
    expect(problem).toMatchObject({ code: 'protected', message: expect.stringContaining('取消密码') });
  });

  it('says that it was cut off', async () => {
    const bytes = fixture('report.docx');
    const cut = bytes.subarray(0, bytes.length / 2);
    expect(await problemOf(readSource(cut, 'cut.docx'))).toMatchObject({ code: 'unreadable_file' });
  });

  it('says that its data are broken', async () => {
    const bytes = Uint8Array.from(fixture('report.docx'));
    bytes.fill(0xff, 200, 400);
    expect(await problemOf(readSource(bytes, 'broken.docx'))).toMatchObject({ code: 'unreadable_file' });
  });
});
