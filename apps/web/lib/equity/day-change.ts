import { day } from '../time';

export interface DayChange {
  readonly usd: number;
  /** Of the equity at the end of the session day before; null where that was nothing. */
  readonly fraction: number | null;
}

/** Length of an instant up to its hour. */
const HOUR = '2018-01-02T21'.length;

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
  const before = lastOfDayBefore(points, last.at)?.equityUsd ?? startUsd;
  const usd = last.equityUsd - before;
  return { usd, fraction: before > 0 ? usd / before : null };
}

function lastOfDayBefore<Point extends { readonly at: string }>(
  points: readonly Point[],
  now: string,
): Point | undefined {
  const today = day(now);
  let sameHour = now.slice(0, HOUR);
  return points.findLast(({ at }) => {
    // A day ends at a full hour, and naming one is slow next to comparing two texts.
    if (at.startsWith(sameHour)) return false;
    sameHour = at.slice(0, HOUR);
    return day(at) !== today;
  });
}
