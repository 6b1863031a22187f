// A statement carries at most 65,535 values; no table has more than sixty columns.
const CHUNK = 1_000;

/** Calls `write` with a thousand rows at a time, and not at all when there are none. */
export async function inChunks<Row>(rows: readonly Row[], write: (chunk: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) await write(rows.slice(at, at + CHUNK));
}
