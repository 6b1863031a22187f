import { z } from 'zod';
import { ExponentialCascade } from './exponential-cascade.ts';
import { requirePeriod } from './period.ts';

const CASCADE_CONVENTIONS = ['talib', 'inner-first', 'first'] as const;

/**
 * How averages of averages are seeded. `talib`: each with the mean of the first n values it gets. `inner-first`: the inner ones with the
 * first value they get, so that all begin together once the outer one has its mean. `first`: all with the first value, available at once.
 */
export type CascadeConvention = (typeof CASCADE_CONVENTIONS)[number];

/** Returns the parameter that chooses how averages of averages are seeded. */
export function cascadeConventionParam() {
  return z.enum(CASCADE_CONVENTIONS).default('talib');
}

/** Returns the index of the first value of a cascade of averages. */
export function cascadeWarmup(period: number, depth: number, convention: CascadeConvention): number {
  if (convention === 'first') return 0;
  return (convention === 'talib' ? depth : 1) * (period - 1);
}

/** Returns the machine of a cascade of averages. Throws `indicators.bad-param` for a period outside 1 to 5000. */
export function createCascade(period: number, depth: number, convention: CascadeConvention): ExponentialCascade {
  const outer = convention === 'first' ? 'first' : 'sma';
  const inner = convention === 'talib' ? 'sma' : 'first';
  return new ExponentialCascade(requirePeriod(period), depth, { outer, inner });
}
