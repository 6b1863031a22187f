export interface HeldBars {
  /** Opening of the first bar, UTC milliseconds. */
  readonly firstOpenedAtMs: number;
  readonly firstOpen: number;
  readonly closedAtMs: readonly number[];
  readonly close: readonly number[];
}

/**
 * Returns what the start money would be worth at each instant, had all of it been spent at the last price that was known at the start, and
 * been held since, without costs. Null throughout where no price was known.
 */
export function holdCurve(
  timesMs: readonly number[],
  { firstOpenedAtMs, firstOpen, closedAtMs, close }: HeldBars,
  startMs: number,
  startUsd: number,
): readonly (number | null)[] {
  const known = lastUpTo(closedAtMs, startMs);
  // A session that begins inside the first bar knows its opening.
  const entry = known >= 0 ? close[known] : firstOpenedAtMs <= startMs ? firstOpen : undefined;
  if (entry === undefined || !(entry > 0)) return timesMs.map(() => null);
  let bar = lastUpTo(closedAtMs, Math.max(startMs, timesMs[0] ?? startMs));
  return timesMs.map((at) => {
    while (bar + 1 < close.length && (closedAtMs[bar + 1] ?? Number.POSITIVE_INFINITY) <= at) bar++;
    const now = bar < 0 ? firstOpen : close[bar];
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
