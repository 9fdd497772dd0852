import { z } from 'zod';
import type { Catalogue } from '../catalogue.ts';
import { readyPairs } from '../comparing/pairs.ts';
import { LONGEST_TREND, MOST_TRENDS } from '../counting/trend-terms.ts';
import { MEDIA_TYPES } from '../exports/download.ts';
import { LONGEST_LIST } from '../panel/term-list.ts';
import type { ProblemCode } from '../problems.ts';
import {
  CitationsAnswer,
  CompareAnswer,
  DescriptionAnswer,
  HealthAnswer,
  MatrixAnswer,
  PanelRowAnswer,
  ReportAnswer,
  ReportsAnswer,
  SearchAnswer,
  SuggestAnswer,
  TrendsAnswer,
} from './answers.ts';
import {
  COMPARE_PARAMETERS,
  COUNT_PARAMETERS,
  PANEL_PARAMETERS,
  SEARCH_PARAMETERS,
  TRENDS_PARAMETERS,
} from './search-parameters.ts';

/** A request that shows what can be asked. */
export interface Example {
  /** What it asks for. */
  readonly what: string;
  /** The parameters in its path. */
  readonly path?: Readonly<Record<string, string>>;
  /** What follows the question mark, not yet encoded. */
  readonly query?: string;
}

/** A route for programs. */
export interface Operation {
  /** Its address, with what varies in braces: `/api/reports/{id}`. */
  readonly address: string;
  readonly summary: string;
  readonly description: string;
  /** The parameters in its path, all of them text. */
  readonly path: z.ZodObject<Readonly<Record<string, z.ZodString>>>;
  readonly query: z.ZodObject;
  /** The text that is sent; routes without one are only read (GET). */
  readonly body?: { readonly description: string; readonly example: string };
  /** What it answers: one of `COMPONENTS`. */
  readonly answer: z.ZodObject;
  /** The media types it can be answered in besides JSON. */
  readonly media?: readonly string[];
  /** Set where the answer is CSV, of which `answer` is a row; else it is JSON. */
  readonly isCsv?: true;
  readonly errors: readonly ProblemCode[];
  /** Requests that are answered with this collection; the answer to the first is shown. */
  readonly examples: (catalogue: Catalogue) => readonly Example[];
}

const NOTHING = z.object({});
const ENGINE_ERRORS = ['unavailable', 'internal'] as const;

/**
 * All routes for programs. The server answers these and no others, reads their parameters by these schemas,
 * and describes them by the same: a route is an entry here and a handler of its name (`handlers.ts`).
 */
export const OPERATIONS = {
  search: {
    address: '/api/search',
    summary: '检索',
    description:
      '与检索页同样的参数、同样的结果。可以写多次的参数，有一个值符合就行；不同的参数都要符合。写错的参数在页面上按默认值，在这里答 400。有参数 format 时，答的是全部命中，边找边传；中途出错就断开连接，不会像是传完了。每个文件的响应头 X-Provenance（写法同网址的参数，每项最长 60 字）说明检索词、读法、筛选、总段数、日期和语料的版本，名称与 CSV 的各列相同；文件名里也有检索词、筛选、日期和版本。一段也没有的 csv 只有列名，没有数据行，由这两处说明；wide 则每个地方仍有一行，是 0。',
    path: NOTHING,
    query: SEARCH_PARAMETERS,
    answer: SearchAnswer,
    media: MEDIA_TYPES,
    errors: ['bad_request', 'query_too_long', ...ENGINE_ERRORS],
    examples: ({ reports: [newest] }) => [
      { what: '含有“高质量发展”的段落', query: 'q=高质量发展' },
      ...(newest
        ? [
            {
              what: `${newest.year}年${newest.city}的报告里，含有“发展”的段落，每页 50 段`,
              query: `q=发展&city=${newest.city}&year=${newest.year}&per=50`,
            },
          ]
        : []),
      {
        what: '含有“养老”或“托育”的报告，每份列一段，新的在前',
        query: 'q=养老 OR 托育&group=report&sort=newest',
      },
      { what: '各章节含有“投资”的段数（facets）', query: 'q=投资&per=1' },
      { what: '含有“养老”的全部段落，存成 CSV', query: 'q=养老&format=csv' },
    ],
  },
  matrix: {
    address: '/api/matrix',
    summary: '按地方和年份数',
    description:
      '检索词在每个地方、每一年的报告里有多少段、出现多少次。次数从左到右数，不重叠。没有报告的格子里是 null，有报告而没有检索词的是 0。',
    path: NOTHING,
    query: COUNT_PARAMETERS,
    answer: MatrixAnswer,
    errors: ['bad_request', 'query_too_long', ...ENGINE_ERRORS],
    examples: () => [
      { what: '“高质量发展”在各地各年', query: 'q=高质量发展' },
      { what: '只数预期目标一章', query: 'q=增长&section=targets' },
    ],
  },
  trends: {
    address: '/api/trends',
    summary: '历年的用法',
    description: `几个词（最多 ${MOST_TRENDS} 个，每个最长 ${LONGEST_TREND} 个字符）在每份报告所在的年份和地方出现多少次，照写的数。没有检索词的年份和地方也列出，是 0；没有报告的不列。`,
    path: NOTHING,
    query: TRENDS_PARAMETERS,
    answer: TrendsAnswer,
    errors: ['bad_request', 'query_too_long', ...ENGINE_ERRORS],
    examples: () => [{ what: '比较“高质量发展”和“乡村振兴”', query: 'q=高质量发展,乡村振兴' }],
  },
  compare: {
    address: '/api/compare',
    summary: '对照两份报告',
    description:
      '两份报告用得不同的词（按对数似然值）、各章节的篇幅和标题；同一个地方前后两年的，还有头一年的目标和第二年的结果。词的次数与逐字检索这个词得到的一样。',
    path: NOTHING,
    query: COMPARE_PARAMETERS,
    answer: CompareAnswer,
    errors: ['bad_request', 'not_found', ...ENGINE_ERRORS],
    examples: ({ reports }) => {
      const [pair = reports.slice(0, 2)] = readyPairs(reports);
      const [a, b] = pair;
      return a && b ? [{ what: `${a.title}与${b.title}`, query: `a=${a.id}&b=${b.id}` }] : [];
    },
  },
  panel: {
    address: '/api/panel',
    summary: '统计词表',
    description:
      '一张词表在每份报告里的次数，答案是 CSV（UTF-8，带 BOM），长表：每份报告、每个词一行，没有出现的也有一行，是 0；行里的筛选排除的报告，没有数，次数、段数、字数是空的。每行有通向那些段落的网址、实际的读法和筛选、日期和语料的版本；响应头 X-Provenance 里也有，一行也没有的表由它说明问的是什么。次数从左到右数，不重叠，与逐字检索得到的一样。以 =、+、-、@ 开头的格子前面加了撇号，免得表格软件当作公式。',
    path: NOTHING,
    query: PANEL_PARAMETERS,
    body: {
      description: `词表，纯文本（text/plain，UTF-8），一行一个词，最多 ${LONGEST_LIST} 个；每行都可以用检索的各种写法，写在行里的筛选（年份:2020 就业）在参数的筛选里再收窄`,
      example: '高质量发展\n养老 OR 托育\n"改革 发展"',
    },
    answer: PanelRowAnswer,
    isCsv: true,
    errors: ['bad_request', 'query_too_long', 'too_large', 'unsupported_type', 'busy', ...ENGINE_ERRORS],
    examples: () => [],
  },
  suggest: {
    address: '/api/suggest',
    summary: '补全检索词',
    description: '检索词的最后一个词可以怎样接下去，写汉字或拼音都行。',
    path: NOTHING,
    query: z.object({ q: z.string().default('').describe('正在输入的检索词') }),
    answer: SuggestAnswer,
    errors: ENGINE_ERRORS,
    examples: () => [
      { what: '以“高质”开头的', query: 'q=高质' },
      { what: '拼音也可以', query: 'q=gaozhi' },
    ],
  },
  reports: {
    address: '/api/reports',
    summary: '全部报告',
    description: '收录的每份报告的标题、地方、年份、类型、来源和段数，新的在前。',
    path: NOTHING,
    query: NOTHING,
    answer: ReportsAnswer,
    errors: ENGINE_ERRORS,
    examples: () => [{ what: '全部报告' }],
  },
  report: {
    address: '/api/reports/{id}',
    summary: '一份报告',
    description: '一份报告的元数据、标题、各段正文、表格和名词解释。',
    path: z.object({ id: z.string().describe('报告的编号，如 510300-2025-work-report') }),
    query: NOTHING,
    answer: ReportAnswer,
    errors: ['bad_request', 'not_found', ...ENGINE_ERRORS],
    examples: ({ reports: [newest] }) => (newest ? [{ what: newest.title, path: { id: newest.id } }] : []),
  },
  citations: {
    address: '/api/citations/{id}',
    summary: '引用',
    description:
      '一份报告或其中一段的引用格式，可以直接用的文字，连同永久链接。引用日期是请求的当天（北京时间）。',
    path: z.object({ id: z.string().describe('报告或段的编号') }),
    query: NOTHING,
    answer: CitationsAnswer,
    errors: ['bad_request', 'not_found', ...ENGINE_ERRORS],
    examples: ({ reports: [newest] }) => (newest ? [{ what: newest.title, path: { id: newest.id } }] : []),
  },
  description: {
    address: '/api/openapi.json',
    summary: '接口说明',
    description: '这一份说明，OpenAPI 3.1 格式，供程序读取。',
    path: NOTHING,
    query: NOTHING,
    answer: DescriptionAnswer,
    errors: ['internal'],
    examples: () => [{ what: '全部接口的说明' }],
  },
  health: {
    address: '/healthz',
    summary: '能否检索',
    description: '能检索时答 200，否则答 503。',
    path: NOTHING,
    query: NOTHING,
    answer: HealthAnswer,
    errors: ENGINE_ERRORS,
    examples: () => [{ what: '现在的情况' }],
  },
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationName = keyof typeof OPERATIONS;

export const OPERATION_NAMES = Object.keys(OPERATIONS) as readonly OperationName[];

/** How a route is asked. */
export function methodOf({ body }: Operation): 'get' | 'post' {
  return body ? 'post' : 'get';
}

/** The address an example asks, as a link. */
export function exampleUrl({ address }: Operation, { path = {}, query }: Example): string {
  const filled = address.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  return query === undefined ? filled : `${filled}?${new URLSearchParams(query)}`;
}
