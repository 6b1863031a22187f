import { CandorError } from '@candor/domain/candor-error';
import { z } from 'zod';

/** Longest window of any indicator, in bars. */
export const MAX_PERIOD = 5000;

/** Returns the parameter "a whole number of bars", from `min` to 5000, with its default. */
export function periodParam(defaultBars: number, { min = 1 }: { readonly min?: number } = {}) {
  return z.int().min(min).max(MAX_PERIOD).default(defaultBars).meta({ unit: 'bars' });
}

/** Returns the period when a kernel can be built with it. Throws `indicators.bad-param` naming the field and the rule otherwise. */
export function requirePeriod(bars: number, { name = 'period', min = 1 } = {}): number {
  if (Number.isInteger(bars) && bars >= min && bars <= MAX_PERIOD) return bars;
  throw new CandorError('indicators.bad-param', {
    kind: 'invalid',
    message: `Parameter "${name}" must be a whole number from ${min} to ${MAX_PERIOD}, but is ${bars}.`,
  });
}

/** Throws `indicators.bad-param` unless the period "fast" is below the period "slow". */
export function requireFasterThan(fast: number, slow: number): void {
  if (fast < slow) return;
  throw new CandorError('indicators.bad-param', {
    kind: 'invalid',
    message: `Parameter "fast" must be smaller than "slow", but they are ${fast} and ${slow}.`,
  });
}
