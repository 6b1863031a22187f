export interface LineScale {
  /** Px from the left of a point. */
  readonly x: (index: number) => number;
  /** The point that is nearest to so many px from the left. */
  readonly nearest: (px: number) => number;
  /** Px from the top of a value. */
  readonly y: (value: number) => number;
  /** The values at the lower and the upper edge. */
  readonly low: number;
  readonly high: number;
}

export interface LineExtent {
  readonly columns: readonly (readonly (number | null)[])[];
  /** Rising. */
  readonly times: readonly number[];
  /** Points at even distances, or each where its time is. */
  readonly spacing?: 'even' | 'time' | undefined;
  readonly baseline?: number | undefined;
  readonly isLog?: boolean | undefined;
  /** The box in px: from `top` to `bottom`, from 0 to `width`. */
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Returns where values stand in a box: from left to right, and with a little room above and below, so that nothing touches the edge. */
export function lineScale(extent: LineExtent): LineScale {
  const { columns, times, spacing = 'even', baseline, isLog = false, width, top, bottom } = extent;
  let low = baseline ?? Number.POSITIVE_INFINITY;
  let high = baseline ?? Number.NEGATIVE_INFINITY;
  for (const values of columns) {
    for (const value of values) {
      if (value === null || (isLog && value <= 0)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (!(high > low)) {
    const around = Number.isFinite(low) ? low : 0;
    const room = Math.abs(around) * 0.02 || 1;
    low = around - room;
    high = around + room;
  }
  const isInLogs = isLog && low > 0;
  const map = isInLogs ? Math.log : (value: number) => value;
  const back = isInLogs ? Math.exp : (value: number) => value;
  const room = (map(high) - map(low)) * 0.05;
  const from = map(low) - room;
  const span = map(high) + room - from;
  return {
    ...(spacing === 'time' ? byTime(times, width) : evenly(times.length, width)),
    y: (value) => bottom - ((map(value) - from) / span) * (bottom - top),
    low: back(from),
    high: back(from + span),
  };
}

type Across = Pick<LineScale, 'x' | 'nearest'>;

function evenly(points: number, width: number): Across {
  const last = Math.max(1, points - 1);
  return {
    x: (index) => (index / last) * width,
    nearest: (px) => Math.max(0, Math.min(points - 1, Math.round((px / width) * last))),
  };
}

function byTime(times: readonly number[], width: number): Across {
  const first = times[0] ?? 0;
  const span = Math.max(1, (times.at(-1) ?? 0) - first);
  const x = (index: number) => (((times[index] ?? first) - first) / span) * width;
  return {
    x,
    nearest: (px) => {
      let low = 0;
      let high = times.length - 1;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (x(middle) <= px) low = middle;
        else high = middle;
      }
      return px - x(low) <= x(high) - px ? low : high;
    },
  };
}
