import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KINDS, type Kind } from '../report/kinds.ts';
import { placeByAdcode, placesByName } from '../report/places.ts';
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

/** Overrides by file name, relative to the folder with `/`. */
export type Overrides = Readonly<Record<string, ReportOverrides>>;

const year = z.int('要写成年份，如 2026').min(1949, '要在 1949 年以后').max(2100, '要在 2100 年以前');
const text = z.string('要写成文字').trim().min(1, '不能为空');

const ENTRY = z.strictObject({
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
});
const OVERRIDES = z.record(z.string(), ENTRY);

/**
 * Reads the overrides of a folder of reports.
 * @returns none where there is no file.
 * @throws ReportProblem `bad_overrides` naming file, field and remedy.
 */
export function readOverrides(folder: string): Overrides {
  const file = join(folder, OVERRIDES_FILE);
  if (!existsSync(file)) return {};
  return parseOverrides(readFileSync(file, 'utf8'));
}

/** Checks the text of an overrides file; see {@link readOverrides}. */
export function parseOverrides(json: string): Overrides {
  const result = OVERRIDES.safeParse(jsonOf(json));
  if (result.success) return result.data;
  throw new ReportProblem('bad_overrides', result.error.issues.map(messageOf).join('\n'));
}

function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ReportProblem(
      'bad_overrides',
      `${OVERRIDES_FILE} 不是合法的 JSON：${(error as Error).message}。请检查引号、逗号和括号。`,
    );
  }
}

function messageOf(issue: z.core.$ZodIssue): string {
  const [file, field] = issue.path;
  if (file === undefined) return `${OVERRIDES_FILE} 要写成 { "文件名": { "year": 2026 } } 的样子。`;
  const where = `${OVERRIDES_FILE} 里“${String(file)}”`;
  if (issue.code === 'unrecognized_keys') {
    return `${where}有不认识的字段 ${issue.keys.join('、')}。可以写的字段：${Object.keys(ENTRY.shape).join('、')}。`;
  }
  if (field === undefined) return `${where}要写成一组字段，如 { "year": 2026 }。`;
  return `${where}的 ${String(field)} 不对：${issue.message}。`;
}
