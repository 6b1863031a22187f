import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { DelayLine } from '../delay-line.ts';
import { ExponentialKernel } from '../exponential-kernel.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { restoreState } from '../restore-state.ts';
import { eachStretch } from '../stretches.ts';

export const zlema = defineIndicator({
  id: 'zlema',
  title: 'Zero-lag exponential moving average',
  summary: 'Exponential average of the close carried on by its change over half the period.',
  source: 'Ehlers & Way, Zero Lag, Stocks & Commodities 28:12 (2010)',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(20) }),
  outputs: [{ name: 'value', title: 'ZLEMA', unit: 'price', pane: 'price' }],
  warmup: ({ period }) => [lagOf(period) + period - 1],
  create: ({ period }, out) => {
    const average = createZlema(period);
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
 * Returns the kernel of the exponential average over `period` values (1 to 5000) of 2x - x[lag], lag being ⌊(n-1)/2⌋, in their unit;
 * seeded with the mean of its first n values, available from index lag + period - 1. Throws `indicators.bad-param`.
 */
export function createZlema(period: number): ColumnKernel {
  return new ZlemaKernel(requirePeriod(period));
}

function lagOf(period: number): number {
  return Math.floor((period - 1) / 2);
}

class ZlemaKernel implements ColumnKernel {
  readonly #past: DelayLine;
  readonly #average: ExponentialKernel;

  constructor(period: number) {
    this.#past = new DelayLine(lagOf(period));
    this.#average = new ExponentialKernel(period, 2 / (period + 1), 'sma');
  }

  get ready(): boolean {
    return this.#average.ready;
  }

  next(value: number): number {
    const old = this.#past.next(value);
    return Number.isNaN(old) ? Number.NaN : this.#average.next(2 * value - old);
  }

  fold(values: Float64Array, out: Float64Array): void {
    let i = 0;
    for (; i < values.length && !this.ready; i++) out[i] = this.next(values[i]!);
    eachStretch(i, values.length, (from, to) => {
      const stretch = out.subarray(from, to);
      this.#past.fold(values.subarray(from, to), stretch);
      for (let j = 0; j < stretch.length; j++) stretch[j] = 2 * values[from + j]! - stretch[j]!;
      this.#average.fold(stretch, stretch);
    });
  }

  snapshot(): Json {
    return { past: this.#past.snapshot(), average: this.#average.snapshot() };
  }

  restore(state: Json): void {
    const { past, average } = restoreState('a zero-lag average', ZlemaState, state);
    this.#past.restore(past);
    this.#average.restore(average);
  }
}

const ZlemaState = z.strictObject({ past: z.json(), average: z.json() });
