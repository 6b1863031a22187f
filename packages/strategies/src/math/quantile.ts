import { badInput, badParam, insufficientData } from './math-error.ts';

/**
 * Returns the type-7 quantile (Hyndman & Fan 1996, the default of numpy and R) of unsorted values, which are left as they are.
 * Throws `strategies.insufficient-data` for no values, `strategies.bad-input` for a value that is not finite and
 * `strategies.bad-param` for p outside [0,1].
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  const sorted = Float64Array.from(values).sort();
  for (const value of sorted) {
    if (!Number.isFinite(value)) {
      throw badInput(`A quantile needs finite values; one of them is ${value}.`);
    }
  }
  return quantileSorted(sorted, p);
}

/**
 * Returns the type-7 quantile of values already sorted ascending: linear between the order statistics around (n-1)p.
 * Throws `strategies.insufficient-data` for no values and `strategies.bad-param` for p outside [0,1].
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) {
    throw insufficientData('A quantile needs at least one value.');
  }
  if (!(p >= 0 && p <= 1)) {
    throw badParam(`"p" must lie in [0,1]; it is ${p}.`);
  }
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const share = position - below;
  return share === 0 ? low : low + share * (sorted[below + 1]! - low);
}
