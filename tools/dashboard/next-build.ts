import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { finishExport } from './finish-export.ts';

const MOST_LINES = 60;

/** Exports the dashboard below the root of a clone with Next.js. Throws with what it said when it fails. */
export async function nextBuild(root: string): Promise<void> {
  const web = join(root, 'apps/web');
  const next = createRequire(join(web, 'package.json')).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: web,
    // Nothing of the person's environment gets into the pages. What it starts in turn is the same Node.
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', PATH: dirname(process.execPath) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`next build failed.\n${said.trim().split('\n').slice(-MOST_LINES).join('\n')}`);
  await finishExport(join(web, 'out'));
}
