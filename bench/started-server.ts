import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const READY = /is ready at (http:\/\/\S+)/;

/** A server in a process of its own. */
export interface StartedServer {
  readonly url: string;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
}

/** Starts a server, empty unless the demo is wanted, on a data directory and a free port; resolves when it says that it is ready. */
export async function startServer(
  dataDirectory: string,
  { demo = 'off' }: { readonly demo?: 'on' | 'off' } = {},
): Promise<StartedServer> {
  const child = spawn(process.execPath, ['apps/server/src/bin/candor.mjs', 'start'], {
    cwd: ROOT,
    env: { PORT: '0', LOG_LEVEL: 'warn', CANDOR_HOME: dataDirectory, CANDOR_DEMO: demo },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const found = READY.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    ended.then(() => reject(new Error(`The server ended before it was ready. ${said}`)), reject);
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}
