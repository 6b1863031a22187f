import { createHash, type Hash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, readdirSync, statSync } from 'node:fs';
import { link, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { CandorError } from '@candor/domain/candor-error';
import { type BackupManifest, DATABASE_PREFIX, MANIFEST_NAME } from './backup-manifest.ts';
import { POSTGRES_MAJOR } from './cluster.ts';
import type { EmbeddedDatabase } from './embedded-database.ts';
import { packTar, type TarFile } from './tar.ts';

export interface BackupRequest {
  readonly database: Pick<EmbeddedDatabase, 'withCopy'>;
  /** A file that does not exist yet. */
  readonly file: string;
  readonly createdAt: number;
  readonly codeVersion: string;
  /** The migrations that have been applied, oldest first. */
  readonly migrations: readonly string[];
}

/**
 * Writes a backup of the running embedded database, as it is at one moment, to a gzipped tar archive that appears whole or not at all.
 * Returns what it says of itself. Statements wait while the files are copied (a second for some hundred megabytes, nothing where the file
 * system shares blocks) and run while they are packed. Throws `backup.exists` or `backup.unwritable` (invalid).
 */
export async function backupEmbedded(request: BackupRequest): Promise<BackupManifest> {
  const { database, file } = request;
  return database.withCopy(async (folder) => {
    const manifest = await describe(request, folder);
    const partial = join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}`);
    try {
      // A level beyond the first takes several times as long and saves a few percent of a database.
      const zip = createGzip({ level: 1 });
      const target = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(packTar(contents(folder, manifest)), zip, target);
      // A link, unlike a rename, refuses to take the place of another file.
      await link(partial, file);
    } catch (error) {
      throw unwritten(file, error);
    } finally {
      await rm(partial, { force: true });
    }
    return manifest;
  });
}

/** Adds a file to the digest of a backup, its name and size now and its content as it is read. Returns the content. */
export function digested(hash: Hash, { name, size, content }: TarFile): AsyncIterable<Buffer> {
  hash.update(`${name}\0${size}\0`);
  return (async function* () {
    for await (const chunk of content) {
      hash.update(chunk);
      yield chunk;
    }
  })();
}

async function describe(
  { createdAt, codeVersion, migrations }: BackupRequest,
  folder: string,
): Promise<BackupManifest> {
  const hash = createHash('sha256');
  let files = 0;
  let bytes = 0;
  for (const file of filesOf(folder)) {
    files += 1;
    for await (const chunk of digested(hash, file)) bytes += chunk.length;
  }
  return {
    format: 'candor-backup',
    formatVersion: 1,
    createdAt: new Date(createdAt).toISOString(),
    codeVersion,
    postgresMajor: POSTGRES_MAJOR,
    migrations,
    files,
    bytes,
    sha256: hash.digest('hex'),
  };
}

async function* contents(folder: string, manifest: BackupManifest): AsyncGenerator<TarFile> {
  const text = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`);
  yield {
    name: MANIFEST_NAME,
    size: text.length,
    content: only(text),
  };
  yield* filesOf(folder);
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function* filesOf(folder: string): Generator<TarFile> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  for (const path of names) {
    const stat = statSync(join(folder, path));
    const name = `${DATABASE_PREFIX}${path.replaceAll('\\', '/')}`;
    // PostgreSQL wants its empty folders to be there.
    if (stat.isDirectory()) yield { name: `${name}/`, size: 0, content: nothing() };
    else yield { name, size: stat.size, content: read(join(folder, path), stat.size) };
  }
}

const CHUNK_BYTES = 2 ** 20;

// Most of the thousand files are small, and a stream for each costs more than its content.
async function* read(path: string, size: number): AsyncGenerator<Buffer> {
  if (size <= CHUNK_BYTES) yield await readFile(path);
  else yield* createReadStream(path, { highWaterMark: CHUNK_BYTES });
}

async function* nothing(): AsyncGenerator<Buffer> {}

function unwritten(file: string, cause: unknown): CandorError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EEXIST') {
    const message = `${file} exists already and was left as it is. Name a file that does not exist.`;
    return new CandorError('backup.exists', { kind: 'invalid', message, cause });
  }
  return new CandorError('backup.unwritable', {
    kind: 'invalid',
    message: `The backup cannot be written to ${file} (${code ?? String(cause)}).`,
    cause,
  });
}
