import { z } from 'zod';
import { SORTS } from '../../engine/engine.ts';
import { KINDS } from '../../report/kinds.ts';
import { SECTIONS } from '../../report/sections.ts';
import { MEASURE_TEXTS, MEASURES } from '../counting/measures.ts';
import { isTooLong, LONGEST_TREND, MOST_TRENDS, splitTerms } from '../counting/trend-terms.ts';
import { FORMATS } from '../exports/formats.ts';
import { parseYears, YEARS_PATTERN } from '../years.ts';

export const LIMITS = {
  /** UTF-16 units of a query. */
  query: 4_000,
  page: 100,
  per: 100,
} as const;

export const DEFAULTS = { mode: 'auto', sort: 'relevance', page: 1, per: 20, measure: 'hits' } as const;

const YEARS_WANTED = '参数 year 应为年份（2024）或年份范围（2020..2025）';

const sections = SECTIONS.map(({ id, label }) => `${id} ${label}`).join('、');

const measures = MEASURES.map((name) => `${name} ${MEASURE_TEXTS[name].name}`).join('、');

/**
 * The parameters of a search: what addresses may say, and what is said of it. Pages and programs are read by
 * these (`read-parameters.ts`), and the description of the interface is made from them (`openapi.ts`).
 */
export const SEARCH_PARAMETERS = z.object({
  q: z
    .string()
    .default('')
    // Refused by `readQuery` of search.ts: a query too long has no default to take its place.
    .meta({ maxLength: LIMITS.query })
    .describe('检索词，写法见“检索方法”；空的列出全部段落。长度按 UTF-16 计，太长答 query_too_long'),
  city: manyOf(anyText('资阳市', '512000')).describe('报告自己的地方：全称、简称或区划代码'),
  province: manyOf(anyText('四川省', '510000')).describe('省份：全称、简称或区划代码'),
  year: manyOf(
    z
      .string()
      .regex(YEARS_PATTERN, YEARS_WANTED)
      .refine((text) => parseYears(text) !== undefined, YEARS_WANTED)
      .meta({ examples: ['2024', '2020..2025'] }),
  ).describe('年份或年份范围，起止都含，起不晚于止'),
  section: manyOf(anyText('targets', '预期目标')).describe(`章节的代码或名称：${sections}`),
  kind: manyOf(anyText(...KINDS)).describe('报告的类型'),
  report: manyOf(anyText('510300-2025-work-report')).describe('报告的编号，只在这几份报告里找'),
  mode: oneOf('mode', ['auto', 'exact', 'words', 'any'])
    .default(DEFAULTS.mode)
    .describe(
      'exact 精确：照写的找；words 分词：切成词，各词都在同一段里；any 任意：有其中一个词就行；auto 依次试，用第一种找得到的',
    ),
  sort: oneOf('sort', SORTS)
    .default(DEFAULTS.sort)
    .describe('relevance 按相关度，newest 新的在前，oldest 早的在前，report 按报告和段落的顺序'),
  group: oneOf('group', ['report']).optional().describe('report：每份报告只列一段，其余的只给段数（more）'),
  expand: oneOf('expand', ['1']).optional().describe('1：同时检索别名，如 GDP 与地区生产总值'),
  page: wholeNumber('page', LIMITS.page, DEFAULTS.page).describe('第几页；超过最后一页的没有命中，不算错'),
  per: wholeNumber('per', LIMITS.per, DEFAULTS.per).describe('每页几段'),
  format: oneOf('format', FORMATS)
    .optional()
    .describe(
      '全部命中作为文件：csv 每段一行；wide 每个地方一行、每年一列；jsonl 每行一个 JSON 对象；atom 最新的一百段，供订阅。按报告从新到旧排，不看 sort、group、page、per',
    ),
  measure: oneOf('measure', MEASURES)
    .default(DEFAULTS.measure)
    .describe(`format=wide 的格子里是什么：${measures}`),
});

/**
 * The parameters of what is counted: those of a search but for order and pages. To the letter, unless somebody
 * asks for another reading: a word that no report has must be counted as none.
 */
export const COUNT_PARAMETERS = SEARCH_PARAMETERS.omit({
  sort: true,
  group: true,
  page: true,
  per: true,
  format: true,
  measure: true,
}).extend({
  mode: SEARCH_PARAMETERS.shape.mode
    .default('exact')
    .describe(`${SEARCH_PARAMETERS.shape.mode.description}。数数时默认是 exact`),
});

const TERMS_WANTED = `参数 q 最多 ${MOST_TRENDS} 个词，用逗号隔开`;
const SHORTER_WANTED = `参数 q 里每个词最长 ${LONGEST_TREND} 个字符`;

/** The parameters of trends: several terms between commas, each counted to the letter. */
export const TRENDS_PARAMETERS = COUNT_PARAMETERS.omit({ mode: true }).extend({
  q: z
    .string()
    .default('')
    .refine((text) => splitTerms(text).length <= MOST_TRENDS, TERMS_WANTED)
    .refine((text) => !splitTerms(text).some(isTooLong), SHORTER_WANTED)
    .describe(
      `最多 ${MOST_TRENDS} 个词，每个最长 ${LONGEST_TREND} 个字符，用逗号隔开；每个都可以用检索词的全部写法，引号里的逗号属于词`,
    ),
});

/** The parameters of a list of terms: the filters of a search. */
export const PANEL_PARAMETERS = SEARCH_PARAMETERS.pick({
  city: true,
  province: true,
  year: true,
  section: true,
  kind: true,
  report: true,
});

/** The parameters of a comparison. */
export const COMPARE_PARAMETERS = z.object({
  a: reportId('a').describe('一份报告的编号'),
  b: reportId('b').describe('另一份报告的编号；变化是从 a 到 b 的'),
});

function reportId(name: string) {
  return z.string(`参数 ${name} 应为报告的编号`).meta({ examples: ['510300-2025-work-report'] });
}

/** A parameter that may be repeated: its values are alternatives. */
function manyOf<Value extends z.ZodType<unknown, string>>(value: Value) {
  return z.array(value);
}

/** What nobody has is no mistake: nothing is found under it. */
function anyText(...examples: string[]) {
  return z.string().meta({ examples });
}

function oneOf<const Value extends string>(name: string, values: readonly Value[]) {
  return z.enum(values, `参数 ${name} 应为 ${values.join('、')}${values.length > 1 ? ' 之一' : ''}`);
}

/** From 1. */
function wholeNumber(name: string, most: number, byDefault: number) {
  const wanted = `参数 ${name} 应为 1 到 ${most} 的整数`;
  return z
    .string()
    .regex(/^\d{1,9}$/, wanted)
    .transform(Number)
    .pipe(z.int().min(1, wanted).max(most, wanted))
    .default(byDefault);
}
