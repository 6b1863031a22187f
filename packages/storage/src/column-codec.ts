const FLOAT8 = { oid: 701, bytes: 8 } as const;
const INT4 = { oid: 23, bytes: 4 } as const;

// Dimensions, whether there are nulls, type of the elements; then length and lower bound of the one dimension.
const HEADER = 20;

/**
 * Returns the given rows of a column as a `float8[]` in PostgreSQL's binary form, which `pg` sends as it is: every bit arrives, -0 and NaN
 * included, and neither side prints or parses a number.
 */
export function encodeFloat8(column: Float64Array, rows: Int32Array): Buffer {
  const { buffer, view } = arrayOf(FLOAT8, rows.length);
  for (let i = 0, at = HEADER; i < rows.length; i++, at += 12) {
    view.setInt32(at, FLOAT8.bytes);
    view.setFloat64(at + 4, column[rows[i]!]!);
  }
  return buffer;
}

/** Returns the given rows of a column as an `int4[]` in PostgreSQL's binary form. */
export function encodeInt4(column: Int32Array, rows: Int32Array): Buffer {
  const { buffer, view } = arrayOf(INT4, rows.length);
  for (let i = 0, at = HEADER; i < rows.length; i++, at += 8) {
    view.setInt32(at, INT4.bytes);
    view.setInt32(at + 4, column[rows[i]!]!);
  }
  return buffer;
}

/** Writes doubles that lie one after another, as `float8send` gives them, into a column from row `at` on. */
export function decodeFloat8(bytes: Uint8Array, column: Float64Array, at: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let row = at, from = 0; from < bytes.byteLength; row++, from += 8) column[row] = view.getFloat64(from);
}

/** Writes integers that lie one after another, as `int4send` gives them, into a column from row `at` on. */
export function decodeInt4(bytes: Uint8Array, column: Int32Array, at: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let row = at, from = 0; from < bytes.byteLength; row++, from += 4) column[row] = view.getInt32(from);
}

function arrayOf({ oid, bytes }: typeof FLOAT8 | typeof INT4, length: number) {
  const buffer = Buffer.alloc(HEADER + length * (4 + bytes));
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  view.setInt32(0, 1);
  view.setInt32(8, oid);
  view.setInt32(12, length);
  view.setInt32(16, 1);
  return { buffer, view };
}
