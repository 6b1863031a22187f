import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { WindowMoments } from '../window-moments.ts';

export const stdev = defineIndicator({
  id: 'stdev',
  title: 'Standard deviation',
  summary: 'Standard deviation of the last n closes around their mean.',
  source: 'TA-Lib STDDEV (ddof 0)',
  inputs: ['close'],
  params: z.strictObject({
    period: periodParam(20, { min: 2 }),
    ddof: z
      .int()
      .min(0)
      .max(1)
      .default(0)
      .meta({ title: 'Degrees of freedom', description: '0 divides by n, 1 by n - 1.' }),
  }),
  outputs: [{ name: 'value', title: 'StDev', unit: 'price', pane: 'own' }],
  warmup: ({ period }) => [period - 1],
  create: ({ period, ddof }, out) => {
    const deviation = createStdev(period, { ddof });
    return {
      parts: { deviation },
      push: (view) => {
        out[0] = deviation.next(view.close);
      },
      fold: (series, [value]) => deviation.fold(series.close, value!),
    };
  },
});

/**
 * Returns the kernel of the standard deviation of the last `period` values (2 to 5000), in their unit; available from index period - 1.
 * `ddof` 0 divides by n (population), 1 by n - 1 (sample). Equal values give exactly 0. Throws `indicators.bad-param`.
 */
export function createStdev(period: number, { ddof = 0 }: { readonly ddof?: number } = {}): ColumnKernel {
  return new StdevKernel(requirePeriod(period, { min: 2 }), ddof === 1 ? 1 : 0);
}

// Values walked at a time: the means, which nobody reads here, then need little room.
const STRETCH = 1024;

class StdevKernel implements ColumnKernel {
  readonly #moments: WindowMoments;
  readonly #divisor: number;

  constructor(period: number, ddof: 0 | 1) {
    this.#moments = new WindowMoments(period);
    this.#divisor = period - ddof;
  }

  get ready(): boolean {
    return this.#moments.ready;
  }

  next(value: number): number {
    this.#moments.add(value);
    return Math.sqrt(this.#moments.squares / this.#divisor);
  }

  fold(values: Float64Array, out: Float64Array): void {
    const means = new Float64Array(Math.min(values.length, STRETCH));
    for (let from = 0; from < values.length; from += STRETCH) {
      const to = Math.min(from + STRETCH, values.length);
      const deviations = out.subarray(from, to);
      this.#moments.fold(values.subarray(from, to), means, deviations);
      for (let i = 0; i < deviations.length; i++) deviations[i] = Math.sqrt(deviations[i]! / this.#divisor);
    }
  }

  snapshot(): Json {
    return this.#moments.snapshot();
  }

  restore(state: Json): void {
    this.#moments.restore(state);
  }
}
