/** A bar as charts and tables take it. */
export interface ChartBar {
  /** When it opened, in seconds since 1970: how a chart names a bar. */
  readonly time: number;
  /** Session at the exchange; of a week its first. */
  readonly session: string;
  /** Of a week, its last session so far. */
  readonly through?: string;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** Null where the source reports none. */
  readonly volume: number | null;
  /** What the checks found odd about it. */
  readonly flag?: { readonly code: string; readonly reason: string };
}

/** Returns the place of the last bar that opened at or before a time, or −1 where there is none. */
export function placeAtOrBefore(bars: readonly ChartBar[], time: number): number {
  let low = 0;
  let high = bars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const bar = bars[middle];
    if (bar !== undefined && bar.time <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Returns from which place on bars differ from those shown before, given that only the newest may have changed; undefined when they
 * are others altogether.
 */
export function changedFrom(shown: readonly ChartBar[], bars: readonly ChartBar[]): number | undefined {
  const last = shown.length - 1;
  if (last < 0 || bars.length <= last) return undefined;
  const isSame = shown[0]?.time === bars[0]?.time && shown[last]?.time === bars[last]?.time;
  return isSame ? last : undefined;
}
