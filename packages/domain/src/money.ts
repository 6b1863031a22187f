/** Micro-dollars: an integer held in a double, so that adding never drifts. 2^53 of them is about 9.0e9 USD. */
export type Micros = number;

export const MICROS_PER_USD = 1_000_000;

// Above 2^52 every double is an integer already, and adding this constant below it leaves no bits for a fraction: the FPU rounds half to even.
const INTEGER_BITS = 2 ** 52;

/** Returns the nearest integer, ties to the even one. */
export function roundHalfEven(value: number): number {
  if (value >= INTEGER_BITS || value <= -INTEGER_BITS) return value;
  return value >= 0 ? value + INTEGER_BITS - INTEGER_BITS : value - INTEGER_BITS + INTEGER_BITS;
}

/** Returns an amount in USD as micro-dollars, rounded half to even. */
export function toMicros(usd: number): Micros {
  return roundHalfEven(usd * MICROS_PER_USD);
}

/** Returns micro-dollars as USD, for screens and statistics; never added up again. */
export function toUsd(micros: Micros): number {
  return micros / MICROS_PER_USD;
}
