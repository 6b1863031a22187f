import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { isDebian } from './is-debian.ts';

/** The folder that servers are started from, or why there can be none. */
export type ServicesRoot = { readonly root: string } | { readonly missing: string };

/** Returns the folder with PostgreSQL, pgvector and Valkey, making it first where there is none yet. What it installs it prints first. */
export async function servicesRoot(): Promise<ServicesRoot> {
  if (!isDebian()) return { missing: 'this machine is not Debian' };
  if (process.getuid?.() !== 0) return { missing: 'this is not root' };
  const script = join(import.meta.dirname, '../../scripts/make-services-root.sh');
  const maker = spawn('bash', [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => maker.on('error', reject).on('close', resolve));
  const [said, exitCode] = await Promise.all([text(maker.stdout), ended]);
  const root = said.trim().split('\n').at(-1);
  return exitCode === 0 && root ? { root } : { missing: 'they could not be installed, for the reason printed above' };
}
