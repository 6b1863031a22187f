import { spawn, spawnSync } from 'node:child_process';
import { isDebian } from './is-debian.ts';

/** A browser to drive, or why there is none. */
export type ChromiumFound = { readonly path: string } | { readonly missing: string };

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Returns where Chromium is: among the person's programs, or installed from Debian's packages. What it installs it prints first. */
export async function findChromium(): Promise<ChromiumFound> {
  const here = onPath();
  if (here !== undefined) return { path: here };
  if (!isDebian()) return { missing: 'there is no Chromium here' };
  if (process.getuid?.() !== 0) return { missing: 'there is no Chromium here and this is not root' };
  process.stderr.write('Chromium is installed from the Debian package chromium (about 350 MB).\n');
  await apt('update', '-qq');
  if ((await apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')) !== 0) {
    return { missing: 'Chromium could not be installed, for the reason printed above' };
  }
  const installed = onPath();
  return installed === undefined ? { missing: 'Chromium was installed and is not to be found' } : { path: installed };
}

function onPath(): string | undefined {
  const looked = spawnSync('sh', ['-c', `command -v ${NAMES.join(' || command -v ')}`], { encoding: 'utf8' });
  return looked.status === 0 ? looked.stdout.trim() : undefined;
}

function apt(...args: readonly string[]): Promise<number | null> {
  // Nobody is there to answer its questions.
  const child = spawn('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
}
