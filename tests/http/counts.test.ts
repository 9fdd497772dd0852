import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalise } from '../../text/normalise.ts';
import { COLLECTION, makeReport } from '../fixtures/collection.ts';
import { type Site, serveReports } from '../fixtures/site.ts';

/** A second report of a place and year, with what could be counted wrongly. */
const DOUBLED = makeReport(
  { city: '成都市', province: '四川省', adcode: '510100', year: 2025, kind: '图解' },
  [
    ['tasks', 'paragraph', '发展发展，高质量发展，發展。'],
    ['review', 'row', '发展 | 2 | 发 展'],
  ],
);

let site: Site;
let reports: readonly Awaited<ReturnType<typeof reportAt>>[];

beforeAll(async () => {
  site = await serveReports([...COLLECTION, DOUBLED]);
  const list = await json('/api/reports');
  reports = await Promise.all(list.reports.map(({ id }: { id: string }) => reportAt(id)));
});

afterAll(() => site.close());

async function get(path: string) {
  const response = await fetch(site.address + encodeURI(path));
  return { status: response.status, text: (await response.text()).replaceAll('&#x3D;', '=') };
}

const json = async (path: string) => JSON.parse((await get(path)).text);
const reportAt = (id: string) => json(`/api/reports/${id}`);

interface Block {
  readonly section: string;
  readonly text: string;
}

/** What a place has in a year, told from the texts alone; null where there is no report. */
function bruteForce(q: string, adcode: string, year: number, section?: string) {
  const inside = reports.filter((report) => report.adcode === adcode && report.year === year);
  if (inside.length === 0) return null;
  const texts = inside
    .flatMap(({ blocks }) => blocks as readonly Block[])
    .filter((block) => section === undefined || block.section === section)
    .map(({ text }) => text);
  const times = texts.map((text) => normalise(text).split(q).length - 1);
  return {
    reports: inside.length,
    hits: times.filter((n) => n > 0).length,
    occurrences: times.reduce((sum, n) => sum + n, 0),
    blocks: texts.length,
    characters: texts.reduce((sum, text) => sum + [...text.replaceAll(/\s/g, '')].length, 0),
  };
}

const NOTHING = { reports: 0, hits: null, occurrences: null, blocks: null, characters: null };

describe('/api/matrix', () => {
  it.each(['发展', '高质量发展', '一老一小', '展', '没有这个词的'])(
    'counts %s as the texts have it',
    async (q) => {
      const matrix = await json(`/api/matrix?q=${q}`);
      expect(matrix.years).toEqual([...new Set(reports.map(({ year }) => year))].sort());
      expect(matrix.rows.map(({ adcode }: { adcode: string }) => adcode)).toEqual(
        [...new Set(reports.map(({ adcode }) => adcode))].sort(),
      );
      for (const { adcode, cells } of matrix.rows) {
        for (const { year, ...counts } of cells) {
          expect(counts, `${adcode} ${year}`).toEqual(bruteForce(q, adcode, year) ?? NOTHING);
        }
      }
    },
  );

  it('counts in a section what stands there, text and hits', async () => {
    const { rows } = await json('/api/matrix?q=发展&section=tasks');
    for (const { adcode, cells } of rows) {
      for (const { year, ...counts } of cells) {
        expect(counts).toEqual(bruteForce('发展', adcode, year, 'tasks') ?? NOTHING);
      }
    }
  });

  it('takes words to the letter unless it is asked otherwise', async () => {
    const q = '发展一老一小无此事';
    expect(JSON.stringify(await json(`/api/matrix?q=${q}`))).not.toMatch(/"hits":[1-9]/);
    expect((await json(`/api/matrix?q=${q}&mode=any`)).mode).toBe('any');
  });
});

describe('/api/trends', () => {
  it('has a point for each place and year there is a report of', async () => {
    const { terms } = await json('/api/trends?q=发展,没有这个词的');
    expect(terms.map(({ term }: { term: string }) => term)).toEqual(['发展', '没有这个词的']);
    for (const { term, points } of terms) {
      expect(points).toHaveLength(new Set(reports.map(({ adcode, year }) => `${adcode} ${year}`)).size);
      for (const { year, adcode, occurrences, blocks, characters } of points) {
        expect({ occurrences, hits: blocks, characters }).toEqual(
          expect.objectContaining(
            (({ occurrences, hits, characters }) => ({ occurrences, hits, characters }))(
              bruteForce(term, adcode, year) ?? { occurrences: -1, hits: -1, characters: -1 },
            ),
          ),
        );
      }
    }
  });

  it('refuses a term that is too long', async () => {
    expect((await get(`/api/trends?q=发展,${'展'.repeat(100)}`)).status).toBe(200);
    const { status, text } = await get(`/api/trends?q=发展,${'展'.repeat(101)}`);
    expect(status).toBe(400);
    expect(JSON.parse(text).error.message).toContain('每个词最长 100 个字符');
  });

  it('refuses more terms than can be told apart', async () => {
    expect((await get('/api/trends?q=一,二,三,四,五')).status).toBe(200);
    const { status, text } = await get('/api/trends?q=一,二,三,四,五,六');
    expect(status).toBe(400);
    expect(JSON.parse(text).error.message).toContain('最多 5 个词');
  });
});

describe('/matrix', () => {
  it('says which parameters it could not use', async () => {
    const { text } = await get('/matrix?q=发展&year=20&measure=all');
    expect(text.match(/class="notice">[^<]*；这次没有采用。/g)).toHaveLength(2);
  });

  it('leads nowhere where there is nothing, however long what was typed is', async () => {
    const { text } = await get(`/matrix?q=${'展'.repeat(4_000)}`);
    expect(text.split('<tbody>')[1]).not.toContain('href="/search');
    // Some twelve links hold the query, and nine bytes stand for a character there.
    expect(text.length).toBeLessThan(12 * 9 * 4_000);
  });

  const cells = (html: string) =>
    [...html.matchAll(/<td[^>]* title="([^"]*)">(?:<a href="([^"]*)"[^>]*>)?/g)].map(([, title, href]) => ({
      title: title as string,
      href: (href ?? '').replaceAll('&amp;', '&'),
    }));

  it('leads from each number to its paragraphs', async () => {
    const { text } = await get('/matrix?q=发展');
    const linked = cells(text).filter(({ href }) => href !== '');
    expect(linked.length).toBeGreaterThan(3);
    for (const { title, href } of linked) {
      const { total } = await json(decodeURI(href).replace('/search', '/api/search'));
      expect(title).toContain(`：${total} 段`);
    }
  });

  it('tells no report from no mention', async () => {
    const { text } = await get('/matrix?q=一老一小');
    expect(text).toContain('没有报告');
    expect(cells(text).some(({ title }) => / 0 段|：0 段/.test(title))).toBe(true);
  });

  it('shows what is typed as text', async () => {
    const { text } = await get('/matrix?q=<script>alert(1)</script>');
    expect(text).not.toContain('<script>alert');
  });
});

describe('/trends', () => {
  it('says which terms were too many, and counts the others', async () => {
    const { status, text } = await get('/trends?q=发展,民生,经济,工作,建设,多余的词');
    expect(status).toBe(200);
    expect(text).toContain('没有数：多余的词');
    expect(text.match(/<svg/g)).toHaveLength(2);
  });

  it('says which terms were too long, and counts the others', async () => {
    const { status, text } = await get(`/trends?q=${'展'.repeat(101)},${'发'.repeat(99)}展,发展`);
    expect(status).toBe(200);
    expect(text).toContain(`一个词最长 100 个字符，这些太长，没有数：${'展'.repeat(40)}…。`);
    expect(text.match(/<th scope="col"><span class="sign/g)).toHaveLength(4);
  });

  it('is no page of megabytes, whatever is typed', async () => {
    const { status, text } = await get(`/trends?q=${'展'.repeat(4_000)}`);
    expect(status).toBe(200);
    expect(text.length).toBeLessThan(40_000);
    expect((await get(`/trends?q=${'展'.repeat(4_001)}`)).status).toBe(400);
    const most = Array.from({ length: 5 }, (_, i) => `发展 OR ${'展'.repeat(93)}${i}`).join(',');
    expect((await get(`/trends?q=${most}`)).text.length).toBeLessThan(250_000);
  });

  it('says which parameters it could not use', async () => {
    const { text } = await get('/trends?q=发展&year=20&measure=all&format=xls');
    expect(text.match(/class="notice">[^<]*；这次没有采用。/g)).toHaveLength(3);
  });

  it('shows what is typed as text, in the picture too', async () => {
    const { text } = await get('/trends?q="></title><img src=x>,发展');
    expect(text).not.toMatch(/<img/);
  });

  it('invites without terms', async () => {
    const { status, text } = await get('/trends');
    expect(status).toBe(200);
    expect(text).toContain('用逗号隔开');
    expect(text).not.toContain('<svg');
  });
});
