/** Returns a column that is known at some rows only, at every row: straight between them, and from `start` before the first. */
export function spread(rows: readonly number[], values: readonly number[], start: number, length: number): number[] {
  const column: number[] = [];
  let next = 0;
  let [fromRow, from] = [-1, start];
  for (let row = 0; row < length; row++) {
    while (next < rows.length && (rows[next] ?? 0) < row) {
      [fromRow, from] = [rows[next] ?? 0, values[next] ?? start];
      next++;
    }
    const [toRow, to] = [rows[next], values[next]];
    column.push(
      toRow === undefined || to === undefined || toRow === fromRow
        ? from
        : from + ((to - from) * (row - fromRow)) / (toRow - fromRow),
    );
  }
  return column;
}

const STALE_MS = 4 * 24 * 3_600_000;

/**
 * Returns what the starting money would have become in an index: at each time the last close known by then, as long as it is not older
 * than a long weekend; null where there is none. Both columns of times rise.
 */
export function rebased(
  times: readonly number[],
  index: { readonly closedAt: readonly number[]; readonly close: readonly number[] },
  start: number,
): (number | null)[] {
  let at = -1;
  let base: number | undefined;
  return times.map((time) => {
    while (at + 1 < index.closedAt.length && (index.closedAt[at + 1] ?? 0) <= time) at++;
    const [closedAt, close] = [index.closedAt[at], index.close[at]];
    if (closedAt === undefined || close === undefined || time - closedAt > STALE_MS) return null;
    base ??= close;
    return (start * close) / base;
  });
}

/** Returns the first row whose session is this day or later; undefined where there is none. */
export function rowOfDay(times: readonly number[], day: string): number | undefined {
  const from = Date.parse(`${day}T00:00:00Z`);
  const row = times.findIndex((time) => time >= from);
  return row === -1 ? undefined : row;
}

const MOST_ROWS = 5_000;

/**
 * Returns the rows that a chart draws: all of them, or, of a run in short bars, the last of each day, at which sessions are judged. More
 * than that a screen cannot show.
 */
export function drawnRows(closedAt: readonly string[]): readonly number[] {
  if (closedAt.length <= MOST_ROWS) return closedAt.map((_, row) => row);
  return closedAt.flatMap((at, row) => (closedAt[row + 1]?.slice(0, 10) === at.slice(0, 10) ? [] : [row]));
}
