import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { type CascadeConvention, cascadeConventionParam, cascadeWarmup, createCascade } from '../cascade-convention.ts';
import { defineIndicator } from '../define-indicator.ts';
import type { ExponentialCascade } from '../exponential-cascade.ts';
import { smooth } from '../exponential-kernel.ts';
import { periodParam } from '../period.ts';

export const t3 = defineIndicator({
  id: 't3',
  title: 'Tillson T3',
  summary: 'Six exponential averages, each of the one before, combined to be smooth with little lag.',
  source: 'Tillson, Stocks & Commodities 16:1 (1998); TA-Lib T3 (talib); Stock.Indicators (first)',
  inputs: ['close'],
  params: z.strictObject({
    period: periodParam(5),
    volumeFactor: z.number().min(0).max(1).default(0.7),
    convention: cascadeConventionParam(),
  }),
  outputs: [{ name: 'value', title: 'T3', unit: 'price', pane: 'price' }],
  warmup: ({ period, convention }) => [cascadeWarmup(period, 6, convention)],
  create: ({ period, volumeFactor, convention }, out) => {
    const average = createT3(period, volumeFactor, convention);
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
 * Returns the kernel of Tillson's T3: with e1 to e6 the exponential averages over `period` values (1 to 5000) of each other and v the
 * volume factor (0 to 1), (1+3v+v³+3v²) e3 - (6v²+3v+3v³) e4 + (3v²+3v³) e5 - v³ e6, in the unit of the values; available from index
 * 6(period - 1) (`talib`), period - 1 (`inner-first`) or 0 (`first`). Throws `indicators.bad-param`.
 */
export function createT3(period: number, volumeFactor = 0.7, convention: CascadeConvention = 'talib'): ColumnKernel {
  return new T3Kernel(createCascade(period, 6, convention), volumeFactor);
}

class T3Kernel implements ColumnKernel {
  readonly #cascade: ExponentialCascade;
  readonly #third: number;
  readonly #fourth: number;
  readonly #fifth: number;
  readonly #sixth: number;

  constructor(cascade: ExponentialCascade, v: number) {
    this.#cascade = cascade;
    this.#third = 1 + 3 * v + v ** 3 + 3 * v ** 2;
    this.#fourth = -6 * v ** 2 - 3 * v - 3 * v ** 3;
    this.#fifth = 3 * v ** 2 + 3 * v ** 3;
    this.#sixth = -(v ** 3);
  }

  get ready(): boolean {
    return this.#cascade.ready;
  }

  next(value: number): number {
    const cascade = this.#cascade;
    if (!cascade.add(value)) return Number.NaN;
    return (
      this.#third * cascade.average(2) +
      this.#fourth * cascade.average(3) +
      this.#fifth * cascade.average(4) +
      this.#sixth * cascade.average(5)
    );
  }

  fold(values: Float64Array, out: Float64Array): void {
    let i = 0;
    for (; i < values.length && !this.ready; i++) out[i] = this.next(values[i]!);
    const cascade = this.#cascade;
    const { weight } = cascade;
    const third = this.#third;
    const fourth = this.#fourth;
    const fifth = this.#fifth;
    const sixth = this.#sixth;
    let e1 = cascade.average(0);
    let e2 = cascade.average(1);
    let e3 = cascade.average(2);
    let e4 = cascade.average(3);
    let e5 = cascade.average(4);
    let e6 = cascade.average(5);
    for (; i < values.length; i++) {
      e1 = smooth(e1, values[i]!, weight);
      e2 = smooth(e2, e1, weight);
      e3 = smooth(e3, e2, weight);
      e4 = smooth(e4, e3, weight);
      e5 = smooth(e5, e4, weight);
      e6 = smooth(e6, e5, weight);
      out[i] = third * e3 + fourth * e4 + fifth * e5 + sixth * e6;
    }
    [e1, e2, e3, e4, e5, e6].forEach((average, level) => {
      cascade.setAverage(level, average);
    });
  }

  snapshot(): Json {
    return this.#cascade.snapshot();
  }

  restore(state: Json): void {
    this.#cascade.restore(state);
  }
}
