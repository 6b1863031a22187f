export interface Curve {
  readonly times: readonly number[];
  readonly values: readonly number[];
}

export interface AlignedCurves {
  /** Every instant at which one of the curves has a value, rising. */
  readonly times: readonly number[];
  /** One column a curve; null before its first instant and after its last. */
  readonly columns: readonly (readonly (number | null)[])[];
}

/**
 * Returns curves of different spans and steps on one axis of time. Between two of its own instants a curve keeps the earlier value,
 * which is what was known then.
 */
export function alignCurves(curves: readonly Curve[]): AlignedCurves {
  const times = [...new Set(curves.flatMap((curve) => curve.times))].sort((one, other) => one - other);
  const columns = curves.map((curve) => {
    const last = curve.times.at(-1);
    let at = -1;
    return times.map((time) => {
      while (at + 1 < curve.times.length && (curve.times[at + 1] ?? 0) <= time) at++;
      const value = curve.values[at];
      return value === undefined || last === undefined || time > last ? null : value;
    });
  });
  return { times, columns };
}
