import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { reportId } from '../report/ids.ts';
import { sectionLabel } from '../report/sections.ts';
import { readSource } from './formats/read-file.ts';
import { entryFor, OVERRIDES_FILE, type ReportOverrides, readOverrides } from './overrides.ts';
import { OUTSIDE } from './parse/line.ts';
import { identify, type ParsedReport, parseReport } from './parse/parse-report.ts';

const USAGE = '用法：npm run inspect -- 文件 [--json]';

/** `npm run inspect -- FILE [--json]`: prints how a file is read. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (file === undefined) throw new Error(USAGE);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new Error(`没有这个文件：${file}。${USAGE}`);
  }
  const { text, ...hints } = await readSource(readFileSync(file), file);
  const parsed = parseReport(text, overridesFor(file), hints);
  console.log(values.json ? asJson(parsed) : asText(parsed));
}

/** The entry for a file in the nearest overrides file at or above its folder. */
function overridesFor(file: string): ReportOverrides {
  const path = resolve(file);
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, OVERRIDES_FILE))) {
      return entryFor(readOverrides(folder), relative(folder, path).replaceAll('\\', '/')) ?? {};
    }
    if (dirname(folder) === folder) return {};
  }
}

function asJson(parsed: ParsedReport): string {
  const report = identify(parsed);
  const { evidence, ...meta } = parsed.meta;
  return JSON.stringify(
    {
      meta: { id: report.id, ...meta },
      evidence,
      headings: report.headings.map(({ level, text, section }) => ({ level, text, section })),
      blocks: report.blocks,
      tables: report.tables.map(({ caption, columns, rows }) => ({
        caption,
        columns,
        rows: rows.map((row) => row.cells),
      })),
      glossary: report.glossary.map(({ number, term, definition }) => ({ number, term, definition })),
      repairs: parsed.repairs,
      dropped: parsed.dropped,
      warnings: report.warnings,
      characters: report.characters,
    },
    null,
    2,
  );
}

function asText(parsed: ParsedReport): string {
  const { characters, repairs, dropped, warnings } = parsed;
  const share = ((characters.dropped / characters.all) * 100).toFixed(1);
  return [
    section('元数据', metadataLines(parsed)),
    section('大纲', outlineLines(parsed)),
    section(
      `修补（${repairs.length} 处）`,
      repairs.map((r) => `第 ${r.line} 行 ${r.reason}：${r.before} → ${r.after}`),
    ),
    section(
      `舍去（${dropped.length} 行）`,
      dropped.map((d) => `${d.line === OUTSIDE ? '' : `第 ${d.line} 行 `}${d.reason}：${d.text}`),
    ),
    section(
      `提醒（${warnings.length} 条）`,
      warnings.map((w) => `${w.line === null ? '' : `第 ${w.line} 行：`}${w.message}`),
    ),
    section('字数', [
      `共 ${characters.all} 字，留下 ${characters.kept}，舍去 ${characters.dropped}（${share}%）`,
    ]),
  ].join('\n\n');
}

function section(title: string, lines: readonly string[]): string {
  return [`【${title}】`, ...(lines.length > 0 ? lines : ['无'])].join('\n');
}

const FIELD_NAMES = {
  title: '标题',
  city: '地方',
  province: '省份',
  adcode: '代码',
  adminLevel: '层级',
  kind: '种类',
  year: '年份',
  reviewYear: '回顾年份',
  date: '日期',
  meeting: '会议',
  speaker: '报告人',
  issuer: '单位',
  source: '来源',
  url: '网址',
} as const;

function metadataLines({ meta }: ParsedReport): string[] {
  const fields = Object.entries(FIELD_NAMES) as [keyof typeof FIELD_NAMES, string][];
  const lines = fields.map(([field, name]) => {
    const evidence = meta.evidence[field];
    const value = meta[field] ?? '—';
    return `${name}：${value}${evidence === undefined ? '' : `（依据：${evidence.replace(/\s+/gu, ' ')}）`}`;
  });
  return [`编号：${reportId(meta)}`, ...lines];
}

function outlineLines({ headings }: ParsedReport): string[] {
  return headings.map(
    ({ level, text, section: id }) => `${'　'.repeat(level - 1)}${text}［${sectionLabel(id)}］`,
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
