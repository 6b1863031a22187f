/**
 * Returns the larger of two finite numbers without a branch, which `Math.max` has: which of two prices is larger no branch predictor
 * knows. The same number as there, since what is added to it is a zero; only which of two zeros it is may differ.
 */
export function larger(a: number, b: number): number {
  const share = Number(a > b);
  return a * share + b * (1 - share);
}

/** Returns the smaller of two finite numbers without a branch. It asks what `larger` asks, so that both of a pair cost one comparison. */
export function smaller(a: number, b: number): number {
  const share = Number(a > b);
  return b * share + a * (1 - share);
}

/** Returns `first` where it is so and `second` where not, both finite, without a branch: for what is as unpredictable as prices. */
export function chosen(isFirst: boolean, first: number, second: number): number {
  const share = Number(isFirst);
  return first * share + second * (1 - share);
}

/** Returns 1 for a number above 0, -1 for one below, and 0: `Math.sign` without a branch. */
export function signOf(value: number): number {
  return Number(value > 0) - Number(value < 0);
}
