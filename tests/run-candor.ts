import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from './scratch-folder.ts';

export interface CandorRun {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line of Candor in a folder, as a person would. */
export function runCandor(folder: string, ...args: readonly string[]): CandorRun {
  const entry = join(REPOSITORY, 'apps/server/src/bin/candor.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
    cwd: folder,
    // What a developer keeps in the clone is none of a test's business.
    env: { ...process.env, CANDOR_HOME: join(folder, 'data'), DATABASE_URL: '', REDIS_URL: '' },
    encoding: 'utf8',
  });
  return { exitCode: status, out: stdout, err: stderr };
}
