/** `npm start`: brings the index up to date, then serves. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const INDEXER = fileURLToPath(new URL('../indexer/main.ts', import.meta.url));

/** Runs the indexer in a process of its own, which alone gets to see the key that may write. */
function updateIndex(): Promise<void> {
  return new Promise((resolve) => {
    const indexer = spawn(process.execPath, ['--import', 'tsx', INDEXER], { stdio: 'inherit' });
    const stop = () => indexer.kill();
    process.once('SIGTERM', stop).once('SIGINT', stop);
    indexer.once('error', (error) => console.error(`无法启动索引程序：${error.message}`));
    indexer.once('close', (_status, signal) => {
      process.off('SIGTERM', stop).off('SIGINT', stop);
      if (signal) process.exit(1);
      resolve();
    });
  });
}

await updateIndex();
for (const name of Object.keys(process.env)) {
  if (/^(MEILI|OPENSEARCH)_ADMIN_/.test(name)) delete process.env[name];
}
await import('./main.ts');
