/** `npm run serve`: serves what is indexed (`start.ts` indexes first). */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SearchEngine } from '../engine/engine.ts';
import { EngineError } from '../engine/errors.ts';
import { openEngine } from '../engine/open.ts';
import { loadDictionary } from '../text/segment.ts';
import { createSite } from './app.ts';
import { Catalogue } from './catalogue.ts';
import { Lexicon } from './suggestions/lexicon.ts';

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 3000;
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new Error(`环境变量 PORT 的值“${text}”不是端口号，应为 0 到 65535 的整数。`);
}

function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return '端口已被占用。请停掉占用它的程序，或用环境变量 PORT 换一个端口。';
  if (code === 'EACCES') return '没有权限监听这个端口。请用环境变量 PORT 换一个 1024 以上的端口。';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return '环境变量 HOST 不是本机的地址。请改成本机的地址，或者不设。';
  return message;
}

/** Says what an operator should know. An engine that is away may come back, an unsafe one must not serve. */
async function checkEngine(engine: SearchEngine): Promise<void> {
  try {
    for (const warning of await engine.check()) console.warn(`提醒　${warning}`);
  } catch (error) {
    if (!(error instanceof EngineError) || error.code === 'unsafe') throw error;
    console.error(`检索引擎暂时不可用：${error.message}`);
  }
}

/** Reads what suggestions are made from. Where that fails, the first that is asked for tries again. */
async function loadLexicon(engine: SearchEngine): Promise<void> {
  await Catalogue.of(engine)
    .then((catalogue) => Lexicon.of(engine, catalogue))
    .catch(() => {});
}

async function serve(): Promise<void> {
  const port = readPort(process.env.PORT);
  const engine = openEngine(process.env, 'read');
  await checkEngine(engine);
  // Now, so that no reader has to wait for it.
  loadDictionary();
  await loadLexicon(engine);
  const server = createSite(engine);
  const address = await listen(server, port, process.env.HOST || '127.0.0.1');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  console.log(`检索服务已启动：http://${host}:${address.port}/`);

  const stop = () => {
    server.close(() => engine.close());
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

try {
  await serve();
} catch (error) {
  console.error(`服务没有启动：${explain(error)}`);
  process.exitCode = 1;
}
