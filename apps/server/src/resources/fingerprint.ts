import { createHash } from 'node:crypto';
import type { BarSeries } from '@candor/domain/bar';
import { canonicalJson } from '@candor/domain/canonical-json';

export type Column = Float64Array | Int32Array;

/**
 * Returns the SHA-256, in hex, of named columns: per column its name and length, then each value as an IEEE double, little-endian. The
 * same numbers give the same print on every machine: every NaN counts as the one quiet NaN, while 0 and -0 differ as their bits do.
 */
export function fingerprintColumns(columns: Readonly<Record<string, Column>>): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(columns).toSorted()) {
    const column = columns[name]!;
    hash.update(`${name}:${column.length}\n`).update(littleEndian(column));
  }
  return hash.digest('hex');
}

/** Returns the SHA-256, in hex, of all columns of a series. */
export function fingerprintSeries({ time, open, high, low, close, volume, session }: BarSeries): string {
  return fingerprintColumns({ time, open, high, low, close, volume, session });
}

/** Returns the SHA-256, in hex, of a JSON value in canonical form. */
export function fingerprintJson(value: unknown): string {
  return fingerprintText(canonicalJson(value));
}

/** Returns the SHA-256, in hex, of a text in UTF-8. */
export function fingerprintText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const QUIET_NAN = 0x7ff8_0000_0000_0000n;

function littleEndian(column: Column): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(column.length * 8));
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    if (Number.isNaN(value)) bytes.setBigUint64(i * 8, QUIET_NAN, true);
    else bytes.setFloat64(i * 8, value, true);
  }
  return new Uint8Array(bytes.buffer);
}
