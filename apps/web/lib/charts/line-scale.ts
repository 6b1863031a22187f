export interface LineScale {
  /** Px from the left of a point. */
  readonly x: (index: number) => number;
  /** Px from the top of a value. */
  readonly y: (value: number) => number;
  /** The values at the lower and the upper edge. */
  readonly low: number;
  readonly high: number;
}

export interface LineExtent {
  readonly columns: readonly (readonly (number | null)[])[];
  readonly points: number;
  readonly baseline?: number | undefined;
  readonly isLog?: boolean | undefined;
  /** The box in px: from `top` to `bottom`, from 0 to `width`. */
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Returns where values stand in a box: points evenly from left to right, values with a little room so that nothing touches the edge. */
export function lineScale({ columns, points, baseline, isLog = false, width, top, bottom }: LineExtent): LineScale {
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
  const last = Math.max(1, points - 1);
  return {
    x: (index) => (index / last) * width,
    y: (value) => bottom - ((map(value) - from) / span) * (bottom - top),
    low: back(from),
    high: back(from + span),
  };
}
