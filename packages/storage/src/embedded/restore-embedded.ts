import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { createGunzip } from 'node:zlib';
import { CandorError } from '@candor/domain/candor-error';
import { digested } from './backup-embedded.ts';
import { type BackupManifest, DATABASE_PREFIX, MANIFEST_NAME, parseManifest } from './backup-manifest.ts';
import {
  besidePath,
  clusterPath,
  isOccupied,
  moveInto,
  POSTGRES_MAJOR,
  restoredPath,
  tidyBeside,
  useCluster,
} from './cluster.ts';
import type { DirectoryOwner } from './directory-owner.ts';
import { openOnce } from './embedded-thread.ts';
import { type TarFile, unpackTar } from './tar.ts';

export interface RestoreRequest {
  /** The right to the data directory, so nobody has the database open meanwhile. */
  readonly owner: DirectoryOwner;
  readonly file: string;
  /** Puts the database that is there aside instead of refusing. */
  readonly replace: boolean;
  /** The migrations this code knows; a backup with others was made by newer code. */
  readonly knownMigrations: readonly string[];
  /** Names what is put aside. */
  readonly at: number;
}

export interface Restored {
  readonly manifest: BackupManifest;
  /** Where the database that was there is now. */
  readonly putAside: string | undefined;
}

/**
 * Puts the database of a backup into a data directory. It is unpacked beside its place, checked against its digest and opened once, and only
 * then moved there, so a backup that is refused, or a process that is killed, changes nothing. Throws `backup.unreadable`,
 * `backup.other-major`, `backup.newer` (invalid), or `backup.occupied` (conflict).
 */
export async function restoreEmbedded(request: RestoreRequest): Promise<Restored> {
  const { owner } = request;
  if (!owner.isHeld()) throw new Error(`${owner.path} was given back; nothing may be restored to it.`);
  const directory = clusterPath(owner);
  const leave = useCluster(directory);
  try {
    return await restoreTo(directory, request);
  } finally {
    leave();
  }
}

async function restoreTo(directory: string, request: RestoreRequest): Promise<Restored> {
  const { file, replace, at } = request;
  tidyBeside(directory);
  if (isOccupied(directory) && !replace) {
    throw new CandorError('backup.occupied', {
      kind: 'conflict',
      message: `There is a database in ${directory} already, and it was left as it is. Ask for it to be replaced, which puts it aside, or set CANDOR_HOME to another directory.`,
    });
  }
  const unfinished = besidePath(directory, 'unfinished');
  try {
    const manifest = await unpack(request, unfinished);
    await openOnce(unfinished, undefined).catch((error: unknown) => {
      throw unreadable(file, error);
    });
    const putAside = isOccupied(directory) ? `${directory}.before-restore-${compact(at)}` : undefined;
    // Killed after the first move or the second, the next opening finishes what is left.
    renameSync(unfinished, restoredPath(directory));
    if (putAside !== undefined) renameSync(directory, putAside);
    moveInto(restoredPath(directory), directory);
    return { manifest, putAside };
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function unpack({ file, knownMigrations }: RestoreRequest, folder: string): Promise<BackupManifest> {
  const zip = createReadStream(file);
  const archive = createGunzip();
  zip.on('error', (error) => archive.destroy(error)).pipe(archive);
  const hash = createHash('sha256');
  let manifest: BackupManifest | undefined;
  let files = 0;
  try {
    for await (const entry of unpackTar(archive)) {
      if (manifest === undefined) {
        manifest = await readManifest(file, entry);
        refuseUnfit(file, manifest, knownMigrations);
        await mkdir(folder, { mode: 0o700 });
      } else {
        await writeEntry(entry.name, digested(hash, entry), folder);
        files += 1;
      }
    }
  } catch (error) {
    throw error instanceof CandorError ? error : unreadable(file, error);
  } finally {
    zip.destroy();
    archive.destroy();
  }
  if (manifest === undefined || manifest.files !== files || manifest.sha256 !== hash.digest('hex')) {
    throw unreadable(file, new Error('its content is not what its digest says'));
  }
  if (readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim() !== POSTGRES_MAJOR) {
    throw unreadable(file, new Error('it is of another PostgreSQL than it says'));
  }
  return manifest;
}

// A manifest is some kilobytes; what is larger is none, and is not read into memory.
const LARGEST_MANIFEST_BYTES = 1_000_000;

async function readManifest(file: string, { name, size, content }: TarFile): Promise<BackupManifest> {
  if (name !== MANIFEST_NAME || size > LARGEST_MANIFEST_BYTES)
    throw unreadable(file, new Error(`it begins with ${name}`));
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  const manifest = parseManifest(Buffer.concat(chunks).toString('utf8'));
  if (manifest === undefined)
    throw unreadable(file, new Error(`its ${MANIFEST_NAME} is none that this Candor can read`));
  return manifest;
}

function refuseUnfit(file: string, manifest: BackupManifest, knownMigrations: readonly string[]): void {
  if (manifest.postgresMajor !== POSTGRES_MAJOR) {
    throw new CandorError('backup.other-major', {
      kind: 'invalid',
      message: `${file} was made from PostgreSQL ${manifest.postgresMajor}, and this Candor brings PostgreSQL ${POSTGRES_MAJOR}. Restore it with a Candor that brings the same.`,
    });
  }
  const unknown = manifest.migrations.find((name) => !knownMigrations.includes(name));
  if (unknown !== undefined) {
    throw new CandorError('backup.newer', {
      kind: 'invalid',
      message: `${file} was made by a newer Candor (${manifest.codeVersion}), whose schema has ${unknown}. Restore it with that one.`,
    });
  }
}

async function writeEntry(name: string, content: AsyncIterable<Buffer>, folder: string): Promise<void> {
  const path = name.slice(DATABASE_PREFIX.length);
  const leavesFolder = path === '' || path.startsWith('/') || path.includes('\\') || normalize(path).startsWith('..');
  if (!name.startsWith(DATABASE_PREFIX) || leavesFolder) throw new RangeError(`it holds ${name}`);
  if (path.endsWith('/')) {
    await mkdir(join(folder, path), { mode: 0o700 });
    return;
  }
  const handle = await open(join(folder, path), 'wx', 0o600);
  try {
    await writeFile(handle, content);
  } finally {
    await handle.close();
  }
}

function compact(at: number): string {
  return new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

function unreadable(file: string, cause: unknown): CandorError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new CandorError('backup.unreadable', {
    kind: 'invalid',
    message: `${file} is not a backup of Candor, or it is damaged: ${why.replace(/\.$/, '')}. Nothing was changed.`,
    cause,
  });
}
