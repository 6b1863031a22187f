import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { requirePeriodsPerYear } from './annualised.ts';
import { GapAwareSum } from './gap-aware-sum.ts';
import { requirePeriod } from './period.ts';

/**
 * Returns the kernel of √(periodsPerYear × mean of the last n values), each value being one bar's estimate of its variance: what the
 * estimators from ranges have in common. NaN while the window holds a value that is not finite. Throws `indicators.bad-param`.
 */
export function createMeanVariance(period: number, periodsPerYear = 252): ColumnKernel {
  return new MeanVarianceKernel(requirePeriod(period), requirePeriodsPerYear(periodsPerYear));
}

class MeanVarianceKernel implements ColumnKernel {
  readonly #mean: GapAwareSum;
  readonly #periodsPerYear: number;

  constructor(period: number, periodsPerYear: number) {
    this.#mean = new GapAwareSum(period, period);
    this.#periodsPerYear = periodsPerYear;
  }

  get ready(): boolean {
    return this.#mean.ready;
  }

  next(variance: number): number {
    return Math.sqrt(this.#periodsPerYear * this.#mean.next(variance));
  }

  fold(variances: Float64Array, out: Float64Array): void {
    this.#mean.fold(variances, out);
    for (let i = 0; i < out.length; i++) out[i] = Math.sqrt(this.#periodsPerYear * out[i]!);
  }

  snapshot(): Json {
    return this.#mean.snapshot();
  }

  restore(state: Json): void {
    this.#mean.restore(state);
  }
}
