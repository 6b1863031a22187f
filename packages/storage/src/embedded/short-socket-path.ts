import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The kernel keeps the path of a Unix socket in 108 bytes (104 on macOS), the closing zero included.
const LONGEST_BYTES = 100;

/** Says whether a Unix socket can have this path. */
export function fitsSocket(path: string): boolean {
  return Buffer.byteLength(path) <= LONGEST_BYTES;
}

/**
 * Runs `work` with a path of the folder that is short enough for sockets in it. A long folder is reached through a link in the
 * temporary folder that lives as long as `work`; the socket itself lies in the folder, wherever each process has its temporary files.
 */
export async function withShortPath<T>(
  folder: string,
  longestName: string,
  work: (short: string) => Promise<T>,
): Promise<T> {
  if (fitsSocket(join(folder, longestName))) return work(folder);
  const holder = mkdtempSync(join(tmpdir(), 'candor-'));
  const link = join(holder, 'l');
  try {
    symlinkSync(folder, link);
    return await work(link);
  } finally {
    rmSync(holder, { recursive: true });
  }
}
