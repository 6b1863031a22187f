/**
 * Returns what the start money would be worth at each instant, had all of it bought at the last close before the first one and been held,
 * without costs. Null throughout where there is no such close.
 */
export function holdCurve(
  timesMs: readonly number[],
  { closedAtMs, close }: { readonly closedAtMs: readonly number[]; readonly close: readonly number[] },
  startMs: number,
  startUsd: number,
): readonly (number | null)[] {
  let bar = lastUpTo(closedAtMs, startMs);
  const entry = close[bar];
  if (entry === undefined || !(entry > 0)) return timesMs.map(() => null);
  const first = timesMs[0];
  if (first !== undefined && first > startMs) bar = lastUpTo(closedAtMs, first);
  return timesMs.map((at) => {
    while (bar + 1 < close.length && (closedAtMs[bar + 1] ?? Number.POSITIVE_INFINITY) <= at) bar++;
    const now = close[bar];
    return now === undefined ? null : (startUsd * now) / entry;
  });
}

/** The index of the last close at or before an instant; −1 where there is none. */
function lastUpTo(closedAtMs: readonly number[], at: number): number {
  let low = 0;
  let high = closedAtMs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((closedAtMs[middle] ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
