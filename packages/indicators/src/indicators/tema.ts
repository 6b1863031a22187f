import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { type CascadeConvention, cascadeConventionParam, cascadeWarmup, createCascade } from '../cascade-convention.ts';
import { defineIndicator } from '../define-indicator.ts';
import type { ExponentialCascade } from '../exponential-cascade.ts';
import { type ExponentialKernel, smooth } from '../exponential-kernel.ts';
import { periodParam } from '../period.ts';

export const tema = defineIndicator({
  id: 'tema',
  title: 'Triple exponential moving average',
  summary: 'Three exponential averages, each of the one before, combined so that most of the lag cancels.',
  source: 'Mulloy, Stocks & Commodities 12:1 (1994); TA-Lib TEMA (talib); Stock.Indicators (inner-first)',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(20), convention: cascadeConventionParam() }),
  outputs: [{ name: 'value', title: 'TEMA', unit: 'price', pane: 'price' }],
  warmup: ({ period, convention }) => [cascadeWarmup(period, 3, convention)],
  create: ({ period, convention }, out) => {
    const average = createTema(period, convention);
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
 * Returns the kernel of 3E - 3E(E) + E(E(E)), E being the exponential average over `period` values (1 to 5000), in their unit; available
 * from index 3(period - 1) (`talib`), period - 1 (`inner-first`) or 0 (`first`). Throws `indicators.bad-param`.
 */
export function createTema(period: number, convention: CascadeConvention = 'talib'): ColumnKernel {
  return new TemaKernel(createCascade(period, 3, convention));
}

class TemaKernel implements ColumnKernel {
  readonly #cascade: ExponentialCascade;
  readonly #once: ExponentialKernel;
  readonly #twice: ExponentialKernel;
  readonly #thrice: ExponentialKernel;

  constructor(cascade: ExponentialCascade) {
    this.#cascade = cascade;
    this.#once = cascade.level(0);
    this.#twice = cascade.level(1);
    this.#thrice = cascade.level(2);
  }

  get ready(): boolean {
    return this.#cascade.ready;
  }

  next(value: number): number {
    const once = this.#once.next(value);
    if (!this.#once.ready) return Number.NaN;
    const twice = this.#twice.next(once);
    if (!this.#twice.ready) return Number.NaN;
    const thrice = this.#thrice.next(twice);
    return this.#thrice.ready ? 3 * (once - twice) + thrice : Number.NaN;
  }

  fold(values: Float64Array, out: Float64Array): void {
    let i = 0;
    for (; i < values.length && !this.ready; i++) out[i] = this.next(values[i]!);
    const { weight } = this.#cascade;
    let once = this.#cascade.average(0);
    let twice = this.#cascade.average(1);
    let thrice = this.#cascade.average(2);
    for (; i < values.length; i++) {
      once = smooth(once, values[i]!, weight);
      twice = smooth(twice, once, weight);
      thrice = smooth(thrice, twice, weight);
      out[i] = 3 * (once - twice) + thrice;
    }
    this.#cascade.setAverage(0, once);
    this.#cascade.setAverage(1, twice);
    this.#cascade.setAverage(2, thrice);
  }

  snapshot(): Json {
    return this.#cascade.snapshot();
  }

  restore(state: Json): void {
    this.#cascade.restore(state);
  }
}
