import { describe, expect, it } from 'vitest';
import type { Report } from '../../../report/types.ts';
import { type Access, citations } from '../../../server/presenters/citations.ts';
import { makeReport } from '../../fixtures/collection.ts';

const ACCESS: Access = { origin: 'https://example.org', day: '2026-11-22' };
const SKETCH = makeReport(
  {
    city: '甲州市',
    province: '四川省',
    adcode: '510100',
    year: 2025,
    title: '甲州市政府工作报告',
    speaker: '王某',
    issuer: '甲州市人民政府',
    date: '2025-02-20',
  },
  [['review', 'paragraph', '推动“高质量发展”。']],
);
const [BLOCK] = SKETCH.blocks as [Report['blocks'][0]];
const PARAGRAPH = `https://example.org/p/${BLOCK.id}?n=1`;
const REPORT = 'https://example.org/reports/510100-2025-work-report';

const cite = (changes: Partial<Report> = {}, block: typeof BLOCK | null = BLOCK) =>
  citations({ ...SKETCH, ...changes }, block, ACCESS);

describe('GB/T 7714—2025', () => {
  it('gives the day of publication and the paragraph in the place of a page (8.8.3)', () => {
    expect(cite().gbt7714).toBe(`王某. 甲州市政府工作报告[R/OL]. 2025-02-20：第1段. ${PARAGRAPH}`);
    expect(cite({}, null).gbt7714).toBe(`王某. 甲州市政府工作报告[R/OL]. 2025-02-20. ${REPORT}`);
  });

  it('gives the year where no day is known', () => {
    expect(cite({ date: null }, null).gbt7714).toBe(`王某. 甲州市政府工作报告[R/OL]. 2025. ${REPORT}`);
  });

  it('names who issued a report that nobody delivered, and leaves out who isn’t known', () => {
    expect(cite({ speaker: null }).gbt7714).toMatch(/^甲州市人民政府\. 甲州市政府工作报告\[R\/OL\]/);
    expect(cite({ speaker: null, issuer: null }).gbt7714).toMatch(/^甲州市政府工作报告\[R\/OL\]/);
  });

  it('puts a title that isn’t the text’s own into brackets (7.2.1)', () => {
    expect(cite({ titleInferred: true }).gbt7714).toContain('王某. [甲州市政府工作报告][R/OL]. ');
  });
});

describe('GB/T 7714—2015', () => {
  it('gives the day of access, and for a paragraph the year before it (4.6.2)', () => {
    expect(cite().gbt7714v2015).toBe(
      `王某. 甲州市政府工作报告[R/OL]. 2025: 第1段(2025-02-20)[2026-11-22]. ${PARAGRAPH}`,
    );
    expect(cite({}, null).gbt7714v2015).toBe(
      `王某. 甲州市政府工作报告[R/OL]. (2025-02-20)[2026-11-22]. ${REPORT}`,
    );
  });

  it('gives the year where no day is known', () => {
    expect(cite({ date: null }).gbt7714v2015).toContain('[R/OL]. 2025: 第1段[2026-11-22]. ');
    expect(cite({ date: null }, null).gbt7714v2015).toContain('[R/OL]. 2025[2026-11-22]. ');
  });
});

describe('BibTeX', () => {
  it('is an entry of a report, its key in ASCII', () => {
    expect(cite().bibtex).toBe(`@techreport{510100-2025-work-report-p1,
  author = {{王某}},
  title = {甲州市政府工作报告},
  date = {2025-02-20},
  year = {2025},
  pages = {第1段},
  url = {${PARAGRAPH}},
  urldate = {2026-11-22}
}`);
  });

  it('leaves out what isn’t known', () => {
    expect(
      cite({ speaker: null, issuer: null, date: null }, null).bibtex,
    ).toBe(`@techreport{510100-2025-work-report,
  title = {甲州市政府工作报告},
  year = {2025},
  url = {${REPORT}},
  urldate = {2026-11-22},
  key = {510100-2025-work-report}
}`);
  });

  it('says an inferred title as the standard does', () => {
    expect(cite({ titleInferred: true }).bibtex).toContain('title = {[甲州市政府工作报告]}');
  });

  it('prints what TeX would read, and keeps braces balanced', () => {
    const { bibtex } = cite({ title: 'A&B 5%\n$1 #2 a_b {c \\d ~e ^f}}', speaker: '甲_公司 and 乙{' });
    expect(bibtex).toContain(
      'title = {A\\&B 5\\% \\$1 \\#2 a\\_b \\textbraceleft{}c \\textbackslash{}d \\textasciitilde{}e \\textasciicircum{}f\\textbraceright{}\\textbraceright{}}',
    );
    expect(bibtex).toContain('author = {{甲\\_公司 and 乙\\textbraceleft{}}}');
    expect(bibtex.split('{')).toHaveLength(bibtex.split('}').length);
    // The address is taken to the letter.
    expect(bibtex).toContain(`url = {${PARAGRAPH}}`);
  });
});

describe('plain text', () => {
  it('says who, what, where, when, and the paragraph', () => {
    expect(cite().plain).toBe(`王某：《甲州市政府工作报告》，甲州市，2025年2月20日，第 1 段。${PARAGRAPH}`);
    expect(cite({ speaker: null, issuer: null, date: null, titleInferred: true }, null).plain).toBe(
      `《甲州市政府工作报告》（题名为推定），甲州市，2025年。${REPORT}`,
    );
  });
});

describe('a quotation', () => {
  it('is the exact text and its source; a report as a whole has none', () => {
    expect(cite().quote).toBe(`“推动“高质量发展”。”\n——${cite().plain}`);
    expect(cite({}, null).quote).toBeNull();
  });
});
