import { day } from '../time';

export interface DayChange {
  readonly usd: number;
  /** Of the equity at the end of the session day before; null where that was nothing. */
  readonly fraction: number | null;
}

/**
 * Returns what the newest session day has brought: the newest point against the last one of the day before, or against the start where
 * this is the first day.
 */
export function dayChange(
  points: readonly { readonly at: string; readonly equityUsd: number }[],
  startUsd: number,
): DayChange | undefined {
  const last = points.at(-1);
  if (last === undefined) return undefined;
  const today = day(last.at);
  const before = points.findLast(({ at }) => day(at) !== today)?.equityUsd ?? startUsd;
  const usd = last.equityUsd - before;
  return { usd, fraction: before > 0 ? usd / before : null };
}
