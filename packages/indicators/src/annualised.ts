import { CandorError } from '@candor/domain/candor-error';
import { z } from 'zod';

const MAX_PERIODS_PER_YEAR = 10_000_000;

/** Why a volatility may be missing although there are bars enough. */
export const NO_LOGARITHM =
  'no logarithm of a price that is not above zero; none of an open or close outside its own range';

/** Returns the parameter "bars in a year", by which volatilities are annualised: 252 for daily bars of an exchange. */
export function periodsPerYearParam() {
  return z.number().positive().max(MAX_PERIODS_PER_YEAR).default(252).meta({ title: 'Bars in a year' });
}

/** Returns the bars in a year when they can annualise. Throws `indicators.bad-param` otherwise. */
export function requirePeriodsPerYear(periodsPerYear: number): number {
  if (periodsPerYear > 0 && periodsPerYear <= MAX_PERIODS_PER_YEAR) return periodsPerYear;
  throw new CandorError('indicators.bad-param', {
    kind: 'invalid',
    message: `Parameter "periodsPerYear" must be a number above 0 and at most ${MAX_PERIODS_PER_YEAR}, but is ${periodsPerYear}.`,
  });
}
