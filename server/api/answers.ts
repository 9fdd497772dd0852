import { z } from 'zod';
import { KINDS, type Kind } from '../../report/kinds.ts';
import { SECTIONS } from '../../report/sections.ts';
import { PROBLEMS } from '../problems.ts';

/** The schemas that the description of the interface names. */
export const COMPONENTS = z.registry<{ readonly id: string }>();

/** What a handler may give for an answer's schema: the same, but nobody needs to be able to change it. */
export type Given<Value> = Value extends object
  ? { readonly [Key in keyof Value]: Given<Value[Key]> }
  : Value;

const count = z.int().min(0);
const rate = z.number().min(0);
const text = z.string();
const texts = z.array(text);
const year = z.int();
const kind = z.enum(KINDS as [Kind, ...Kind[]]).describe('类型');
const section = z.enum(SECTIONS.map(({ id }) => id)).describe('章节的代码');
const day = z.iso.date().nullable();
const page = text.describe('站内地址');

/** What tells a block from others, and its text. */
const BLOCK = {
  id: text.describe('段的编号，正文不变它就不变；/p/编号 是它的永久链接'),
  number: z.int().min(1).describe('第几段'),
  type: z
    .enum(['heading', 'paragraph', 'bullet', 'caption', 'columns', 'row', 'gloss'])
    .describe('标题、段落、列项、表题、表头、表格的一行、名词解释'),
  section,
  headings: texts.describe('所在的各级标题，从外到内'),
  text: text.describe('全文，未加标记'),
  url: page.describe('在报告页上的地址'),
};

/** What lists say of a report. */
const REPORT = {
  id: text.describe('报告的编号'),
  title: text.describe('标题'),
  city: text.describe('报告自己的地方'),
  province: text.nullable().describe('省份；全国的报告没有'),
  year: year.describe('作报告的年份'),
  kind,
  date: day.describe('作报告的日期'),
};

const DESCRIPTION = {
  ...REPORT,
  adcode: text.describe('六位区划代码，全国是 100000'),
  reviewYear: year.nullable().describe('回顾的年份'),
  source: text.nullable().describe('所读文本的发布者'),
};

const Hit = z
  .object({
    ...BLOCK,
    report: z.object(REPORT).describe('所在的报告'),
    highlights: z
      .array(z.tuple([count, count]))
      .describe('命中在 text 里的起止位置（按 UTF-16 计，止不含），从前到后，互不重叠'),
    more: count.optional().describe('这份报告另有几段命中；只在 group=report 时有'),
  })
  .register(COMPONENTS, { id: 'Hit' });

const FacetValue = z
  .object({
    value: text.describe('筛选时写的值'),
    label: text.describe('给人看的名称'),
    count: count.describe('段数，按其余的筛选条件算'),
  })
  .register(COMPONENTS, { id: 'FacetValue' });

const facet = z.array(FacetValue);

const Reading = z
  .object({
    terms: texts.describe('找的词'),
    mode: z
      .enum(['all', 'exact', 'words', 'any'])
      .describe('实际用的检索方式；没有检索词是 all，列出全部段落'),
    requestedMode: z.enum(['auto', 'exact', 'words', 'any']).describe('参数 mode'),
    filters: z
      .object({ city: texts, province: texts, year: texts, section: texts, kind: texts, report: texts })
      .describe('筛选条件，连同写在检索词里的；地名已换成代码'),
    excluded: texts.describe('排除的词'),
    notes: texts.describe('哪些写法没有按原意读'),
    expansions: z.array(z.object({ term: text, names: texts })).describe('一并检索的别名'),
    suggestions: z
      .array(
        z.object({
          kind: z.enum(['alias', 'place', 'pinyin', 'spelling']).describe('别名、地方、拼音、可能的错字'),
          label: text,
          count: count.describe('那样检索有几段'),
          url: page,
        }),
      )
      .describe('还可以怎样检索；不会自动采用'),
  })
  .describe('检索词是怎样读的')
  .register(COMPONENTS, { id: 'Reading' });

export const SearchAnswer = z
  .object({
    total: count.describe('命中的段数'),
    exact: z.boolean().describe('各处的数是否精确'),
    reports: count.describe('有命中的报告数'),
    page: z.int(),
    per: z.int(),
    tookMs: count.describe('检索用的毫秒数'),
    query: Reading,
    hits: z.array(Hit).describe('这一页的命中'),
    related: z
      .array(z.object({ mode: z.enum(['words', 'any']), total: count, terms: texts, hits: z.array(Hit) }))
      .describe('命中不到十段时，放宽方式另外找到的；不计入 total'),
    facets: z
      .object({ city: facet, province: facet, year: facet, section: facet, kind: facet })
      .describe('各个筛选条件可选的值和段数'),
  })
  .register(COMPONENTS, { id: 'SearchAnswer' });

const orNull = count.nullable();

export const MatrixAnswer = z
  .object({
    mode: z.enum(['all', 'exact', 'words', 'any']).describe('实际用的检索方式'),
    years: z.array(year).describe('有报告的年份，早的在前'),
    rows: z
      .array(
        z.object({
          city: text,
          adcode: text,
          cells: z
            .array(
              z.object({
                year,
                hits: orNull.describe('有检索词的段数；没有报告是 null'),
                occurrences: orNull.describe('检索词出现的次数，不重叠'),
                characters: orNull.describe('这些报告（或所选章节）的字数，空白不计'),
                blocks: orNull.describe('这些报告（或所选章节）的段数'),
                reports: count.describe('报告数'),
              }),
            )
            .describe('每年一格'),
        }),
      )
      .describe('按区划代码排'),
  })
  .register(COMPONENTS, { id: 'Matrix' });

export const TrendsAnswer = z
  .object({
    terms: z.array(
      z.object({
        term: text,
        points: z
          .array(
            z.object({
              year,
              city: text,
              adcode: text,
              occurrences: count.describe('出现的次数，不重叠'),
              blocks: count.describe('有它的段数'),
              characters: count.describe('这一年这个地方的报告（或所选章节）的字数，空白不计'),
            }),
          )
          .describe('每个地方每一年一项，早的在前，然后按区划代码'),
      }),
    ),
  })
  .register(COMPONENTS, { id: 'Trends' });

const Completion = z
  .object({
    text: text.describe('补全的词、标题、报告名、地名'),
    kind: z.enum(['term', 'heading', 'report', 'place']),
    count: count.optional().describe('段数；只有单独一个词或标题时有'),
    url: page.describe('选了它，去哪个地址'),
  })
  .register(COMPONENTS, { id: 'Completion' });

export const SuggestAnswer = z
  .object({ suggestions: z.array(Completion).describe('最多十条') })
  .register(COMPONENTS, { id: 'SuggestAnswer' });

const ReportSummary = z
  .object({ ...DESCRIPTION, blocks: count.describe('段数'), url: page })
  .register(COMPONENTS, { id: 'ReportSummary' });

export const ReportsAnswer = z
  .object({ reports: z.array(ReportSummary).describe('新的在前') })
  .register(COMPONENTS, { id: 'ReportsAnswer' });

/** Of a row that may not have been counted. */
const counted = count.nullable();

export const PanelRowAnswer = z
  .object({
    adcode: text.describe('六位区划代码，全国是 100000'),
    city: text.describe('报告自己的地方'),
    year,
    report: text.describe('报告的编号'),
    term: text.describe('词，照词表写的'),
    count: counted.describe('出现的次数，不重叠；这一行自己的筛选排除了这份报告的，没有数，以下四列都是空的'),
    paragraphs: counted.describe('有它的段数'),
    characters: counted.describe('这份报告（或所选章节）的字数，空白不计'),
    blocks: counted.describe('这份报告（或所选章节）的段数'),
    province: text.nullable().describe('省份；全国的报告是空的'),
    kind,
    reading: z.enum(['exact', 'all']).describe('实际的读法：exact 照写的找，all 没有检索词，数的是全部段落'),
    searched_for: text.describe('找的是什么'),
    filters: text.describe('这一行的筛选和整张表的筛选，合在一起'),
    url: text.nullable().describe('数到的那些段落；没有数到的是空的'),
    exported_on: z.iso.date().describe('统计的日期'),
    corpus: text.describe('语料的大小'),
    corpus_hash: text.describe('语料的版本：相同的，数也相同'),
  })
  .register(COMPONENTS, { id: 'PanelRow' });

const KeyTerm = z
  .object({
    term: text,
    a: count.describe('在 a 里出现的次数，不重叠'),
    b: count.describe('在 b 里出现的次数'),
    per10kA: rate,
    per10kB: rate.describe('每一万字里的次数，空白不计字'),
    logLikelihood: rate.describe('对数似然值 G²：越大，两份报告用得不一样越不像是偶然'),
    urlA: page.describe('a 里有这个词的段落'),
    urlB: page,
  })
  .register(COMPONENTS, { id: 'KeyTerm' });

const terms = z.array(KeyTerm);

const SectionPart = z
  .object({
    blocks: count.describe('段数'),
    characters: count.describe('字数，空白不计'),
    headings: z.array(z.object({ level: z.int(), text, url: page })),
  })
  .register(COMPONENTS, { id: 'SectionPart' });

const Passage = z
  .object({ id: text, number: count, text: text.describe('说到它的那几句'), url: page })
  .register(COMPONENTS, { id: 'Passage' });

const TargetsAndResults = z
  .object({
    targetsOf: text.describe('哪份报告的预期目标'),
    resultsOf: text.describe('哪份报告的过去一年工作'),
    shared: z
      .array(
        z.object({
          indicator: text.describe('前一章里的写法'),
          resultNames: z.array(text).describe('后一章里的写法'),
          targets: z.array(Passage),
          results: z.array(Passage),
        }),
      )
      .describe('两章里都有的指标（名称相同，或者是它的通行写法），和写到它的句子'),
    unshared: z
      .array(z.object({ indicator: text, targets: z.array(Passage) }))
      .describe('有目标、后一章里没有写到的指标'),
    unread: z.array(Passage).describe('前一章里有数字或任务、但看不出指标名称的目标'),
  })
  .register(COMPONENTS, { id: 'TargetsAndResults' });

export const CompareAnswer = z
  .object({
    a: ReportSummary,
    b: ReportSummary,
    characters: z.object({ a: count, b: count }).describe('字数，空白不计'),
    terms: z
      .object({
        appeared: terms.describe('a 里没有，b 里至少出现 2 次'),
        gone: terms.describe('b 里没有，a 里至少出现 2 次'),
        risen: terms.describe('两份都有，按篇幅算 b 里较多，G² 至少 3.84'),
        fallen: terms.describe('两份都有，按篇幅算 b 里较少，G² 至少 3.84'),
      })
      .describe('两份报告用得不同的词，把握大的在前'),
    sections: z
      .array(z.object({ section, label: text, a: SectionPart, b: SectionPart }))
      .describe('至少一份有的章节，按阅读顺序'),
    targets: TargetsAndResults.nullable().describe(
      '同一个地方、前后两年的报告才有：头一年的目标和第二年所说的结果。两章里有一章没有认出来的，也是 null，不等于没有目标',
    ),
  })
  .register(COMPONENTS, { id: 'Comparison' });

export const ReportAnswer = z
  .object({
    ...DESCRIPTION,
    titleInferred: z.boolean().describe('原文没有标题，这个标题是按地方、年份和类型拟的'),
    adminLevel: z.enum(['国家级', '省级', '地级', '县级']),
    meeting: text.nullable().describe('在哪次会议上'),
    speaker: text.nullable().describe('报告人'),
    issuer: text.nullable().describe('发布单位'),
    url: text.nullable().describe('原文的网址'),
    evidence: z.record(text, text).describe('推定的各项，依据的是报告里的哪些字'),
    headings: z.array(z.object({ level: z.int(), text, section })).describe('各级标题，不含报告的标题'),
    blocks: z.array(z.object(BLOCK)).describe('各段：检索和计数的就是这些'),
    tables: z
      .array(z.object({ caption: text, columns: texts, rows: z.array(texts) }))
      .describe('表格；合并的单元格已按格填好'),
    glossary: z.array(z.object({ number: z.int(), term: text, definition: text })).describe('名词解释'),
    warnings: z
      .array(z.object({ line: z.int().nullable(), message: text }))
      .describe('读取原文时没有把握的地方'),
  })
  .register(COMPONENTS, { id: 'Report' });

export const CitationsAnswer = z
  .object({
    id: text.describe('报告或段的编号'),
    link: text.describe('永久链接'),
    gbt7714: text.describe('按 GB/T 7714—2025，2026 年 7 月 1 日起实施'),
    gbt7714v2015: text.describe('按 GB/T 7714—2015'),
    bibtex: text.describe('BibTeX 的一个条目'),
    plain: text.describe('报告人、题名、地方、日期、段、链接'),
    quote: text.nullable().describe('一段的原文与出处；报告没有'),
  })
  .register(COMPONENTS, { id: 'Citations' });

export const HealthAnswer = z
  .object({ status: z.literal('ok'), reports: count.describe('报告数'), blocks: count.describe('段数') })
  .register(COMPONENTS, { id: 'Health' });

/** How routes and schemas are described is said by the OpenAPI specification. */
export const DescriptionAnswer = z
  .object({
    openapi: text,
    info: z.object({ title: text, version: text, description: text }),
    servers: z.array(z.object({ url: text })),
    paths: z.record(text, z.unknown()),
    components: z.object({ schemas: z.record(text, z.unknown()) }),
  })
  .register(COMPONENTS, { id: 'OpenApi' });

export const ErrorAnswer = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(PROBLEMS) as [keyof typeof PROBLEMS]),
      message: text.describe('发生了什么，可以怎么办'),
    }),
  })
  .register(COMPONENTS, { id: 'Error' });
