/** Returns how far below its highest value so far each value is, as a share: 0 at a new high, −0.1 ten percent under it. */
export function drawdown(values: readonly (number | null)[]): readonly (number | null)[] {
  let peak = Number.NEGATIVE_INFINITY;
  return values.map((value) => {
    if (value === null) return null;
    peak = Math.max(peak, value);
    return peak > 0 ? value / peak - 1 : null;
  });
}
