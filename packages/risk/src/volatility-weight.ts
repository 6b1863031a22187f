/** Below this a calm spell would be taken for safety, and the position blown up to the leverage cap. */
const VOLATILITY_FLOOR = 0.02;

/** Returns the part of capital that would bring an instrument to a target volatility, capped (specification 10.1). Volatilities are fractions a year. */
export function volatilityWeight(targetVolatility: number, annualVolatility: number, maxLeverage: number): number {
  return Math.min(targetVolatility / Math.max(annualVolatility, VOLATILITY_FLOOR), maxLeverage);
}
