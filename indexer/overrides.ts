import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KINDS, type Kind } from '../report/kinds.ts';
import { placeByAdcode, placesByName } from '../report/places.ts';
import { jsonProblem } from './json-error.ts';
import { ReportProblem } from './parse/problem.ts';

/** The file beside the reports that says what their texts don't. */
export const OVERRIDES_FILE = 'reports.json';

/** What a text doesn't say, or says wrongly. Every field is optional. */
export interface ReportOverrides {
  readonly city?: string;
  readonly adcode?: string;
  readonly year?: number;
  readonly reviewYear?: number;
  readonly kind?: Kind;
  readonly title?: string;
  readonly date?: string;
  readonly source?: string;
  readonly url?: string;
}

/** What a folder's file says, by the names of the reports' files, relative to the folder with `/`. */
export interface Overrides {
  readonly entries: ReadonlyMap<string, ReportOverrides>;
  /** Entries that can't be used, and what is wrong with each. */
  readonly problems: ReadonlyMap<string, string>;
}

const year = z.int('要写成年份，如 2026').min(1949, '要在 1949 年以后').max(2100, '要在 2100 年以前');
const text = z.string('要写成文字').trim().min(1, '不能为空');

const FIELDS = {
  city: text
    .refine((name) => placesByName(name).length > 0, '行政区划表里没有这个地名，请写全称，如 "资阳市"')
    .optional(),
  adcode: text
    .refine(
      (code) => placeByAdcode(code) !== undefined,
      '行政区划表里没有这个代码，请写六位代码，如 "512000"',
    )
    .optional(),
  year: year.optional(),
  reviewYear: year.optional(),
  kind: z.enum(KINDS as [Kind, ...Kind[]], `要写成 ${KINDS.join('、')} 之一`).optional(),
  title: text.optional(),
  date: z.iso.date('要写成 "2026-01-28" 这样的日期').optional(),
  source: text.optional(),
  url: z.url({ protocol: /^https?$/, error: '要写成 http 或 https 开头的网址' }).optional(),
};

const ENTRY = z
  .strictObject(FIELDS, '要写成一组字段，如 { "year": 2026 }')
  .refine(
    ({ city, adcode }) => !city || !adcode || placesByName(city).some((place) => place.adcode === adcode),
    {
      path: ['city'],
      message: '与 adcode 不是同一个地方，请改正其中一个，或只写一个',
    },
  )
  .refine(({ city, adcode }) => !city || adcode !== undefined || !isShared(city), {
    path: ['city'],
    message: '这个地名不止一处，请再写上 "adcode"，如 "110105"',
  })
  .refine(({ year, date }) => !year || !date || Math.abs(Number(date.slice(0, 4)) - year) <= 1, {
    path: ['date'],
    message: '与 year 差了一年以上，请改正其中一个',
  })
  .refine(({ year, reviewYear }) => !year || !reviewYear || reviewYear <= year, {
    path: ['reviewYear'],
    message: '不能晚于 year，请改正其中一个',
  });

/** Whether several places of one level have a name: 朝阳区 of 北京市 and of 长春市. */
function isShared(name: string): boolean {
  const [first, second] = placesByName(name);
  return first !== undefined && first.level === second?.level;
}

const OVERRIDES = z.record(z.string(), z.unknown());

/**
 * Reads the overrides of a folder of reports.
 * @returns none where there is no file.
 * @throws ReportProblem `bad_overrides` where the file as a whole can't be used.
 */
export function readOverrides(folder: string): Overrides {
  const file = join(folder, OVERRIDES_FILE);
  return parseOverrides(existsSync(file) ? readFileSync(file, 'utf8') : '{}');
}

/** Checks the text of an overrides file, each entry by itself; see {@link readOverrides}. */
export function parseOverrides(json: string): Overrides {
  const all = OVERRIDES.safeParse(jsonOf(json));
  if (!all.success) {
    throw new ReportProblem(
      'bad_overrides',
      `${OVERRIDES_FILE} 要写成 { "文件名": { "year": 2026 } } 的样子。`,
    );
  }
  const entries = new Map<string, ReportOverrides>();
  const problems = new Map<string, string>();
  for (const [file, value] of Object.entries(all.data)) {
    const result = ENTRY.safeParse(value);
    if (result.success) entries.set(file, result.data);
    else problems.set(file, result.error.issues.map((issue) => messageOf(file, issue)).join('\n'));
  }
  return { entries, problems };
}

/**
 * What is written about a file.
 * @throws ReportProblem `bad_overrides` where that can't be used.
 */
export function entryFor(overrides: Overrides, file: string): ReportOverrides | undefined {
  const problem = overrides.problems.get(file);
  if (problem !== undefined) throw new ReportProblem('bad_overrides', problem);
  return overrides.entries.get(file);
}

function jsonOf(json: string): unknown {
  const text = json.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch {
    throw new ReportProblem(
      'bad_overrides',
      `${OVERRIDES_FILE} 不是合法的 JSON：${jsonProblem(text)}。请检查引号、逗号和括号：都用半角，最后一项后面不加逗号。`,
    );
  }
}

function messageOf(file: string, issue: z.core.$ZodIssue): string {
  const [field] = issue.path;
  const where = `${OVERRIDES_FILE} 里“${file}”`;
  if (issue.code === 'unrecognized_keys') {
    return `${where}有不认识的字段 ${issue.keys.join('、')}。可以写的字段：${Object.keys(FIELDS).join('、')}。`;
  }
  if (field === undefined) return `${where}不对：${issue.message}。`;
  return `${where}的 ${String(field)} 不对：${issue.message}。`;
}
