/** `npm run search -- "词"`: what the site finds, in a terminal or as a file. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { SearchEngine } from '../engine/engine.ts';
import { openEngine } from '../engine/open.ts';
import { SEARCH_PARAMETERS } from './api/search-parameters.ts';
import { Catalogue } from './catalogue.ts';
import { downloadOf } from './exports/download.ts';
import { FORMATS } from './exports/formats.ts';
import { today } from './presenters/days.ts';
import { totalText } from './presenters/search-page.ts';
import { hitsText } from './presenters/search-text.ts';
import { badRequest, HttpProblem } from './problems.ts';
import { runSearch } from './search.ts';
import { parseSearchState } from './search-state.ts';

const USAGE = `用法：npm run -s search -- "检索词" [条件] [格式]

条件，与网页地址里的参数一样，可以写多次：
  --city 资阳  --province 四川  --year 2020..2025  --section 重点任务  --kind 政府工作报告  --report 编号
  --mode exact|words|any  --expand 1  --sort newest  --group report  --page 2  --per 50

格式，没有就列在终端里：
  --csv  每段一行    --wide  城市×年份（--measure hits|occurrences|density|share）
  --jsonl  每行一个 JSON 对象    --atom  最新的一百段，供订阅

  --output 文件  写入文件，不写就输出到终端
  --site https://…  链接用的网站地址，不写就是本机的地址
`;

const PARAMETERS = Object.keys(SEARCH_PARAMETERS.shape).filter((name) => name !== 'q');

const OPTIONS: NonNullable<ParseArgsConfig['options']> = {
  ...Object.fromEntries(PARAMETERS.map((name) => [name, { type: 'string', multiple: true } as const])),
  ...Object.fromEntries(FORMATS.map((name) => [name, { type: 'boolean' } as const])),
  output: { type: 'string', short: 'o' },
  site: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

/** What was asked on the command line. */
interface Asked {
  /** As an address would have it. */
  readonly parameters: URLSearchParams;
  readonly output: string | undefined;
  readonly site: string;
}

/** Reads the arguments; null where only help is asked for. */
function readArguments(): Asked | null {
  const { values, positionals } = parsed();
  if (positionals.length === 0 && Object.keys(values).length === 0) throw badRequest(USAGE);
  if (values.help) return null;
  const parameters = new URLSearchParams({ q: positionals.join(' ') });
  for (const name of PARAMETERS) {
    for (const value of [values[name] ?? []].flat()) parameters.append(name, String(value));
  }
  const formats = [...parameters.getAll('format'), ...FORMATS.filter((name) => values[name])];
  if (new Set(formats).size > 1) throw badRequest(`格式只能选一种，这次有 ${formats.join('、')}`);
  if (formats[0]) parameters.set('format', formats[0]);
  const { HOST, PORT } = process.env;
  return {
    parameters,
    output: values.output as string | undefined,
    site: siteOf(values.site as string | undefined) ?? `http://${HOST || '127.0.0.1'}:${PORT || 3000}`,
  };
}

function parsed() {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    const [option = ''] = (error as Error).message.match(/--?[\w-]+/) ?? [];
    const problem = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? '没有这个选项' : '选项的写法不对';
    throw badRequest(
      `${problem}：${option}。有 - 的检索词请放在引号里，如 "发展 -改革"。用 --help 看全部选项`,
    );
  }
}

function siteOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return new URL(address).origin;
  throw badRequest(`选项 --site 应为网站的地址，如 https://example.org，这次是 ${address}`);
}

async function search(engine: SearchEngine, { parameters, output, site }: Asked): Promise<void> {
  const catalogue = await Catalogue.of(engine);
  const { state, values, problems } = parseSearchState(parameters, catalogue);
  if (problems.length > 0) throw badRequest(problems.map(({ message }) => message).join('；'));
  const { format, measure } = values;
  if (format) {
    warnOfBanner(output);
    const { chunks } = await downloadOf(engine, state, {
      format,
      measure,
      access: { origin: site, day: today() },
    });
    await write(chunks, output);
    return;
  }
  const found = await runSearch(engine, state, catalogue);
  const isSeen = output === undefined && process.stdout.isTTY;
  await write([hitsText(found, site, isSeen)], output);
  for (const note of found.notes) console.error(note);
  console.error(totalText(found));
  const { total, hits } = found.result;
  if (hits.length < total)
    console.error(`这里列出 ${hits.length} 段；用 --page、--per 看其余，用 --csv 取全部`);
}

/** npm prints what it runs before it runs it, into the same output. */
function warnOfBanner(output: string | undefined): void {
  const { npm_lifecycle_event: isRunByNpm, npm_config_loglevel: level } = process.env;
  if (!isRunByNpm || level === 'silent' || output !== undefined || process.stdout.isTTY) return;
  console.error(
    '提醒　npm 会先输出它自己的几行。要存成文件，请用 npm run -s search，或者用 --output 写明文件。',
  );
}

async function write(chunks: AsyncIterable<string> | Iterable<string>, output: string | undefined) {
  try {
    await pipeline(Readable.from(chunks), output === undefined ? process.stdout : createWriteStream(output));
  } catch (error) {
    // Whoever reads has read enough.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

async function main(): Promise<void> {
  const asked = readArguments();
  if (!asked) {
    console.log(USAGE);
    return;
  }
  const engine = openEngine(process.env, 'read');
  try {
    await search(engine, asked);
  } finally {
    await engine.close();
  }
}

try {
  await main();
} catch (error) {
  const isUsage = error instanceof HttpProblem;
  const message = error instanceof Error ? error.message : String(error);
  console.error(isUsage ? message : `没有检索成：${message}`);
  process.exitCode = 1;
}
