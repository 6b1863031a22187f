import { randomUUID } from 'node:crypto';
import { constants, existsSync, readdirSync } from 'node:fs';
import { copyFile, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CandorError } from '@candor/domain/candor-error';
import { nearest } from '@candor/domain/nearest';

/** The person's files. Relative paths start in the working directory; a file is written whole or not at all. */
export interface Files {
  /** Returns where the path leads, absolute; nothing need be there. */
  absolute(path: string): string;
  /** Returns the content. Throws `files.not-found` with the nearest name there is, or `files.unreadable`. */
  read(path: string): Promise<Uint8Array>;
  /** Writes a file, replacing what was there. Throws `files.unwritable` with the reason. */
  write(path: string, text: string): Promise<void>;
  /** Writes a file that must not exist yet. Throws `files.exists`, leaving what is there untouched, or `files.unwritable`. */
  writeNew(path: string, text: string): Promise<void>;
  /** Throws `files.exists` (invalid) when there is something at the path. */
  refuseExisting(path: string): void;
  /** Moves a file of ours, by its absolute path, to a path that must not exist yet; returns its size in bytes. Throws as `writeNew` does. */
  moveNew(ours: string, path: string): Promise<number>;
}

/** Returns the files as seen from a working directory. */
export function createFiles(workingDirectory: string): Files {
  const at = (path: string): string => resolve(workingDirectory, path);
  return {
    absolute: at,
    read: async (path) => {
      try {
        return await readFile(at(path));
      } catch (error) {
        throw codeOf(error) === 'ENOENT' ? notFound(path, at(path)) : refused(path, 'read', error);
      }
    },
    write: (path, text) => viaTemporary(path, at(path), text, (temporary) => rename(temporary, at(path))),
    writeNew: async (path, text) => {
      await mkdir(dirname(at(path)), { recursive: true });
      // A link, unlike a rename, refuses to take the place of a file that appeared in between.
      await viaTemporary(path, at(path), text, (temporary) => link(temporary, at(path)));
    },
    refuseExisting: (path) => {
      if (existsSync(at(path))) throw refused(path, 'written', Object.assign(new Error(), { code: 'EEXIST' }));
    },
    moveNew: async (ours, path) => {
      const { size } = await stat(ours);
      const copy = (temporary: string): Promise<void> => copyFile(ours, temporary, constants.COPYFILE_EXCL);
      await viaTemporary(path, at(path), copy, (temporary) => link(temporary, at(path)));
      await rm(ours);
      return size;
    },
  };
}

async function viaTemporary(
  path: string,
  absolute: string,
  content: string | ((temporary: string) => Promise<void>),
  place: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(absolute), `.${basename(absolute)}.${randomUUID()}`);
  try {
    await (typeof content === 'string' ? writeFile(temporary, content, { flag: 'wx' }) : content(temporary));
    await place(temporary);
  } catch (error) {
    throw refused(path, 'written', error);
  } finally {
    await rm(temporary, { force: true });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EISDIR: 'it is a folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

function refused(path: string, wanted: 'read' | 'written', error: unknown): CandorError {
  const code = codeOf(error);
  if (code === 'EEXIST') {
    const message = `${path} exists already and was left as it is.`;
    return new CandorError('files.exists', { kind: 'invalid', message, cause: error });
  }
  return new CandorError(wanted === 'read' ? 'files.unreadable' : 'files.unwritable', {
    kind: 'invalid',
    message: `${path} cannot be ${wanted}: ${REASONS[code] ?? code}.`,
    cause: error,
  });
}

function notFound(path: string, absolute: string): CandorError {
  const folder = dirname(absolute);
  const near = existsSync(folder) ? nearest(basename(path), readdirSync(folder)) : undefined;
  return new CandorError('files.not-found', {
    kind: 'not-found',
    message: `There is no file ${path}.${near ? ` Did you mean ${join(dirname(path), near)}?` : ''}`,
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
