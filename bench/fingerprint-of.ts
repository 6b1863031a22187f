import { createHash } from 'node:crypto';

/** Returns a print of every bit of the columns. */
export function fingerprintOf(columns: readonly Float64Array[]): string {
  const hash = createHash('sha256');
  for (const column of columns) hash.update(new Uint8Array(column.buffer));
  return hash.digest('hex').slice(0, 16);
}
