import { describe, expect, it } from 'vitest';
import { plainCharacters } from '../../../indexer/formats/pdf-characters.ts';
import { linesOf, placeRun, type Run } from '../../../indexer/formats/pdf-lines.ts';
import { readSource } from '../../../indexer/formats/read-file.ts';
import { blocksIn, fixture, problemOf, reportIn, sourceOf } from './files.ts';

describe('a typeset PDF without embedded fonts', () => {
  it('joins the lines of a paragraph, over pages too', async () => {
    const blocks = blocksIn(await reportIn('typeset.pdf'));
    expect(blocks.slice(0, 3)).toEqual([
      'heading 2026年资阳市政府工作报告',
      'heading ——2026年1月28日在资阳市第五届人民代表大会第七次会议上',
      'paragraph 各位代表：',
    ]);
    expect(blocks.filter((block) => block.startsWith('paragraph'))).toHaveLength(12);
    for (const chapter of ['扩大有效需求', '深化改革开放', '推进乡村全面振兴', '增进民生福祉']) {
      const paragraph = blocks.find((block) => block.startsWith(`paragraph ${chapter}，`));
      expect(paragraph).toMatch(/大力发展低空经济.*落到实处、见到实效。.*粮食产量稳定在150万吨以上。$/);
    }
  });

  it('leaves out running heads, page numbers and watermarks', async () => {
    const { text } = await sourceOf('typeset.pdf');
    expect(text).not.toMatch(/会议文件|— \d —|内部资料/);
  });

  it('reads columns as a table', async () => {
    expect((await reportIn('typeset.pdf')).tables).toMatchObject([
      {
        caption: '专栏1：2025年主要预期目标完成情况',
        columns: ['序号', '指标名称', '计划目标', '完成情况'],
        rows: [
          { cells: ['1', 'GDP增速（%）', '6', '5.8'] },
          { cells: ['2', '社会消费品零售总额增速（%）', '7', '6.5'] },
          { cells: ['3', '城镇新增就业（万人）', '2.5', '2.6'] },
        ],
      },
    ]);
  });

  it('tells the mark of a footnote from a power', async () => {
    expect((await sourceOf('typeset.pdf')).text).toContain('推进“高效办成一件事”[1]，建成10km2园区。');
  });
});

describe('a page printed by a browser', () => {
  it('gives the characters for which its fonts name radicals', async () => {
    const { text } = await sourceOf('printed.pdf');
    expect(text).toMatch(/^2026年资阳市政府工作报告\n——2026年1月28日在.*会议上\n各位代表：/);
    expect(text).toContain('长江、西青、龙门、齐民、风马、车见、青页。');
  });

  it('reads paragraphs and headings', async () => {
    const blocks = blocksIn(await reportIn('printed.pdf'));
    expect(blocks).toContain('heading （一）发展新质生产力');
    expect(blocks.find((block) => block.includes('全年PM2.5'))).toMatch(/“一老一小”，长江.*一年一年向好。$/);
  });
});

describe('a PDF of many layouts', () => {
  it('reads one column after the other', async () => {
    const { text } = await sourceOf('layout.pdf');
    const paragraph = '我们坚持稳中求进，全年工业增加值增长6%，新增就业2万人，群众生活一年一年向好';
    const columns = ['一', '二', '三', '四', '五'].map((n) => `第${n}，${paragraph}；${paragraph}。`);
    const title = ['2026年资阳市政府工作报告', '——2026年1月28日在资阳市第五届人民代表大会第七次会议上'];
    const start = [...title, '各位代表：', '一、2025年工作回顾', ...columns, '二、2026年工作安排'];
    expect(text.split('\n').slice(0, start.length)).toEqual(start);
  });

  it('reads a ruled table with merged cells and cells of many lines', async () => {
    const work = '全面完成十所学校、八个车站的改造，工程按期完工，群众生活一年一年向好';
    expect((await reportIn('layout.pdf')).tables).toMatchObject([
      {
        caption: '专栏1：2026年工作安排',
        columns: ['类别', '工作', '安排'],
        rows: [
          { cells: ['群众生活', '就业工作', work] },
          { cells: ['群众生活', '学校改造工程', work] },
          { cells: ['工业', '增加值', '6%'] },
        ],
      },
    ]);
  });

  it('numbers the notes at the foot of its pages through', async () => {
    const { glossary, blocks } = await reportIn('layout.pdf');
    expect(glossary.map(({ number, term, definition }) => `${number} ${term} ${definition}`)).toEqual([
      '1 “双圈” 全年工作的安排。',
      '2 “一老一小” 群众生活的工作。',
      '3 “一年一改” 学校的改造。',
    ]);
    expect(blocks.flatMap((block) => block.notes ?? []).map((note) => note.number)).toEqual([1, 2, 3]);
  });

  it('leaves out the running head and the page numbers', async () => {
    expect((await sourceOf('layout.pdf')).text).not.toMatch(/公报|— \d —/);
  });
});

describe('a PDF that can’t be read', () => {
  it('says that it is a scan', async () => {
    const problem = await problemOf(sourceOf('scanned.pdf'));
    expect(problem).toMatchObject({ code: 'scanned_pdf', message: expect.stringContaining('扫描件') });
    expect(problem.message).toContain('OCR');
  });

  it('says that it needs a password', async () => {
    expect(await problemOf(sourceOf('password.pdf'))).toMatchObject({ code: 'protected' });
  });

  it('says that it is broken', async () => {
    const cut = fixture('typeset.pdf').subarray(0, 300);
    expect(await problemOf(readSource(cut, 'cut.pdf'))).toMatchObject({ code: 'unreadable_file' });
  });

  it('leaves the bytes to their owner', async () => {
    const bytes = fixture('typeset.pdf');
    await readSource(bytes, 'typeset.pdf');
    expect(bytes.length).toBeGreaterThan(0);
  });
});

describe('placeRun', () => {
  const upright = [1, 0, 0, -1, 0, 842];

  it('measures from the top of the page', () => {
    const item = { str: '⼯作', width: 32, transform: [16, 0, 0, 16, 90, 742] };
    expect(placeRun(item, upright)).toEqual({
      turns: 0,
      run: { text: '工作', x: 90, y: 100, width: 32, size: 16 },
    });
  });

  it('measures text that is turned on its side along its own direction', () => {
    const item = { str: '甲', width: 16, transform: [0, 16, -16, 0, 300, 400] };
    expect(placeRun(item, upright)).toMatchObject({ turns: -1, run: { x: -442, y: 300 } });
  });

  it('drops a watermark set askew', () => {
    expect(placeRun({ str: '内部', width: 32, transform: [11, 11, -11, 11, 0, 0] }, upright)).toBeNull();
  });
});

describe('linesOf', () => {
  const run = (text: string, x: number, y: number, size = 16): Run => ({
    text,
    x,
    y,
    width: text.length * size,
    size,
  });
  const textsOf = (...runs: Run[]) => linesOf({ page: 0, runs, margins: null }).map((line) => line.text);

  it('goes from top to bottom and from left to right, whatever order the file has', () => {
    expect(textsOf(run('丁', 16, 30), run('乙', 16, 0), run('丙', 0, 30), run('甲', 0, 0))).toEqual([
      '甲乙',
      '丙丁',
    ]);
  });

  it('takes text printed twice for bold once', () => {
    expect(textsOf(run('报告', 0, 0), run('报告', 0.5, 0))).toEqual(['报告']);
  });

  it('parts words by a space and columns by a tab', () => {
    expect(textsOf(run('甲', 0, 0), run('乙', 24, 0), run('丙', 80, 0))).toEqual(['甲 乙\t丙']);
  });
});

describe('plainCharacters', () => {
  it('replaces radicals and long dashes, and nothing else', () => {
    expect(plainCharacters('⺠⽣⻓⻰⼾⸺工（％）Ⅱ')).toBe('民生长龙户——工（％）Ⅱ');
  });
});
