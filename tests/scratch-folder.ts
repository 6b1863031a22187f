import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of the repository. */
export const REPOSITORY = join(import.meta.dirname, '..');

/**
 * Returns a fresh folder below the repository's git-ignored `.scratch/`, so that `@candor/*` resolves from it. It cannot lie below
 * node_modules, where Node refuses to run TypeScript.
 */
export function makeScratchFolder(prefix: string): string {
  const parent = join(REPOSITORY, '.scratch');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, prefix));
}

/** Removes a scratch folder and all in it. */
export function removeScratchFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Writes texts by path below a folder, making the folders on the way. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
