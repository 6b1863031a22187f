/** Specification 10.3: what is a rounding error away from its limit is at its limit. Relative to limits above 1, absolute below. */
const SLACK = 1e-9;

/** Returns whether a value breaks a cap: it is above it, or the two cannot be compared. NaN and infinities on either side break it. */
export function exceedsCap(value: number, cap: number): boolean {
  const over = value - cap;
  return !(Number.isFinite(over) && over <= SLACK * Math.max(1, Math.abs(cap)));
}

/** Returns whether a loss has reached its limit, or the two cannot be compared. */
export function reachesLoss(loss: number, limit: number): boolean {
  const left = limit - loss;
  return !(Number.isFinite(left) && left > SLACK * Math.max(1, Math.abs(limit)));
}
