import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { type CascadeConvention, cascadeConventionParam, cascadeWarmup, createCascade } from '../cascade-convention.ts';
import { defineIndicator } from '../define-indicator.ts';
import type { ExponentialCascade } from '../exponential-cascade.ts';
import { type ExponentialKernel, smooth } from '../exponential-kernel.ts';
import { periodParam } from '../period.ts';

export const dema = defineIndicator({
  id: 'dema',
  title: 'Double exponential moving average',
  summary: 'Twice the exponential average less its own average, which takes out most of its lag.',
  source: 'Mulloy, Stocks & Commodities 12:1 (1994); TA-Lib DEMA (talib); Stock.Indicators (inner-first)',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(20), convention: cascadeConventionParam() }),
  outputs: [{ name: 'value', title: 'DEMA', unit: 'price', pane: 'price' }],
  warmup: ({ period, convention }) => [cascadeWarmup(period, 2, convention)],
  create: ({ period, convention }, out) => {
    const average = createDema(period, convention);
    return {
      parts: { average },
      push: (view) => {
        out[0] = average.next(view.close);
      },
      fold: (series, [value]) => average.fold(series.close, value!),
    };
  },
});

/**
 * Returns the kernel of 2E - E(E), E being the exponential average over `period` values (1 to 5000), in their unit; available from index
 * 2(period - 1) (`talib`), period - 1 (`inner-first`) or 0 (`first`). Throws `indicators.bad-param`.
 */
export function createDema(period: number, convention: CascadeConvention = 'talib'): ColumnKernel {
  return new DemaKernel(createCascade(period, 2, convention));
}

class DemaKernel implements ColumnKernel {
  readonly #cascade: ExponentialCascade;
  readonly #once: ExponentialKernel;
  readonly #twice: ExponentialKernel;

  constructor(cascade: ExponentialCascade) {
    this.#cascade = cascade;
    this.#once = cascade.level(0);
    this.#twice = cascade.level(1);
  }

  get ready(): boolean {
    return this.#cascade.ready;
  }

  next(value: number): number {
    const once = this.#once.next(value);
    if (!this.#once.ready) return Number.NaN;
    const twice = this.#twice.next(once);
    return this.#twice.ready ? 2 * once - twice : Number.NaN;
  }

  fold(values: Float64Array, out: Float64Array): void {
    let i = 0;
    for (; i < values.length && !this.ready; i++) out[i] = this.next(values[i]!);
    const { weight } = this.#cascade;
    let once = this.#cascade.average(0);
    let twice = this.#cascade.average(1);
    for (; i < values.length; i++) {
      once = smooth(once, values[i]!, weight);
      twice = smooth(twice, once, weight);
      out[i] = 2 * once - twice;
    }
    this.#cascade.setAverage(0, once);
    this.#cascade.setAverage(1, twice);
  }

  snapshot(): Json {
    return this.#cascade.snapshot();
  }

  restore(state: Json): void {
    this.#cascade.restore(state);
  }
}
