import { randomBytes } from 'node:crypto';
import { constants, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CandorError } from '@candor/domain/candor-error';
import type { DirectoryOwner } from './directory-owner.ts';
import { openOnce } from './embedded-thread.ts';

/** PostgreSQL opens only what its own major version wrote. */
export const POSTGRES_MAJOR = '18';

/** Returns where the cluster of a data directory lies. */
export function clusterPath({ path }: Pick<DirectoryOwner, 'path'>): string {
  return join(path, 'database');
}

// The right to a data directory does not tell two callers in one process apart.
const inUse = new Set<string>();

/** Takes a cluster for one user in this process and returns what gives it back. Throws when it is in use: two at once destroy it. */
export function useCluster(directory: string): () => void {
  if (inUse.has(directory)) throw new Error(`The database in ${directory} is open in this process already.`);
  inUse.add(directory);
  return () => inUse.delete(directory);
}

/**
 * Returns true when there is a cluster that this PostgreSQL can open, false when there is nothing. Throws `embedded-database.other-major` or
 * `embedded-database.foreign` (invalid) when something else is there.
 */
export function hasCluster(directory: string): boolean {
  if (!isOccupied(directory)) return false;
  const entries = readEntries(directory);
  if (!entries.includes('PG_VERSION') || !existsSync(join(directory, 'global', 'pg_control'))) {
    throw new CandorError('embedded-database.foreign', {
      kind: 'invalid',
      message: `${directory} is not a database of Candor (it has ${entries.slice(0, 3).join(', ')}). It was left as it is: move it away, or set CANDOR_HOME to another directory.`,
    });
  }
  const major = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  if (major !== POSTGRES_MAJOR) {
    throw new CandorError('embedded-database.other-major', {
      kind: 'invalid',
      message: `${directory} was written by PostgreSQL ${major}, and this Candor brings PostgreSQL ${POSTGRES_MAJOR}. It was left as it is: open it with the Candor that wrote it, or move it away to start anew.`,
      details: { directory, major },
    });
  }
  return true;
}

/** Says whether there is anything in the place of a cluster. */
export function isOccupied(directory: string): boolean {
  return existsSync(directory) && readEntries(directory).length > 0;
}

/**
 * Creates a cluster: a copy of the prepared one when there is one that fits, else a new one, which takes seconds. It is made beside its place
 * and then moved there whole, so a process that is killed meanwhile leaves nothing that looks like a database.
 */
export async function createCluster(
  directory: string,
  prepared: string | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  const unfinished = besidePath(directory, 'unfinished');
  try {
    if (prepared === undefined) await openOnce(unfinished, signal);
    else copyFolder(prepared, unfinished);
    moveInto(unfinished, directory);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Says whether a folder holds a prepared cluster that can be copied. */
export function isPrepared(folder: string): boolean {
  try {
    return hasCluster(folder);
  } catch {
    return false;
  }
}

/** Returns a new name beside a cluster for what is not to outlive the process that makes it. */
export function besidePath(directory: string, what: 'unfinished' | 'copy'): string {
  return `${directory}.${what}-${randomBytes(4).toString('hex')}`;
}

/** Removes what killed processes left beside a cluster, and finishes a restore that was killed between its two moves. */
export function tidyBeside(directory: string): void {
  const restored = restoredPath(directory);
  if (existsSync(restored) && !existsSync(directory)) renameSync(restored, directory);
  rmSync(restored, { recursive: true, force: true });
  const name = basename(directory);
  for (const entry of readEntries(dirname(directory))) {
    const isLeft = entry.startsWith(`${name}.unfinished-`) || entry.startsWith(`${name}.copy-`);
    if (isLeft) rmSync(join(dirname(directory), entry), { recursive: true });
  }
}

/** Returns where a restored cluster lies, checked and whole, until it takes its place. */
export function restoredPath(directory: string): string {
  return `${directory}.restored`;
}

/** Moves a folder to a place where there is nothing, or an empty folder. */
export function moveInto(from: string, to: string): void {
  // An empty folder in the way is replaced by a move on some systems, and refuses it on others.
  if (existsSync(to) && !isOccupied(to)) rmSync(to, { recursive: true });
  renameSync(from, to);
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to, { mode: 0o700 });
  cpSync(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

function readEntries(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (cause) {
    throw new CandorError('embedded-database.foreign', {
      kind: 'invalid',
      message: `${directory} is not a folder that can be read, so it is not a database of Candor. It was left as it is.`,
      cause,
    });
  }
}
