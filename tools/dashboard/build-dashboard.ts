import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CandorError } from '@candor/domain/candor-error';
import { acquireDataDirectory, type DataDirectoryOwner } from '@candor/server/resources/data-directory';
import { dashboardStamp } from './dashboard-stamp.ts';

const LOCK = 'node_modules/.cache/candor/dashboard';
const STAMP = 'apps/web/out/.stamp';
const LOOK_AGAIN_MS = 200;

/**
 * Builds the dashboard below the root of a clone unless what is there was made from these very sources. Returns false when it was. Of two at
 * once one builds, and the other waits and finds it done. `compile` writes apps/web/out and throws when it cannot; `onBegin` is told before it.
 */
export async function buildDashboard(
  root: string,
  compile: (root: string) => Promise<void>,
  onBegin: () => void = () => {},
): Promise<boolean> {
  if (isBuilt(root)) return false;
  const owner = await takeTurn(root);
  try {
    if (isBuilt(root)) return false;
    onBegin();
    // Broken off at any moment, what is there does not pass for a whole dashboard.
    rmSync(join(root, STAMP), { force: true });
    const stamp = dashboardStamp(root);
    await compile(root);
    writeFileSync(join(root, STAMP), stamp);
    return true;
  } finally {
    await owner.release();
  }
}

function isBuilt(root: string): boolean {
  return stampAt(join(root, STAMP)) === dashboardStamp(root);
}

function stampAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Resolves when nobody else builds. The claim ends with its process, so that one that was killed stands in nobody's way. */
async function takeTurn(root: string): Promise<DataDirectoryOwner> {
  const path = join(root, LOCK);
  mkdirSync(path, { recursive: true });
  const describe = () => ({ pid: process.pid, startedAt: Date.now(), version: 'build' });
  for (;;) {
    try {
      return await acquireDataDirectory(path, { describe });
    } catch (error) {
      if (!(error instanceof CandorError) || error.code !== 'data-directory.taken') throw error;
      await pause(LOOK_AGAIN_MS);
    }
  }
}
